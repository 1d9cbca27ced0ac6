/**
 * Tables drawn with pipes that kept their empty cells where they stood: these have columns like any other table. Most pages that
 * were turned into text moved them to the end of the row, and are laid out by their words.
 */
import type { Row } from "../readers/sheet.ts";
import { rowText } from "./sections.ts";

const PIPED = /^\s*[|｜].*[|｜]\s*$/;
const BORDER = /^[\s|｜:-]*$/;
/** Share of the filled lines that are rows between pipes. */
const LEAST_SHARE = 0.9;
/** A table of indicators has so many columns at least. */
const LEAST_COLUMNS = 6;
const HEADING = /三级指标|指标名称/;

export interface PipedRows {
  rows: Row[];
  /**
   * Every row has as many cells, and an empty one stands before filled ones: none was moved. Elsewhere cells may have been moved, or
   * left out at the ends of rows because they are empty: the sums of the form must tell.
   */
  even: boolean;
}

/** The rows of a text of cells between pipes, each cell in the column where it stands; null for any other text. */
export function rowsBetweenPipes(lines: readonly string[]): Row[] | null {
  const filled = lines.filter((text) => text.trim() !== "");
  const piped = filled.filter((text) => PIPED.test(text));
  if (piped.length === 0 || piped.length < filled.length * LEAST_SHARE) return null;
  return lines.map((text, index) => rowOf(text, index + 1));
}

/** The rows of a table of indicators whose pipes keep its columns, or may keep them; null for any other. */
export function rowsOfPipes(lines: readonly string[]): PipedRows | null {
  const rows = rowsBetweenPipes(lines);
  if (!rows) return null;
  const heading = rows.findIndex((row) => HEADING.test(rowText(row)));
  if (heading < 0) return null;
  const cells = lines
    .slice(heading)
    .filter((text) => PIPED.test(text) && !BORDER.test(text))
    .map(cellsOf);
  const width = cells[0]?.length ?? 0;
  if (width < LEAST_COLUMNS) return null;
  return { rows, even: cells.some(hasGap) && cells.every((row) => row.length === width) };
}

/** An empty cell anywhere in front of a filled one: it was not moved to the end of the row. */
function hasGap(cells: readonly string[]): boolean {
  return cells.indexOf("") < cells.findLastIndex((text) => text !== "") && cells.includes("");
}

function cellsOf(text: string): string[] {
  const inner = text.trim().replace(/^[|｜]|[|｜]$/g, "");
  return inner.split(/[|｜]/).map((cell) => cell.trim());
}

function rowOf(text: string, line: number): Row {
  if (BORDER.test(text)) return { line, cells: [] };
  if (!PIPED.test(text)) return { line, cells: [{ text: text.trim(), column: 0 }] };
  const cells = cellsOf(text).map((own, column) => ({ text: own, column }));
  return { line, cells: cells.filter((cell) => cell.text !== "") };
}
