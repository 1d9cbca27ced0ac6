/**
 * The one thing of a workbook that the library writes otherwise than the format's schema has it: the parts of a font, of
 * which the schema fixes the order. Spreadsheet programs read either; a validator, and a strict reader, do not.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const STYLES = "xl/styles.xml";
/** CT_Font of ECMA-376, as Office writes it. */
const ORDER = [
  ...["b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign"],
  ...["sz", "color", "name", "family", "charset", "scheme"],
];
const FONT = /<font>(.*?)<\/font>/gs;
const PART = /<(\w+)[^>]*\/>/g;

/** The workbook with the parts of its fonts in their order; everything else stays byte for byte. */
export function withValidStyles(workbook: Uint8Array): Uint8Array {
  const parts = unzipSync(workbook);
  const styles = strFromU8(parts[STYLES]!).replace(FONT, (_, inside: string) => {
    const sorted = [...inside.matchAll(PART)].sort(([, a], [, b]) => ORDER.indexOf(a!) - ORDER.indexOf(b!));
    return `<font>${sorted.map(([part]) => part).join("")}</font>`;
  });
  return zipSync({ ...parts, [STYLES]: strToU8(styles) });
}
