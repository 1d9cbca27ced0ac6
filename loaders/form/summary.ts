/**
 * 汇总表: one project a row, with its budget, what was spent and the score that it gave itself; no goals, no indicators.
 */
import type { Cell, Row, Sheet } from "../readers/sheet.ts";
import { parseDecimal } from "./decimal.ts";
import type { FormParts, FormSlice } from "./find-forms.ts";
import type { FieldColumn } from "./funding-row.ts";
import { halfWidth, squeeze, withoutMarkup } from "./glyphs.ts";
import { holdsLabel } from "./labels.ts";
import { rowText } from "./sections.ts";
import { SUMMARY_COLUMN_LABELS } from "./vocabulary.ts";

type SummaryField = keyof typeof SUMMARY_COLUMN_LABELS;

const FIELDS = Object.keys(SUMMARY_COLUMN_LABELS) as SummaryField[];
/** Columns of money as the form's own table of money has them. */
const MONEY = ["initialBudget", "adjustedBudget", "executed", "executionRate"] as const;
/** Names of rows that add up others. */
const SUM = /^(?:合计|总计|小计|.{0,6}合计)$/;

/** The rows of a summary sheet, each as the parts of a form; none where no row names such columns. */
export function formsOfSummary(sheet: Sheet): FormParts[] {
  for (const at of sheet.rows.keys()) {
    const heading = headingAt(sheet.rows, at);
    if (!heading) continue;
    const above = sheet.rows.slice(0, at);
    return rowsWithLabels(sheet.rows.slice(at + heading.height), heading.columns).flatMap((row) => {
      const parts = partsOf(row, heading.row, above, heading.columns);
      return parts ? [parts] : [];
    });
  }
  return [];
}

type Columns = Partial<Record<SummaryField, number>>;

/** Whether a table of projects begins at a row that names a project as a form does: it holds headings, hardly a value. */
export function isSummaryHeading(rows: readonly Row[], at: number): boolean {
  const { cells } = rows[at]!;
  const headings = cells.filter((cell) => fieldOf(cell)).length;
  return headings > cells.length - headings && headingAt(rows, at) !== null;
}

/** The heading that begins at a row: of two rows where the second one names what stands under a wide cell, else of one. */
function headingAt(rows: readonly Row[], at: number): { row: Row; columns: Columns; height: number } | null {
  const row = rows[at]!;
  if (!row.cells.some((cell) => fieldOf(cell) === "projectName")) return null;
  const below = rows[at + 1];
  const both = below && !below.cells.some((cell) => isAmount(cell.text)) ? stacked(row, below) : null;
  const columnsOfBoth = both && columnsOf(both);
  if (columnsOfBoth) return { row: both, columns: columnsOfBoth, height: 2 };
  const columns = columnsOf(row);
  return columns && { row, columns, height: 1 };
}

/**
 * Two rows of a heading as one: the lower cells, and the upper ones that have none below them. A lower cell that is no
 * heading by itself (年初, 全年) goes on with the one above it (预算数).
 */
function stacked(upper: Row, lower: Row): Row {
  const [over, under] = [upper, lower].map(({ cells }) => cells.filter(({ text }) => text.trim() !== ""));
  const below = new Set(under!.map((cell) => cell.column));
  const alone = over!.filter((cell) => !below.has(cell.column));
  const named = under!.map((cell) => {
    const above = over!.findLast(({ column }) => column <= cell.column);
    return fieldOf(cell) || !above ? cell : { ...cell, text: cell.text + above.text };
  });
  return { ...upper, cells: [...alone, ...named].sort((a, b) => a.column - b.column) };
}

function fieldOf(cell: Cell): SummaryField | undefined {
  const text = squeeze(withoutMarkup(cell.text));
  return FIELDS.find((candidate) => holdsLabel(text, SUMMARY_COLUMN_LABELS[candidate]));
}

/** The columns that a heading names; null where it does not name a project, its money and more, each in a cell of its own. */
function columnsOf({ cells }: Row): Columns | null {
  const columns: Columns = {};
  for (const cell of cells) {
    const field = fieldOf(cell);
    if (field && columns[field] === undefined) columns[field] = cell.column;
  }
  const { projectName, executed, adjustedBudget, initialBudget } = columns;
  const hasBudget = adjustedBudget !== undefined || initialBudget !== undefined;
  return projectName !== undefined && executed !== undefined && hasBudget ? columns : null;
}

/** The rows with the departments and units of merged cells on every row that these cover. */
function rowsWithLabels(rows: readonly Row[], columns: Columns): Row[] {
  const open = new Map<number, { cell: Cell; before: number }>();
  return rows.map((row) => {
    const cells = [...row.cells];
    for (const column of [columns.department, columns.implementingUnit]) {
      if (column === undefined) continue;
      const own = row.cells.find((cell) => cell.column === column);
      const above = open.get(column);
      if (own) open.set(column, { cell: own, before: row.line + (own.rowSpan ?? 1) });
      else if (above && row.line < above.before) cells.push(above.cell);
    }
    return { ...row, cells };
  });
}

/** A row as the parts of a form; null for a row that names no project, has no money, or adds up others. */
function partsOf(row: Row, heading: Row, above: readonly Row[], columns: Columns): FormParts | null {
  const textAt = (field: SummaryField): string =>
    row.cells.find((cell) => cell.column === columns[field])?.text ?? "";
  const name = textAt("projectName");
  const money = MONEY.filter((field) => columns[field] !== undefined);
  if (name === "" || SUM.test(squeeze(name)) || !money.some((field) => isAmount(textAt(field)))) return null;
  const line = (...texts: string[]): Row => ({
    line: row.line,
    cells: texts.flatMap((text, column) => (text === "" ? [] : [{ text, column }])),
    whole: true,
  });
  const fundingColumns: FieldColumn[] = money.map((field, index) => ({ field, column: index + 1 }));
  return {
    slice: { rows: [row], printedYear: yearOf([...above, heading]), title: titleOf(above) },
    sections: {
      header: [
        line("项目名称", name),
        line("主管部门", textAt("department"), "实施单位", textAt("implementingUnit")),
      ],
      fundingHeading: [...above.filter(saysUnit), heading],
      funding: [line("年度资金总额", ...money.map(textAt))],
      goalsHeading: [],
      goals: [],
      indicatorHeading: [],
      indicators: [],
      total: [line("总分", textAt("score"))],
      rating: [line("评分等级", textAt("rating"))],
    },
    laidOut: { fundingColumns, indicatorLines: [], goalsDoubt: null, losesBeginnings: false },
    isSummary: true,
  };
}

/** A year in a line above the table: its title, or one of its own. */
const YEAR = /(?<!\d)(20\d{2})年/;
/** Longer lines are prose. */
const LONGEST_TITLE = 40;

function yearOf(rows: readonly Row[]): FormSlice["printedYear"] {
  for (const row of [...rows].reverse()) {
    const text = halfWidth(rowText(row));
    const match = text.length <= LONGEST_TITLE ? YEAR.exec(text) : null;
    if (match) return { year: Number(match[1]), row };
  }
  return null;
}

/** The nearest line above that calls itself a table. */
function titleOf(rows: readonly Row[]): string {
  const texts = rows.map(rowText).filter((text) => text.length <= LONGEST_TITLE && text.includes("表"));
  return texts.at(-1) ?? "";
}

function isAmount(text: string): boolean {
  return parseDecimal(text.replace(/[,%\s]/g, "")) !== null;
}

function saysUnit({ cells }: Row): boolean {
  return cells.some((cell) => /单位[:：]?.{0,3}元/.test(squeeze(cell.text)));
}
