/** The sentences of the pages: every one states figures that a mart holds, and none that a page had to compute. */
import type { About, Answer } from "./answer.js";
import type { CutTables } from "./cut-file.js";
import { amount, count, percent, quotient, yearName } from "./format.js";
import { type AttentionRow, formTitle, isFunded, unitTitleOf, type YearRow } from "./measures.js";
import { sourceName } from "./palette.js";
import { doubtSentence, OF_EXECUTION } from "./reliability.js";
import type { View } from "./view.js";

function ofSource<Row extends YearRow>(rows: Row[], source: string): Row | undefined {
  return rows.find((row) => row.source === source);
}

/** What every page says before any form was read, and what to do then. */
export const NOTHING_READ = "还没有读入表单";
export const HOW_TO_BEGIN =
  "请把项目支出绩效自评表放进 data/sources，按年度分文件夹，再运行 npx jixiao run 和 npx jixiao build。";

/** The year in one line: how much was spent, and where what was not spent sits out of proportion. */
export function overviewTitle(
  rows: YearRow[],
  attention: AttentionRow[],
  { view, read }: { view: View; read: number },
): string {
  if (read === 0) return NOTHING_READ;
  const total = ofSource(rows, "total");
  const year = `${yearName(view.year)}${view.department ?? ""}`;
  if (!total) return `${year}没有项目支出的表单`;
  if (total.execution_rate === null) return `${year} ${count(total.forms)} 张表单没有可以计算的执行率`;
  const start = `${year}项目资金执行 ${percent(total.execution_rate)}`;
  if (view.department !== undefined) {
    return `${start}，未执行 ${amount(total.unexecuted)}，占各部门未执行的 ${percent(total.share_of_unexecuted)}`;
  }
  const source = attention.find((row) => row.kind === "source");
  return source
    ? `${start}，未执行的 ${amount(total.unexecuted)}中 ${percent(source.share_of_unexecuted)} 是${sourceName(source.source)}`
    : `${start}，未执行 ${amount(total.unexecuted)}`;
}

/** The figures behind the overview's title. */
export function overviewLead(rows: YearRow[], read: number): string {
  if (read === 0) return HOW_TO_BEGIN;
  const total = ofSource(rows, "total");
  if (!total) return "";
  const parts = rows
    .filter((row) => row.source !== "total" && isFunded(row))
    .map((row) => `${sourceName(row.source)} ${amount(row.unexecuted)}`)
    .join("，");
  const spent = `全年执行数 ${amount(total.executed)}，执行率 ${percent(total.execution_rate)}`;
  const left = `未执行 ${amount(total.unexecuted)}${parts && `，其中${parts}`}`;
  const sums = `全年预算数 ${amount(total.adjusted_budget)}，${spent}；${left}。`;
  return `${count(total.forms)} 张项目支出绩效自评表，${sums}${doubtSentence(total, OF_EXECUTION)}`;
}

/** 其他资金 in one line: a small part of the budget, and how much of what was not spent. */
export function otherFundsTitle(rows: YearRow[], { view, read }: { view: View; read: number }): string {
  if (read === 0) return NOTHING_READ;
  const other = ofSource(rows, "other_funds");
  const year = `${yearName(view.year)}${view.department ?? ""}`;
  if (!other || !isFunded(other)) return `${year}没有其他资金`;
  const whole = view.department === undefined ? "" : "各部门";
  return `${year}其他资金占${whole}预算 ${percent(other.share_of_budget)}，占${whole}未执行 ${percent(other.share_of_unexecuted)}`;
}

/** The figures behind that title, with the 财政拨款 beside it. */
export function otherFundsLead(rows: YearRow[], read: number): string {
  if (read === 0) return HOW_TO_BEGIN;
  const other = ofSource(rows, "other_funds");
  if (!other || !isFunded(other)) return "";
  const own = ofSource(rows, "current_year_appropriation");
  const beside = own
    ? `同年当年财政拨款执行率 ${percent(own.execution_rate)}（${quotient(own.executed, own.adjusted_budget)}）。`
    : "";
  const forms = count(other.funded_forms ?? other.forms);
  const budgets = `年初预算 ${amount(other.initial_budget)}，全年预算 ${amount(other.adjusted_budget)}`;
  const spent = `执行 ${amount(other.executed)}，执行率 ${percent(other.execution_rate)}`;
  const left = `未执行 ${amount(other.unexecuted)}。${doubtSentence(other)}`;
  return `有其他资金的表单 ${forms} 张：${budgets}，${spent}；${left}${beside}`;
}

/** Something to look at: what it is, its figures, and the rule that chose it. */
export interface Attention {
  title: string;
  figures: string[];
  rule: string;
}

/** The words for a row of the attention list. */
export function attentionText(row: AttentionRow, view: View): Attention {
  const [whole, own] = view.department === undefined ? ["", "全年预算"] : ["各部门", "本部门全年预算"];
  const figures = [
    `未执行 ${amount(row.unexecuted)}`,
    `执行率 ${percent(row.execution_rate)}（${quotient(row.executed, row.adjusted_budget)}）`,
    `占${whole}预算 ${percent(row.share_of_budget)}，占${whole}未执行 ${percent(row.share_of_unexecuted)}`,
  ];
  switch (row.kind) {
    case "source":
      return { title: sourceName(row.source), figures, rule: "占未执行的比重超出占预算的比重最多的资金来源" };
    case "unit":
      return {
        title: unitTitleOf(row),
        figures,
        rule: `占${own} 5% 以上的单位中执行率最低者`,
      };
    case "largest_unit":
      return {
        title: unitTitleOf(row),
        figures,
        rule: `未执行金额最大的单位；没有单位占${own} 5% 以上`,
      };
    case "form":
      return { title: formTitle(row), figures, rule: "未执行金额最大的一张表单" };
  }
}

/** What the overview says first. */
export function overviewAnswer(tables: CutTables, { view, read }: About): Answer {
  const rows = tables.rows<YearRow>("sources");
  return {
    title: overviewTitle(rows, tables.rows<AttentionRow>("attention"), { view, read }),
    lead: overviewLead(rows, read),
  };
}

/** What the page about 其他资金 says first. */
export function otherFundsAnswer(tables: CutTables, { view, read }: About): Answer {
  const rows = tables.rows<YearRow>("sources");
  return { title: otherFundsTitle(rows, { view, read }), lead: otherFundsLead(rows, read) };
}
