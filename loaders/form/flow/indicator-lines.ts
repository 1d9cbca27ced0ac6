/**
 * Rows of the indicator table that were laid out from a flow, as the lines that the reader of indicators takes.
 */
import { LINE_FIELDS, type LineField, type Part, type TableLine } from "../indicators/lines.ts";
import type { Flag } from "../types.ts";
import { costOfCell, type TableField } from "./cell-costs.ts";
import type { FlowCell, FlowTable } from "./table.ts";
import { textOfTokens } from "./tokens.ts";

/** Another reading that is dearer by less than this cannot be ruled out. */
const CLEAR_MARGIN = 0.8;
/** From such a cost a text is not what its column holds. */
const COST_OF_MISFIT = 3;
/** Sign and unit belong to the target: the three joined without anything between (SCHEMA.md). */
const FIELD_OF: Record<Exclude<TableField, "ordinal">, LineField> = {
  level1: "level1",
  level2: "level2",
  name: "name",
  sign: "target",
  target: "target",
  unit: "target",
  actual: "actual",
  weight: "weight",
  score: "score",
  reason: "reason",
};

/**
 * The rows as lines, each with the labels of the groups that it stands in.
 * @param cutOff the text ends with the table
 */
export function linesOfTable({ fields, rows, left }: FlowTable, cutOff: boolean): TableLine[] {
  const lines: TableLine[] = [];
  const absent = new Set(
    LINE_FIELDS.filter((field) => !fields.some((own) => own !== "ordinal" && FIELD_OF[own] === field)),
  );
  let level1: Label = NO_LABEL;
  let level2: Label = NO_LABEL;
  for (const [at, numbered] of rows.entries()) {
    const row = numbered.filter(isContent);
    if (row.length === 0) continue;
    const parts = partsOf(row, fields);
    const flags = flagsOf(row, cutOff && numbered === rows.at(-1) ? fields : null);
    for (const { field } of left[at]!.length > 0 ? row : []) flags[FIELD_OF[field]] ??= leftFlag(left[at]!);
    if (parts.level1.length > 0) [level1, level2] = [{ parts: parts.level1, flag: flags.level1 }, NO_LABEL];
    if (parts.level2.length > 0) level2 = { parts: parts.level2, flag: flags.level2 };
    if (LINE_FIELDS.every((field) => field === "level1" || field === "level2" || parts[field].length === 0))
      continue;
    lines.push({
      line: row[0]!.tokens[0]!.line,
      page: 0,
      parts: { ...parts, level1: level1.parts, level2: level2.parts },
      whole: true,
      absent,
      flags: { ...flags, level1: level1.flag, level2: level2.flag },
    });
  }
  return lines;
}

/** A label of a merged cell, which stands for all rows that it covers, and so does a doubt about it. */
interface Label {
  parts: Part[];
  flag: Flag | undefined;
}

const NO_LABEL: Label = { parts: [], flag: undefined };

/** A cell of the row itself: its number is its place, and is counted anew. */
type ContentCell = FlowCell & { field: Exclude<TableField, "ordinal"> };

function leftFlag(words: readonly string[]): Flag {
  const reason = `这一行的“${words.join("")}”不属于表头的任何一栏，没有读入，各格可能错了位`;
  return { status: "uncertain", reason };
}

function isContent(cell: FlowCell): cell is ContentCell {
  return cell.field !== "ordinal";
}

function partsOf(row: readonly ContentCell[], fields: readonly TableField[]): Record<LineField, Part[]> {
  const parts = Object.fromEntries(LINE_FIELDS.map((field) => [field, [] as Part[]])) as Record<
    LineField,
    Part[]
  >;
  for (const { field, tokens } of row)
    parts[FIELD_OF[field]].push({
      text: textOfTokens(tokens),
      column: fields.indexOf(field),
      line: tokens[0]!.line,
    });
  return parts;
}

/** The doubts of a row. @param cutOff the columns of the table, if the text ends with this row, or within it */
function flagsOf(
  row: readonly ContentCell[],
  cutOff: readonly TableField[] | null,
): Partial<Record<LineField, Flag>> {
  const flags: Partial<Record<LineField, Flag>> = {};
  for (const { field, margin, other } of row)
    if (margin < CLEAR_MARGIN)
      flags[FIELD_OF[field]] = {
        status: "uncertain",
        reason: `原文没有分栏，这里的文字也可以断为“${other}”`,
      };
  // What fits its column badly makes the whole row doubtful: a column may be read for another.
  if (row.some(({ field, tokens }) => costOfCell(field, textOfTokens(tokens)) >= COST_OF_MISFIT))
    for (const { field } of row)
      flags[FIELD_OF[field]] ??= { status: "uncertain", reason: "这一行有的格与表头对不上，各格可能错了位" };
  const end = row.at(-1)!;
  const needed = cutOff?.filter((field) => field !== "reason").at(-1);
  if (needed && end.field !== needed && end.field !== "reason")
    flags[FIELD_OF[end.field]] = {
      status: "truncated",
      reason: `文本在第${end.tokens.at(-1)!.line}行中断，后面部分缺失`,
    };
  return flags;
}
