/** The tables of the page about the credibility of scores. */
import { html } from "htl";
import { bandName } from "./band-histogram.js";
import { count, exact, fixed, money, NONE, percent } from "./format.js";
import { linkToForm } from "./links.js";
import { formTitle } from "./measures.js";
import type { BandCount, ScoredForm } from "./scores.js";
import { type Column, table } from "./table.js";

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
    {
      label: "指标得分率",
      numeric: true,
      cell: (row) => percent(row.score_rate),
      value: (row) => row.score_rate,
    },
    RATE,
    {
      label: "高出",
      unit: "百分点",
      numeric: true,
      cell: (row) => fixed(row.score_over_execution, 2),
      value: (row) => row.score_over_execution,
    },
    {
      label: "未执行",
      unit: "万元",
      numeric: true,
      cell: (row) => money(row.unexecuted),
      value: (row) => row.unexecuted,
    },
  ];
  return table(rows, columns, { caption, limit: 15, empty: "没有得分率高过执行率的表单。" });
}

/** Forms whose own score is not what the rule gives. */
export function gapTable(rows: ScoredForm[], caption: string): HTMLElement {
  const columns: Column<ScoredForm>[] = [
    NAME,
    ...TOTAL,
    {
      label: "比规则多得",
      unit: "分",
      numeric: true,
      cell: (row) => fixed(row.rule_gap, 2),
      value: (row) => row.rule_gap,
    },
    {
      label: "指标得分率",
      numeric: true,
      cell: (row) => percent(row.score_rate),
      value: (row) => row.score_rate,
    },
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
  const forms: Column<BandCount> = {
    label: "表单",
    unit: "张",
    numeric: true,
    cell: (row) => count(row.forms),
    value: (row) => row.forms,
  };
  return table(rows, ratings ? [band, rating, forms] : [band, forms], {
    caption,
    limit: 12,
    empty: "没有可以计算的表单。",
  });
}
