/** The tables of the page about the credibility of scores. */
import { html } from "htl";
import { amountColumn, countColumn, pointsColumn, rateColumn } from "../columns.js";
import { count, exact, NONE, percent } from "../format.js";
import { linkToForm } from "../links.js";
import { formTitle } from "../measures.js";
import { type Column, table } from "../table.js";
import { bandName } from "./band-histogram.js";
import type { BandCount, ScoredForm } from "./scores.js";

const points = (figure: string | null) => (figure === null ? NONE : exact(figure));

const NAME: Column<ScoredForm> = {
  label: "项目 · 实施单位",
  cell: (row) =>
    html.fragment`<a href=${linkToForm(row.form_id, row.total_score_line)}>${formTitle(row)}</a> ${
      row.doubtful || row.doubtful_indicators > 0
        ? html`<span class="doubt">⚑ ${row.doubtful ? "金额" : `${count(row.doubtful_indicators)} 个指标`}待核</span>`
        : null
    }`,
  value: formTitle,
};

const TOTAL: Column<ScoredForm>[] = [
  {
    label: "自评总分",
    numeric: true,
    cell: (row) => points(row.total_score),
    value: (row) => row.total_score,
  },
  { label: "等级", short: true, cell: (row) => row.rating ?? NONE, value: (row) => row.rating },
];

const RATE: Column<ScoredForm> = {
  label: "执行率",
  numeric: true,
  cell: (row) =>
    row.line === null
      ? percent(row.execution_rate)
      : html`<a href=${linkToForm(row.form_id, row.line)}>${percent(row.execution_rate)}</a>`,
  value: (row) => row.execution_rate,
};

/** Forms with what their indicators score above the share of their money that was spent. */
export function overTable(rows: ScoredForm[], caption: string): HTMLElement {
  const columns: Column<ScoredForm>[] = [
    NAME,
    ...TOTAL,
    rateColumn("指标得分率", (row) => row.score_rate),
    RATE,
    pointsColumn("高出", "百分点", (row) => row.score_over_execution),
    amountColumn("未执行", (row) => row.unexecuted),
  ];
  return table(rows, columns, { caption, limit: 15, empty: "没有得分率高过执行率的表单。" });
}

/** Forms whose own score is not what the rule gives. */
export function gapTable(rows: ScoredForm[], caption: string): HTMLElement {
  const columns: Column<ScoredForm>[] = [
    NAME,
    ...TOTAL,
    pointsColumn("比规则多得", "分", (row) => row.rule_gap),
    rateColumn("指标得分率", (row) => row.score_rate),
    RATE,
  ];
  return table(rows, columns, { caption, limit: 15, empty: "没有与规则相差这么多的表单。" });
}

/** Bands with their numbers of forms, for those who cannot see the chart. */
export function bandTable(
  rows: BandCount[],
  caption: string,
  { ratings, begin = 0 }: { ratings: boolean; begin?: number },
): HTMLElement {
  const band: Column<BandCount> = {
    label: "分数段",
    short: true,
    cell: (row) => bandName(row, begin),
    value: (row) => row.band,
  };
  const rating: Column<BandCount> = {
    label: "等级",
    short: true,
    cell: (row) => row.rating ?? NONE,
    value: (row) => row.rating ?? null,
  };
  const forms: Column<BandCount> = countColumn("表单", "张", (row) => row.forms);
  return table(rows, ratings ? [band, rating, forms] : [band, forms], {
    caption,
    limit: 12,
    empty: "没有可以计算的表单。",
  });
}
