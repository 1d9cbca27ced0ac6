/**
 * A form at a glance: what it is, its money, and every cell that is not simply what stands in the file.
 */
import type { Output, Summary } from "../output.ts";
import { type CellName, cellTitle, FIELDS, writeCell } from "./fields.ts";
import { type ExplainedForm, type Row, rowOf } from "./form.ts";
import { correctionText, documentText, statusText, valueText } from "./words.ts";

/** Tells what a form holds and which of its cells ask for attention. */
export function sayOverview(form: ExplainedForm, output: Output): void {
  const { funding, indicators, form: head } = form.mart ?? form.raw;
  output.say(`表单 ${form.id}`);
  output.say(`文件：${documentText(form)}`);
  for (const [field, name] of Object.entries(FIELDS.form)) {
    if (field in head) output.say(`${name}：${valueText(head[field])}`);
  }
  output.say("项目资金（万元；年初预算数 / 全年预算数 / 全年执行数）：");
  for (const row of funding) {
    const amounts = [row.initial_budget, row.adjusted_budget, row.executed].map(valueText).join(" / ");
    output.say(`  ${row.source}  ${row.label}：${amounts}`);
  }
  output.say(`指标：${indicators.length} 项`);
  output.say(form.flags.length > 0 ? `有标记的格：${form.flags.length} 处` : "有标记的格：无");
  for (const flag of form.flags) output.say(flagText(form, flag));
  for (const correction of form.corrections) {
    output.say(`更正 ${writeCell(cellOf(correction))}：${correctionText(correction)}`);
  }
  output.say(`用 jixiao explain ${form.id} <栏目> 查看某一格的来历，例如 other_funds.executed。`);
}

/** The same for programs. */
export function overviewJson({ document, raw, mart, flags, corrections }: ExplainedForm): Summary {
  return { document, ...(mart ?? raw), flags, corrections };
}

function flagText(form: ExplainedForm, flag: Row): string {
  const cell = cellOf(flag);
  const label = rowOf(form.raw, cell)?.label;
  const where = flag.line === null ? "" : `第 ${flag.line} 行，`;
  const title = cellTitle(cell, label === undefined ? undefined : String(label));
  const read = `读到 ${flag.as_read === "" ? "（空）" : flag.as_read}，取 ${valueText(flag.value)}`;
  return `  ${writeCell(cell)}  ${title}：${statusText(flag.status)}，${where}${read}；${flag.reason}`;
}

function cellOf({ record, seq, field }: Row): CellName {
  return { record: record as CellName["record"], seq: String(seq), field: String(field) };
}
