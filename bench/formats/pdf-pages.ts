/**
 * A PDF whose pages come again and again: its page objects are copied behind its end, under a page tree of their own, as the
 * format allows it for later changes.
 */

const PAGE = /(\d+) 0 obj\s*(<<\/Type\/Page\/.*?>>)\s*endobj/gs;
const PAGES = /(\d+) 0 obj\s*<<\/Type\/Pages\b(.*?)>>\s*endobj/s;
const SIZE = /\/Size (\d+)/;
const START = /startxref\s*(\d+)\s*%%EOF\s*$/;

/** The same pages, in their order, so many times. For files as LibreOffice writes them, with plain page objects. */
export function repeatPages(bytes: Uint8Array, times: number): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  const pages = [...text.matchAll(PAGE)].map((match) => match[2]!);
  const tree = PAGES.exec(text);
  const trailer = text.slice(text.lastIndexOf("trailer"));
  const size = Number(SIZE.exec(trailer)?.[1]);
  const previous = START.exec(text)?.[1];
  if (pages.length === 0 || !tree || !size || !previous) throw new Error("no PDF with plain page objects");
  const kids: string[] = [];
  const offsets: number[] = [];
  let added = "";
  for (let round = 0; round < times; round++)
    for (const page of pages) {
      const number = size + kids.length;
      offsets.push(bytes.length + added.length);
      added += `${number} 0 obj\n${page}\nendobj\n`;
      kids.push(`${number} 0 R`);
    }
  const treeOffset = bytes.length + added.length;
  const rest = tree[2]!.replace(/\/Kids\s*\[.*?\]/s, "").replace(/\/Count \d+/, "");
  added += `${tree[1]} 0 obj\n<</Type/Pages${rest}/Kids[${kids.join(" ")}]/Count ${kids.length}>>\nendobj\n`;
  const entry = (offset: number): string => `${String(offset).padStart(10, "0")} 00000 n \n`;
  const start = bytes.length + added.length;
  added += `xref\n${tree[1]} 1\n${entry(treeOffset)}${size} ${kids.length}\n${offsets.map(entry).join("")}`;
  const grown = trailer.slice(0, trailer.indexOf("startxref")).replace(SIZE, `/Size ${size + kids.length}`);
  added += `${grown.replace(/>>\s*$/, `/Prev ${previous}>>\n`)}startxref\n${start}\n%%EOF\n`;
  return Buffer.concat([bytes, Buffer.from(added, "latin1")]);
}
