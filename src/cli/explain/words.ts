/**
 * How `explain` words what the warehouse holds.
 */
import type { Json } from "@duckdb/node-api";
import type { ExplainedForm, Row } from "./form.ts";

/** A value as people read it. */
export function valueText(value: Json | undefined): string {
  return value === null || value === undefined || value === "" ? "（空）" : String(value);
}

/** Characters of a text that a line of a list has room for. */
const SHORT = 40;

/** The beginning of a text, so that a list keeps one line an entry. */
export function shortened(text: string): string {
  const characters = [...text];
  return characters.length > SHORT ? `${characters.slice(0, SHORT).join("")}……` : text;
}

/** A line of the file, verbatim behind its number; tabs are shown. */
export function lineText({ line, text }: { line: number; text: string }): string {
  return `  ${String(line).padStart(6)} │ ${text.replaceAll("\t", "⇥")}`;
}

/** The file that a form was read from and the form's lines in it. */
export function documentText({ document, raw }: ExplainedForm): string {
  const { ordinal, first_line, last_line } = raw.form;
  return `sources/${document.path}，第 ${ordinal} 张表（第 ${first_line}–${last_line} 行）`;
}

/** What a reviewer decided, and whether it could be applied. */
export function correctionText({ value, reason, reviewer, line, problem }: Row): string {
  const text = `改为 ${valueText(value)}，理由：${reason}，复核人：${reviewer}（corrections.csv 第 ${line} 行）`;
  return problem ? `${text}；没有采用：${problem}` : text;
}
