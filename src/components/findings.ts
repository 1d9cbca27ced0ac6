/** The sentences of the pages: every one states figures that a mart holds, and none that a page had to compute. */
import { count, money, percent, yearName } from "./format.js";
import { type AttentionRow, formTitle, UNNAMED, type YearRow } from "./measures.js";
import { sourceName } from "./palette.js";

function ofSource(rows: YearRow[], source: string): YearRow | undefined {
  return rows.find((row) => row.source === source);
}

/** What a page says when there is nothing to say. */
export const NOTHING_READ = "还没有读入表单";

/** The year in one line: how much was spent, and where what was not spent sits out of proportion. */
export function overviewTitle(rows: YearRow[], attention: AttentionRow[]): string {
  const total = ofSource(rows, "total");
  if (!total) return NOTHING_READ;
  const start = `${yearName(total.fiscal_year)}项目资金执行 ${percent(total.execution_rate)}`;
  const source = attention.find((row) => row.kind === "source");
  return source
    ? `${start}，未执行的 ${money(total.unexecuted)} 万元中 ${percent(source.share_of_unexecuted)} 是${sourceName(source.source)}`
    : `${start}，未执行 ${money(total.unexecuted)} 万元`;
}

/** The figures behind the overview's title. */
export function overviewLead(rows: YearRow[]): string {
  const total = ofSource(rows, "total");
  if (!total) return "请把自评表放进 data/sources，运行 npx jixiao run。";
  const parts = rows
    .filter((row) => row.source !== "total")
    .map((row) => `${sourceName(row.source)} ${money(row.unexecuted)} 万元`)
    .join("，");
  return `${count(total.forms)} 张项目支出绩效自评表，全年预算数 ${money(total.adjusted_budget)} 万元，全年执行数 ${money(total.executed)} 万元，执行率 ${percent(total.execution_rate)}；未执行 ${money(total.unexecuted)} 万元，其中${parts}。`;
}

/** 其他资金 in one line: a small part of the budget, and how much of what was not spent. */
export function otherFundsTitle(rows: YearRow[]): string {
  const total = ofSource(rows, "total");
  if (!total) return NOTHING_READ;
  const other = ofSource(rows, "other_funds");
  const year = yearName(total.fiscal_year);
  if (!other || Number(other.adjusted_budget ?? 0) === 0) return `${year}没有其他资金`;
  return `${year}其他资金占预算 ${percent(other.share_of_budget)}，占未执行 ${percent(other.share_of_unexecuted)}`;
}

/** The figures behind that title, with the 财政拨款 beside it. */
export function otherFundsLead(rows: YearRow[]): string {
  const other = ofSource(rows, "other_funds");
  if (!other) return "";
  const own = ofSource(rows, "current_year_appropriation");
  const beside = own
    ? `同年当年财政拨款执行率 ${percent(own.execution_rate)}（${money(own.executed)} ÷ ${money(own.adjusted_budget)} 万元）。`
    : "";
  return `其他资金年初预算 ${money(other.initial_budget)} 万元，全年预算 ${money(other.adjusted_budget)} 万元，执行 ${money(other.executed)} 万元，执行率 ${percent(other.execution_rate)}；未执行 ${money(other.unexecuted)} 万元。${beside}`;
}

/** Something to look at: what it is, its figures, and the rule that chose it. */
export interface Attention {
  title: string;
  figures: string;
  rule: string;
}

/** The words for a row of the attention list. */
export function attentionText(row: AttentionRow): Attention {
  const figures = `未执行 ${money(row.unexecuted)} 万元；执行率 ${percent(row.execution_rate)}（${money(row.executed)} ÷ ${money(row.adjusted_budget)} 万元）；占预算 ${percent(row.share_of_budget)}，占未执行 ${percent(row.share_of_unexecuted)}`;
  switch (row.kind) {
    case "source":
      return { title: sourceName(row.source), figures, rule: "占未执行的比重超出占预算的比重最多的资金来源" };
    case "unit":
      return {
        title: row.implementing_unit ?? UNNAMED,
        figures,
        rule: "占全年预算 5% 以上的单位中执行率最低者",
      };
    case "form":
      return { title: formTitle(row), figures, rule: "未执行金额最大的一张表单" };
  }
}
