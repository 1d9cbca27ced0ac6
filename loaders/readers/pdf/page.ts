/**
 * One page: its tables, and the lines of writing outside of them, from top to bottom.
 */
import type { PDFPageProxy } from "pdfjs-dist";
import { combined, type Matrix, middleOf, type Rulings, type Word } from "./geometry.ts";
import { type Grid, type GridCell, gridsOf } from "./grid.ts";
import { rulingsOf } from "./rulings.ts";
import { linesOfWords, type TextLine } from "./text-lines.ts";
import { cutWord, type TextContent, wordsOf } from "./words.ts";

/** A table with its words. */
export interface PageTable extends Grid {
  words: Map<GridCell, Word[]>;
}

export interface Page {
  number: number;
  words: Word[];
  tables: PageTable[];
  /** Writing outside of the tables. */
  lines: TextLine[];
}

/** Reads a page, turned so that its writing stands upright. */
export async function readPage(page: PDFPageProxy): Promise<Page> {
  const content = await page.getTextContent();
  const { matrix, width, height } = uprightView(page, content);
  const words = wordsOf(content, matrix);
  const rulings = words.length === 0 ? NO_RULINGS : rulingsOf(await page.getOperatorList(), matrix);
  // What the page cuts off is not on it.
  const paper = { left: 0, top: 0, right: width, bottom: height };
  const seen = words.filter((word) => isWithin(middleOf(word), paper));
  const { tables, rest } = tablesWithWords(gridsOf(rulings), seen);
  return { number: page.pageNumber, words: seen, tables, lines: linesOfWords(rest) };
}

const NO_RULINGS: Rulings = { vertical: [], horizontal: [] };

interface View {
  /** From the page's own space to what a person sees. */
  matrix: Matrix;
  width: number;
  height: number;
}

/** The page as a person sees it who turns it until its writing stands upright. */
function uprightView(page: PDFPageProxy, { items }: TextContent): View {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const turns = { upright: 0, down: 0, left: 0, right: 0 };
  for (const item of items) {
    if (!("str" in item)) continue;
    const [a, b] = combined(transform, item.transform) as [number, number];
    if (Math.abs(a) >= Math.abs(b)) turns[a < 0 ? "down" : "upright"] += item.str.length;
    else turns[b < 0 ? "left" : "right"] += item.str.length;
  }
  const most = Math.max(...Object.values(turns));
  if (turns.upright === most) return { matrix: transform, width, height };
  if (turns.down === most)
    return { matrix: combined([-1, 0, 0, -1, width, height], transform), width, height };
  // Writing that runs up the page is turned to the right, writing that runs down it to the left.
  const turn = turns.left === most ? [0, 1, -1, 0, height, 0] : [0, -1, 1, 0, 0, width];
  return { matrix: combined(turn, transform), width: height, height: width };
}

function isWithin(
  [x, y]: [number, number],
  box: { left: number; top: number; right: number; bottom: number },
) {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

/** Gives each table its words; what stands in none is left over. */
function tablesWithWords(
  grids: readonly Grid[],
  words: readonly Word[],
): { tables: PageTable[]; rest: Word[] } {
  const tables = grids.map((grid) => ({ ...grid, words: new Map<GridCell, Word[]>() }));
  const rest: Word[] = [];
  for (const word of words) {
    const table = tables.find((candidate) => isWithin(middleOf(word), candidate));
    if (!table) rest.push(word);
    else for (const part of partsIn(table, word)) addWord(table, part);
  }
  return { tables: tables.filter((table) => table.words.size > 0), rest };
}

/** Part of a height by which a word may reach over a line without being in two cells. */
const OVERLAP = 0.6;

/** A word that runs over the lines between cells, cut at them: extractors join what stands close together. */
function partsIn(table: PageTable, word: Word): Word[] {
  const slack = OVERLAP * (word.bottom - word.top);
  const cell = cellAt(table, [word.left + 0.1, middleOf(word)[1]]);
  if (!cell || word.right <= cell.right + slack || word.text.length < 2) return [word];
  const [first, ...others] = cutWord(word, cell.right);
  if (!first || others.length === 0) return [word];
  return [
    first,
    ...others.flatMap((part) => partsIn(table, { ...part, left: Math.max(part.left, cell.right) })),
  ];
}

function cellAt(table: Grid, [x, y]: [number, number]): GridCell | undefined {
  return table.cells.find((cell) => isWithin([x, y], cell));
}

function addWord(table: PageTable, word: Word): void {
  const cell = cellAt(table, middleOf(word));
  if (cell) table.words.set(cell, [...(table.words.get(cell) ?? []), word]);
}
