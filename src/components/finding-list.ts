/** What the rules found, as a list: the gravest first, each with what to ask and the way to its line. */
import { html } from "htl";
import { count } from "./format.js";
import { linkToForm } from "./links.js";
import { nameWithDoubt } from "./measures.js";

/** A row of `mart.findings` with the name and the question of its rule. */
export interface ListedFinding {
  finding_id: string;
  rule: string;
  rule_name: string;
  question: string;
  severity: string;
  fiscal_year?: number | null;
  form_id: string | null;
  project_name: string | null;
  /** Left out where the reader has the form at hand. */
  name_doubtful?: boolean;
  message: string;
  line: number | null;
  /** What it rests on asks for a person. */
  doubtful: boolean;
  /** An office has decided on it, and the decision holds. */
  decided: boolean | null;
}

const SEVERITIES: Record<string, string> = { error: "错误", warning: "提醒", info: "提示" };

/** The Chinese name of a severity. */
export function severityName(severity: string): string {
  return SEVERITIES[severity] ?? severity;
}

function item(row: ListedFinding): HTMLElement {
  const line = row.line === null ? "" : `第 ${row.line} 行`;
  const href = row.form_id === null ? null : linkToForm(row.form_id, row.line);
  const place =
    row.form_id && row.project_name
      ? `${nameWithDoubt(row.project_name, row.name_doubtful)}${line && `，${line}`}`
      : line;
  return html`<li class=${`finding finding-${row.severity}`}>
    <p><span class="severity">${severityName(row.severity)}</span>
      <strong>${row.rule_name}</strong> <span class="rule-id">${row.rule}</span>
      ${row.doubtful ? html`<span class="doubt">⚑ 所依据的格待核</span>` : null}
      ${row.decided ? html`<span class="type">已有决定</span>` : null}</p>
    <p>${row.message} ${href ? html`<a href=${href} data-line=${row.line}>${place || "查看表单"}</a>` : null}</p>
    <p class="question">该问：${row.question}。</p>
  </li>`;
}

/**
 * The list; the first `limit` are shown, the rest on request.
 *
 * @param none what is said where nothing was found
 */
export function findingList(
  rows: ListedFinding[],
  { none, limit = 12 }: { none: string; limit?: number },
): HTMLElement {
  if (rows.length === 0) return html`<p class="none">${none}</p>`;
  const list = html`<ol class="findings">${rows.slice(0, limit).map(item)}</ol>`;
  if (rows.length <= limit) return list;
  const more = html`<button type="button" class="more">显示全部 ${count(rows.length)} 个问题</button>`;
  more.onclick = () => {
    list.append(...rows.slice(limit).map(item));
    more.remove();
  };
  return html`<div>${list}${more}</div>`;
}
