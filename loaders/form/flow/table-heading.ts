/**
 * The heading of the indicator table in a flow of tokens: which columns the table has, and where its rows begin.
 */
import { INDICATOR_COLUMN_LABELS, ORDINAL_LABELS } from "../vocabulary.ts";
import type { TableField } from "./cell-costs.ts";
import { lengthOfLabel, longestLabel, shareOfLabel } from "./labels.ts";
import { type Token, textOfTokens } from "./tokens.ts";

const COLUMNS: readonly (readonly [TableField, readonly string[]])[] = [
  ["ordinal", ORDINAL_LABELS],
  ...(Object.entries(INDICATOR_COLUMN_LABELS) as [TableField, readonly string[]][]),
];
/** Words between two columns that are no column that is kept. */
const MOST_STRANGE = 3;

/** The columns as the heading names them. A heading of two lines names what stands right of 三级指标 first. */
export function headingOf(tokens: readonly Token[]): { fields: TableField[]; end: number } {
  const fields: TableField[] = [];
  let end = 0;
  for (let at = 0, strange = 0; at < tokens.length && strange <= MOST_STRANGE; ) {
    const found = columnAt(tokens, at, fields);
    if (found) {
      fields.push(found.field);
      at += found.length;
      [strange, end] = [0, at];
    } else {
      at++;
      strange++;
    }
  }
  // 一级 alone, its 指标 lost, names no column, but its neighbour does.
  if (fields.includes("level2") && !fields.includes("level1"))
    fields.splice(fields.indexOf("level2"), 0, "level1");
  const first = fields.indexOf("level1");
  const isTwoLined = fields.lastIndexOf("target") > first && fields.indexOf("target") < first;
  if (!isTwoLined) return { fields: fields.filter((field, index) => fields.indexOf(field) === index), end };
  const under = fields.slice(first);
  return { fields: [...under, ...fields.slice(0, first).filter((field) => !under.includes(field))], end };
}

/** The column that a run of tokens names: the label that covers most of it. */
function columnAt(
  tokens: readonly Token[],
  at: number,
  known: readonly TableField[],
): { field: TableField; length: number } | null {
  let best: { field: TableField; length: number; share: number } | null = null;
  for (const [field, labels] of COLUMNS) {
    if (known.includes(field) && !comesTwice(field, known)) continue;
    const length = lengthOfLabel(tokens, at, labels);
    if (length === 0) continue;
    const share = shareOfLabel(textOfTokens(tokens.slice(at, at + length)), labels) / length;
    if (!best || share > best.share) best = { field, length, share };
  }
  const labels = COLUMNS.find(([field]) => field === best?.field)?.[1] ?? [];
  // 偏差原因 may go on in the next lines.
  return best && { field: best.field, length: longestLabel(tokens, at, labels, best.length) };
}

/** Only 指标值 may: over its sign and unit in a heading of two lines, and among them in the lower one. */
function comesTwice(field: TableField, known: readonly TableField[]): boolean {
  return (
    field === "target" && known.includes("level1") && known.lastIndexOf("target") < known.indexOf("level1")
  );
}
