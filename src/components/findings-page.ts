/** What the rules found: how much of it, by which rule, and each finding with what to ask. */
import { html } from "htl";
import { HOW_TO_BEGIN, NOTHING_READ } from "./findings.js";
import { count, exact, NONE, yearName } from "./format.js";
import { linkToForm, linkToForms } from "./links.js";
import { projectTitle, UNNAMED } from "./measures.js";
import type { FilterField, ListFilter } from "./pieces/list-filter.js";
import { longList } from "./pieces/long-list.js";
import {
  type CodedIndex,
  countsBy,
  type KeyValue,
  matching,
  type Portion,
  portionsOf,
  rowsIn,
} from "./pieces/piece-index.js";
import { type Column, table } from "./table.js";
import { titled } from "./titled.js";

/** A row of `mart.rules`. */
export interface Rule {
  rule: string;
  name: string;
  source: string;
  cannot_tell: string;
  question: string;
}

/** A row of `mart.findings`. Amounts in 万元 as decimal text. */
export interface FindingRow {
  finding_id: string;
  rule: string;
  severity: string;
  fiscal_year: number | null;
  form_id: string | null;
  implementing_unit: string | null;
  project_name: string | null;
  name_doubtful: boolean;
  amount: string | null;
  message: string;
  line: number | null;
  doubtful: boolean;
  figures: string;
  state: string;
  decision: string | null;
  decision_reason: string | null;
  decision_until: string | null;
  decision_office: string | null;
  /** What the unit answered: `explained`, `corrected`, or `open`. */
  answer: string;
  answer_text: string | null;
  answered_by: string | null;
  /** Why an answer does not hold any more, or what became of a correction. */
  answer_note: string | null;
  /** Whether the results of before had it too. */
  age: string;
  /** The day from which results have had it without a break. */
  since: string | null;
}

export interface FindingsPage {
  index: CodedIndex;
  rules: Rule[];
  /** Forms that were read. */
  forms: number;
  search: string;
}

const SEVERITIES: Record<string, string> = { error: "错误", warning: "提醒", info: "提示" };
const GRAVEST_FIRST = Object.keys(SEVERITIES);

const STATES: Record<string, string> = {
  undecided: "未决定",
  accepted: "理由成立",
  waived: "免于追问",
  confirmed: "情况属实",
  stale: "决定后数字已变",
  expired: "决定已过期",
};

const ANSWERS: Record<string, string> = { open: "待答复", explained: "已说明", corrected: "已更正" };

const AGES: Record<string, string> = {
  first: "没有上一份结果",
  new: "新出现",
  new_form: "新读入的项目",
  new_rule: "规则或界限改过，新提出",
  new_reading: "文件没有改，重新读取或更正后新提出",
  repeated: "上一份结果就有",
  hint: "提示，不作比较",
};

function ageName(age: KeyValue): string {
  return AGES[String(age)] ?? String(age);
}

function answerName(answer: KeyValue): string {
  return ANSWERS[String(answer)] ?? String(answer);
}

function severityName(severity: KeyValue): string {
  return SEVERITIES[String(severity)] ?? String(severity);
}

function stateName(state: KeyValue): string {
  return STATES[String(state)] ?? String(state);
}

/** The newest year that has findings. */
function newestYear(index: CodedIndex): KeyValue | undefined {
  const years = index.values[index.keys.indexOf("fiscal_year")] ?? [];
  return years.length === 0 ? undefined : [...years].sort((a, b) => Number(b ?? -1) - Number(a ?? -1))[0];
}

function fieldsOf(index: CodedIndex, ruleName: (rule: KeyValue) => string): FilterField[] {
  const newest = newestYear(index);
  return [
    {
      ...{ key: "fiscal_year", param: "year", label: "年度" },
      name: (year) => yearName(year === null ? null : Number(year)),
      order: (a, b) => Number(b ?? -1) - Number(a ?? -1),
      ...(newest === undefined ? {} : { preset: newest }),
    },
    {
      ...{ key: "severity", param: "severity", label: "轻重", name: severityName },
      order: (a, b) => GRAVEST_FIRST.indexOf(String(a)) - GRAVEST_FIRST.indexOf(String(b)),
    },
    { key: "rule", param: "rule", label: "规则", name: ruleName },
    {
      key: "department",
      param: "department",
      label: "主管部门",
      name: (department) => String(department ?? "没有写明，或不止一张表"),
    },
    {
      key: "implementing_unit",
      param: "unit",
      label: "实施单位",
      name: (unit) => String(unit ?? "不止一个单位"),
    },
    { key: "state", param: "decision", label: "决定", name: stateName },
    { key: "answer", param: "answer", label: "单位答复", name: answerName },
    { key: "age", param: "age", label: "新旧", name: ageName },
    {
      ...{ key: "open", param: "open", label: "追问" },
      name: (open) => (String(open) === "true" ? "还要问" : "已决定不再问"),
    },
  ];
}

