/** The sentences of the pages of projects. */
import type { About, Answer } from "./answer.js";
import type { CutTables } from "./cut-file.js";
import { HOW_TO_BEGIN, NOTHING_READ } from "./findings.js";
import { amount, count, percent, yearName } from "./format.js";
import { nameWithDoubt } from "./measures.js";
import { sourceName } from "./palette.js";
import type { AddedSummary, ListedProject, ProjectSummary, ProjectYear } from "./projects.js";
import { doubtSentence, OF_EXECUTION } from "./reliability.js";
import { ofSource } from "./unit-findings.js";
import type { View } from "./view.js";

function about(view: View): string {
  return `${yearName(view.year)}${view.unit ?? view.department ?? ""}${view.source === undefined ? "" : sourceName(view.source)}`;
}

/** Which project left most, and how much was added in mid-year and not spent. */
export function projectsTitle(
  rows: ListedProject[],
  added: AddedSummary | undefined,
  { view, read }: { view: View; read: number },
): string {
  if (read === 0) return NOTHING_READ;
  const [first] = rows;
  if (!first) return `${about(view)}没有项目`;
  const most = `${about(view)}未执行最多的项目是${nameWithDoubt(first.project_name, first.name_doubtful)}，${amount(first.unexecuted)}`;
  return added ? `${most}；年中追加的项目有 ${amount(added.unexecuted)}没有用出去` : most;
}

/** How many projects there are, and how many recur. */
export function projectsLead(summary: ProjectSummary | undefined, years: number, read: number): string {
  if (read === 0) return HOW_TO_BEGIN;
  if (!summary) return "";
  const over =
    years > 1
      ? `，${count(summary.recurring_projects)} 个在同一单位两年以上都有`
      : "；只有一年的表单，看不出哪些年年都有";
  const shared = `${count(summary.shared_projects)} 个在两个以上单位都有`;
  return (
    `${count(summary.projects)} 个项目名称，${shared}${over}。` +
    "项目按名称认：改了名就成了两个，同名的也未必是一件事。"
  );
}

/** Money that came in mid-year, and what became of it. */
export function addedLead(added: AddedSummary | undefined, read: number): string {
  if (read === 0) return "";
  if (!added) return "没有年初预算为 0 而年中追加的项目。";
  const spent = `年中追加 ${amount(added.adjusted_budget)}，其中 ${amount(added.unexecuted)}没有执行`;
  const doubt = doubtSentence(added, OF_EXECUTION);
  return `${count(added.forms)} 张表单年初预算为 0，${spent}。${doubt}追加得晚就来不及用，表上看不出追加的时间。`;
}

/** One project's year in a line. */
export function projectTitle(
  project: string | undefined,
  years: ProjectYear[],
  view: View,
  read: number,
): string {
  if (read === 0) return NOTHING_READ;
  if (project === undefined) return "请选择一个项目";
  if (years.length === 0) return `没有名为“${project}”的项目`;
  const total = years.find((row) => row.source === "total" && row.fiscal_year === view.year);
  if (!total) return `${project}：${yearName(view.year)}没有表单`;
  const rate =
    total.execution_rate === null ? "没有可以计算的执行率" : `执行 ${percent(total.execution_rate)}`;
  return `${nameWithDoubt(project, total.name_doubtful)}：${yearName(view.year)}在 ${count(total.units)} 个单位，${rate}，未执行 ${amount(total.unexecuted)}`;
}

/** In which years there are forms of it. */
export function projectLead(years: ProjectYear[], read: number): string {
  if (read === 0) return HOW_TO_BEGIN;
  const totals = years.filter((row) => row.source === "total");
  if (totals.length === 0) return "";
  const names = totals.map((row) => yearName(row.fiscal_year)).join("、");
  return `有表单的年度：${names}。各单位同名的项目合在一起。`;
}

/** What the page of all projects says first. */
export function projectsAnswer(tables: CutTables, { view, read, years }: About): Answer {
  const listed = ofSource(tables.rows<ListedProject>("projects"), view);
  const [summary] = ofSource(tables.rows<ProjectSummary & { source: string }>("summary"), view);
  const [added] = tables.rows<AddedSummary>("added_summary");
  return { title: projectsTitle(listed, added, { view, read }), lead: projectsLead(summary, years, read) };
}
