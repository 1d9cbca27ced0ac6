/**
 * The way back of one value: from the mart over a reviewer's correction and what was read to the lines of the file.
 */
import type { DuckDBConnection, Json } from "@duckdb/node-api";
import { flagKind } from "../../components/form/flag-kinds.ts";
import type { Output, Summary } from "../output.ts";
import { type CellName, cellTitle, isAmount, writeCell } from "./fields.ts";
import { type ExplainedForm, type Row, rowOf, type SourceLine, sourceLines } from "./form.ts";
import { placeOf } from "./place.ts";
import { correctionText, documentText, lineText, valueText } from "./words.ts";

/** All that explains one value. */
export interface ValueTrace {
  cell: CellName;
  title: string;
  lines: SourceLine[];
  /** The value as it was read. */
  read: Json;
  /** Doubts about it; none means that it stands in the lines just so. */
  flags: Row[];
  correction: Row | null;
  /** The value in the marts; undefined where nothing was computed yet or no mart holds it. */
  mart: Json | undefined;
}

/** Follows a value back to its source. */
export async function traceValue(
  connection: DuckDBConnection,
  form: ExplainedForm,
  cell: CellName,
): Promise<ValueTrace> {
  const ofCell = (row: Row) => row.record === cell.record && row.seq === cell.seq && row.field === cell.field;
  const row = rowOf(form.raw, cell) ?? {};
  const flags = form.flags.filter(ofCell);
  const lines = await sourceLines(connection, form.raw.form, lineNumbers(cell, row, flags));
  return {
    cell,
    title: cellTitle(cell, row.label),
    lines,
    read: row[cell.field] ?? null,
    flags,
    correction: form.corrections.find(ofCell) ?? null,
    mart: form.mart ? rowOf(form.mart, cell)?.[cell.field] : undefined,
  };
}

/** The lines of the row or of the cell, and those that its flags point at. */
function lineNumbers({ record, field }: CellName, row: Row, flags: Row[]): number[] {
  const own = record === "form" ? row[FORM_LINES[field] ?? `${field}_line`] : row.line;
  const first = own ?? null;
  const last = record === "indicator" ? (row.last_line ?? first) : first;
  const numbers = new Set<number>();
  if (first !== null) for (let line = Number(first); line <= Number(last); line++) numbers.add(line);
  for (const { line } of flags) if (line !== null) numbers.add(Number(line));
  return [...numbers];
}

/** Fields of the form that share the line of another column. */
const FORM_LINES: Record<string, string> = { form_type: "first_line", total_weight: "total_score_line" };

/** Tells where a value comes from, in the order in which it came. */
export function sayValue(form: ExplainedForm, trace: ValueTrace, output: Output): void {
  const { cell, title, lines, read, flags, correction, mart } = trace;
  output.say(`${title}  ${writeCell(cell)}`);
  output.say(`文件：${documentText(form)}`);
  const unit = form.raw.form.amount_unit;
  if (isAmount(cell) && unit !== "万元") output.say(`表上金额以${unit}为单位，读到的值已折为万元`);
  output.say(lines.length > 0 ? "原文：" : "原文：没有可指的行");
  const values = [read, ...flags.map((flag) => flag.as_read)].map((value) => String(value ?? ""));
  for (const line of lines) {
    output.say(lineText(line));
    const place = placeOf(line, String(form.document.format), values);
    if (place !== null) output.say(`         在${place}`);
  }
  for (const flag of flags) {
    output.say(`读到的格：${valueText(flag.as_read)}`);
    output.say(`标记：${flagKind(String(flag.status)).name}——${flag.reason}`);
  }
  if (flags.length === 0) output.say("标记：无，与原文一致");
  output.say(`读到的值：${valueText(read)}`);
  output.say(`更正：${correction ? correctionText(correction) : "无"}`);
  if (mart !== undefined) output.say(`现在的值：${valueText(mart)}`);
  else if (form.mart) output.say("现在的值：各表不收这一栏");
  else output.say("现在的值：尚未计算，请运行 jixiao transform");
}

/** The same for programs. */
export function valueJson({ cell, lines, read, flags, correction, mart }: ValueTrace): Summary {
  return {
    field: writeCell(cell),
    record: cell.record,
    seq: cell.seq,
    lines,
    flags: flags.map(({ status, as_read, value, reason, line }) => ({
      status,
      as_read,
      value,
      reason,
      line,
    })),
    read,
    correction,
    value: mart ?? null,
  };
}