/** What a finding is about, leading to its line; one about many forms leads to their list. */
function subject(row: FindingRow): Node {
  const unit = row.implementing_unit ?? (row.form_id ? UNNAMED : "全部单位");
  const names = row.project_name === null && !row.form_id ? unit : `${projectTitle(row)}\u00a0· ${unit}`;
  const href = row.form_id
    ? linkToForm(row.form_id, row.line)
    : linkToForms({
        year: row.fiscal_year,
        ...(row.implementing_unit ? { unit: row.implementing_unit } : {}),
        ...(row.project_name ? { project: row.project_name } : {}),
      });
  const line = row.line === null ? null : html` <span class="where">第 ${row.line} 行</span>`;
  return html.fragment`<a href=${href}>${names}</a>${line}`;
}

/** What an office decided, and whether that still holds. */
function decided({
  state,
  decision,
  decision_office,
  decision_reason,
  decision_until,
}: FindingRow): Node | string {
  if (decision === null) return stateName(state);
  const until = decision_until ? `，到 ${decision_until} 止` : "";
  const held = state === decision ? "" : `（${stateName(state)}，请重新决定）`;
  return html.fragment`${stateName(decision)}${held}<span class="where"> ${decision_office}：${decision_reason}${until}</span>`;
}

/** What the unit answered, in its own words. */
function answered({ answer, answer_text, answered_by, answer_note }: FindingRow): Node | string {
  if (answer_text === null) return answerName(answer);
  const said = [answered_by, answer_text].filter(Boolean).join("：");
  const note = answer_note ? `（${answer_note}）` : "";
  return html.fragment`${answerName(answer)}<span class="where"> ${said}${note}</span>`;
}

/** Whether a problem is new, and from which results on it has been there. */
function aged({ age, since }: FindingRow): string {
  return age === "repeated" && since !== null ? `${ageName(age)}，自 ${since} 起` : ageName(age);
}

function columnsOf(rules: Map<string, Rule>): Column<FindingRow>[] {
  return [
    {
      label: "项目 · 实施单位",
      cell: subject,
      value: ({ implementing_unit, project_name }) => `${implementing_unit ?? ""}${project_name ?? ""}`,
    },
    {
      label: "轻重",
      short: true,
      cell: (row) => html`<span class=${`severity-${row.severity}`}>${severityName(row.severity)}</span>`,
      value: ({ severity }) => String(GRAVEST_FIRST.indexOf(severity)),
    },
    {
      label: "规则",
      cell: ({ rule }) => html`<span>${rule} ${rules.get(rule)?.name ?? ""}</span>`,
      value: ({ rule }) => rule,
    },
    {
      label: "发现",
      wide: true,
      cell: ({ message, doubtful }) =>
        html.fragment`${message}${doubtful ? html` <span class="doubt">⚑ 读取存疑</span>` : null}`,
    },
    { label: "该问什么", cell: ({ rule }) => rules.get(rule)?.question ?? NONE },
    {
      label: "涉及金额",
      unit: "万元",
      numeric: true,
      cell: ({ amount }) => (amount === null ? NONE : exact(amount)),
      value: ({ amount }) => amount,
    },
    { label: "决定", cell: decided, value: ({ state }) => stateName(state) },
    { label: "单位答复", cell: answered, value: ({ answer }) => answerName(answer) },
    { label: "新旧", cell: aged, value: ({ age, since }) => `${ageName(age)} ${since ?? ""}` },
    { label: "问题编号", cell: ({ finding_id }) => html`<code class="id">${finding_id}</code>` },
  ];
}

