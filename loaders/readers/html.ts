/**
 * Pages (.html, also where they are named .xls) as one sheet: the rows of their tables, and their paragraphs between.
 */
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { MOST_CELLS } from "./limits.ts";
import { Refusal } from "./refusal.ts";
import { type Cell, joinLines, type Row, type Sheet } from "./sheet.ts";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements that hold nothing a person sees on the page. */
const UNSEEN = new Set(["head", "script", "style", "template", "noscript", "comment", "select", "object"]);
/** Elements within a line; all others begin a new one. */
const INLINE = new Set(
  "a abbr b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub sup tt u var".split(
    " ",
  ),
);
/** What the standard allows a cell to cover; more is a slip of the pen. */
const MOST_COLUMN_SPAN = 1000;
const MOST_ROW_SPAN = 65_534;

/** The tables and paragraphs of a page, in their order; each row of a table and each paragraph is a row. */
export function readHtml(text: string): Sheet {
  const page: Page = { rows: [], tables: 0, paragraphs: 0, cells: 0, pending: "" };
  walk(parse(text), page);
  endParagraph(page);
  return { rows: page.rows };
}

interface Page {
  rows: Row[];
  tables: number;
  paragraphs: number;
  cells: number;
  /** The paragraph that is being gathered. */
  pending: string;
}

function walk(node: Node, page: Page): void {
  for (const child of childrenOf(node)) {
    if (child.nodeName === "#text") page.pending += onOneLine(child);
    else if (isElement(child) && !isUnseen(child)) {
      if (child.tagName === "table") {
        endParagraph(page);
        addTable(child, page);
      } else if (INLINE.has(child.tagName)) walk(child, page);
      else {
        endParagraph(page);
        walk(child, page);
        endParagraph(page);
      }
    }
  }
}

function childrenOf(node: Node): Node[] {
  return "childNodes" in node ? node.childNodes : [];
}

function isElement(node: Node): node is Element {
  return "tagName" in node;
}

function isUnseen(element: Element): boolean {
  const style = attribute(element, "style") ?? "";
  return (
    UNSEEN.has(element.tagName) ||
    attribute(element, "hidden") !== undefined ||
    /display\s*:\s*none/i.test(style)
  );
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

function endParagraph(page: Page): void {
  const text = joinLines(page.pending.split("\n"));
  page.pending = "";
  if (text === "") return;
  page.paragraphs += 1;
  const place = `正文第 ${page.paragraphs} 段`;
  addRow(page, { cells: [{ text, column: 0 }], place, prose: true });
}

function addRow(page: Page, row: Omit<Row, "line">): void {
  page.cells += row.cells.length;
  if (page.cells > MOST_CELLS) {
    const advice = "请把它拆成几个文件，或删去与自评表无关的内容。";
    throw new Refusal("too_large", `里填了字的格超过 ${MOST_CELLS} 个`, advice);
  }
  page.rows.push({ line: page.rows.length + 1, ...row });
}

/** Adds the rows of a table; a table inside a cell follows the row it stands in. */
function addTable(table: Element, page: Page): void {
  page.tables += 1;
  const number = page.tables;
  /** For each column the number of the first row that no cell from above covers. */
  const free: number[] = [];
  rowsOfTable(table).forEach((row, index) => {
    const nested: Element[] = [];
    const cells = cellsOfRow(row, index, free, nested);
    addRow(page, { cells, place: `第 ${number} 个表格第 ${index + 1} 行`, kept: true });
    for (const inner of nested) addTable(inner, page);
  });
}

/** The rows of a table itself, without those of tables inside it. */
function rowsOfTable(element: Element): Element[] {
  return childrenOf(element)
    .filter(isElement)
    .flatMap((child) => {
      if (child.tagName === "tr") return isUnseen(child) ? [] : [child];
      return /^(?:thead|tbody|tfoot)$/.test(child.tagName) ? rowsOfTable(child) : [];
    });
}

function cellsOfRow(row: Element, index: number, free: number[], nested: Element[]): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const element of childrenOf(row).filter(isElement)) {
    if (element.tagName !== "td" && element.tagName !== "th") continue;
    while ((free[column] ?? 0) > index) column++;
    const columnSpan = spanOf(element, "colspan", MOST_COLUMN_SPAN);
    const rowSpan = spanOf(element, "rowspan", MOST_ROW_SPAN);
    for (let at = column; at < column + columnSpan; at++) free[at] = index + rowSpan;
    const text = joinLines(textOf(element, nested).split("\n"));
    if (text !== "")
      cells.push({ text, column, ...(rowSpan > 1 && { rowSpan }), ...(columnSpan > 1 && { columnSpan }) });
    column += columnSpan;
  }
  return cells;
}

function spanOf(element: Element, name: string, most: number): number {
  const span = Number.parseInt(attribute(element, name) ?? "1", 10);
  return span >= 1 ? Math.min(span, most) : 1;
}

/** The text of a cell, with its lines and paragraphs as lines; tables in it are set aside. */
function textOf(node: Node, nested: Element[]): string {
  let text = "";
  for (const child of childrenOf(node)) {
    if (child.nodeName === "#text") text += onOneLine(child);
    else if (isElement(child) && !isUnseen(child)) {
      if (child.tagName === "table") nested.push(child);
      else text += INLINE.has(child.tagName) ? textOf(child, nested) : `\n${textOf(child, nested)}\n`;
    }
  }
  return text;
}

/** A piece of text; line ends in the source of a page are spaces on it. */
function onOneLine(node: Node): string {
  return (node as DefaultTreeAdapterTypes.TextNode).value.replace(/\s+/g, " ");
}
