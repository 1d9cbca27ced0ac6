/**
 * A form at a glance: what it is, its money, and every cell that is not simply what stands in the file.
 */
import { flagKind } from "../../components/form/flag-kinds.ts";
import type { Output, Summary } from "../output.ts";
import { type CellName, cellTitle, FIELDS, nameOf, writeCell } from "./fields.ts";
import { type ExplainedForm, type Row, rowOf } from "./form.ts";
import { correctionText, documentText, shortened, valueText } from "./words.ts";

/** Tells what a form holds and which of its cells ask for attention. */
export function sayOverview(form: ExplainedForm, output: Output): void {
  const { funding, indicators, form: head } = form.mart ?? form.raw;
  output.say(`表单 ${form.id}`);
  output.say(`文件：${documentText(form)}`);
  for (const field of FIELDS.form) {
    if (field in head) output.say(`${nameOf(field)}：${shortened(valueText(head[field]))}`);
  }
  output.say("项目资金（万元；年初预算数 / 全年预算数 / 全年执行数）：");
  for (const row of funding) {
    const amounts = [row.initial_budget, row.adjusted_budget, row.executed].map(valueText).join(" / ");
    output.say(`  ${row.source}  ${row.label}：${amounts}`);
  }
  output.say(`指标：${indicators.length} 项`);
  // What a reviewer has decided asks nobody any more; it stands among the corrections.
  const open = form.flags.filter((flag) => !form.corrections.some((correction) => decides(correction, flag)));
  const mended = open.filter(({ status }) => status === "repaired");
  const doubtful = open.filter(({ status }) => status !== "repaired");
  sayFlags("要请人看的格", form, doubtful, output);
  sayFlags("已修补的格", form, mended, output);
  for (const correction of form.corrections) {
    output.say(`更正 ${writeCell(cellOf(correction))}：${correctionText(correction)}`);
  }
  output.say(`某一格的来历：jixiao explain ${form.id} <栏目>，栏目例如 other_funds.executed。`);
}

/** The same for programs. */
export function overviewJson({ document, raw, mart, flags, corrections }: ExplainedForm): Summary {
  return { document, ...(mart ?? raw), flags, corrections };
}

function decides(correction: Row, flag: Row): boolean {
  return !correction.problem && writeCell(cellOf(correction)) === writeCell(cellOf(flag));
}

function sayFlags(title: string, form: ExplainedForm, flags: Row[], output: Output): void {
  output.say(flags.length > 0 ? `${title}：${flags.length} 处` : `${title}：无`);
  for (const flag of flags) output.say(flagText(form, flag));
}

function flagText(form: ExplainedForm, flag: Row): string {
  const cell = cellOf(flag);
  const title = cellTitle(cell, rowOf(form.raw, cell)?.label);
  const where = flag.line === null ? "" : `第 ${flag.line} 行，`;
  const read = `${shortened(valueText(flag.as_read))} → ${shortened(valueText(flag.value))}`;
  return `  ${writeCell(cell)}  ${title}：${where}${flagKind(String(flag.status)).name}，${read}；${flag.reason}`;
}

function cellOf({ record, seq, field }: Row): CellName {
  return { record: record as CellName["record"], seq: String(seq), field: String(field) };
}