/** What a year's findings come to, in a sentence. */
function title(filter: ListFilter, portions: Portion[]): string {
  const asked = filter.keys.fiscal_year;
  const year = asked === undefined ? "各年度" : yearName(asked === "unknown" ? null : Number(asked));
  const ofYear = matching(portions, asked === undefined ? {} : { fiscal_year: asked });
  const number = (severity: string) => rowsIn(matching(ofYear, { severity }));
  if (rowsIn(ofYear) === 0) return `${year}没有发现问题`;
  const kinds = [
    ["error", "处表内自相矛盾"],
    ["warning", "处值得一问"],
    ["info", "处提示"],
  ] as const;
  const there = kinds
    .filter(([severity]) => number(severity) > 0)
    .map(([severity, what]) => `${count(number(severity))} ${what}`);
  return `${year}有 ${there.join("，")}${number("error") === 0 ? "，没有表内自相矛盾之处" : ""}`;
}

interface RuleCount extends Rule {
  rows: number;
  undecided: number;
}

/** How often each rule fired under the filter, with the way to its findings. */
function ruleTable(rules: Map<string, Rule>, portions: Portion[], filters: ListFilter): HTMLElement {
  const rows = countsBy(portions, "rule").map(({ value, rows }): RuleCount => {
    const rule = String(value);
    const known = rules.get(rule) ?? { rule, name: rule, source: "", cannot_tell: "", question: "" };
    return { ...known, rows, undecided: rowsIn(matching(portions, { rule, state: "undecided" })) };
  });
  const address = (rule: string) =>
    `?${new URLSearchParams({ year: filters.keys.fiscal_year ?? "all", rule })}`;
  const columns: Column<RuleCount>[] = [
    {
      label: "规则",
      cell: ({ rule, name }) => html`<a href=${address(rule)}>${rule} ${name}</a>`,
      value: ({ rule }) => rule,
    },
    { label: "问题", unit: "个", numeric: true, cell: ({ rows }) => count(rows), value: ({ rows }) => rows },
    {
      label: "未决定",
      unit: "个",
      numeric: true,
      cell: ({ undecided }) => count(undecided),
      value: ({ undecided }) => undecided,
    },
    { label: "该问什么", cell: ({ question }) => question },
    { label: "看不出什么", cell: ({ cannot_tell }) => cannot_tell },
    { label: "依据", cell: ({ source }) => source },
  ];
  return table(rows, columns, { caption: "按规则：各发现多少问题", limit: 10 });
}

/** The page of all findings; its filters are in the address. */
export function findingsPage({ index, rules, forms, search }: FindingsPage): HTMLElement {
  if (forms === 0)
    return html`<div><h1>${titled(NOTHING_READ)}</h1><p class="lead">${HOW_TO_BEGIN}</p></div>`;
  const byId = new Map(rules.map((rule) => [rule.rule, rule]));
  const heading = html`<h1></h1>`;
  const summary = html`<div></div>`;
  const ruleName = (rule: KeyValue) => `${rule} ${byId.get(String(rule))?.name ?? ""}`;
  const fields = fieldsOf(index, ruleName);
  const portions = portionsOf(index);
  const list = longList<FindingRow>({
    ...{
      name: "findings",
      index,
      fields,
      columns: columnsOf(byId),
      caption: "问题清单",
      counted: "个问题",
      search,
    },
    words: (row) =>
      [
        row.finding_id,
        row.message,
        row.implementing_unit,
        row.project_name,
        row.decision_reason,
        ruleName(row.rule),
      ].join(" "),
    empty: "没有符合条件的问题。请去掉一些筛选。",
    onFilter: (filter, left) => {
      heading.replaceChildren(titled(title(filter, portions)));
      summary.replaceChildren(ruleTable(byId, left, filter));
    },
  });
  return html`<div class="findings-page">
    ${heading}
    <p class="lead">错误是表内自相矛盾；提醒和提示只是值得一问，不是结论。每条都带着要问的话，点项目名可看原表和那一行。所依据的格读取存疑的，轻重已减一等，标有
      ⚑，请先核对原件。决定写在 <code>decisions.csv</code> 里，问题编号抄自末列。</p>
    ${list}
    <h2 id="按规则">按规则</h2>
    ${summary}
  </div>`;
}
