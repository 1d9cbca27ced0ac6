/** The tables of the page of indicators. */
import { html } from "htl";
import { countColumn, pointsColumn, rateColumn } from "../columns.js";
import { count, exact, NONE } from "../format.js";
import { linkToForm } from "../links.js";
import { type FormNames, formTitle, UNNAMED } from "../measures.js";
import { linkPicking } from "../picks.js";
import { type Column, table } from "../table.js";
import type { IndicatorText, LevelRow, NameRow, SignalRow } from "./indicators.js";
import { levelName } from "./level-attainment.js";

const points = (figure: string | null) => (figure === null ? NONE : exact(figure));

function scored<Row extends { weight: string | null; score: string | null }>(): Column<Row>[] {
  return [
    { label: "分值", numeric: true, cell: (row) => points(row.weight), value: (row) => row.weight },
    { label: "得分", numeric: true, cell: (row) => points(row.score), value: (row) => row.score },
  ];
}

/** Attainment by level. */
export function levelTable(rows: LevelRow[], caption: string): HTMLElement {
  const columns: Column<LevelRow>[] = [
    {
      label: "类别",
      cell: (row) =>
        html.fragment`${levelName(row)} ${row.doubtful_indicators > 0 ? html`<span class="doubt">⚑ ${count(row.doubtful_indicators)} 个待核</span>` : null}`,
      value: levelName,
    },
    countColumn("指标", "个", (row) => row.indicators),
    countColumn("说得清", "个", (row) => row.judged_indicators),
    countColumn("达成", "个", (row) => row.attained_indicators),
    rateColumn("达成占比", (row) => row.attained_share),
    countColumn("失分", "个", (row) => row.lost_indicators),
    ...scored<LevelRow>(),
    rateColumn("得分率", (row) => row.score_rate),
    pointsColumn("比规则多得", "分", (row) => row.rule_gap),
  ];
  return table(rows, columns, { caption });
}

interface PlacedIndicator extends FormNames {
  form_id: string;
  line: number;
  name: string | null;
  target: string | null;
  actual: string | null;
  weight: string | null;
  score: string | null;
  /** One of its cells asks for a person. */
  doubtful: boolean;
}

/** An indicator, leading to its line, with what it was to be and what it was. */
function placed<Row extends PlacedIndicator>(): Column<Row>[] {
  return [
    {
      label: "指标",
      cell: (row) =>
        html.fragment`<a href=${linkToForm(row.form_id, row.line)}>${row.name ?? UNNAMED}</a> ${row.doubtful ? html`<span class="doubt">⚑ 待核</span>` : null}`,
      value: (row) => row.name,
    },
    {
      label: "项目 · 实施单位",
      cell: formTitle,
      value: (row) => row.project_name,
    },
    { label: "年度指标值", cell: (row) => row.target ?? NONE, value: (row) => row.target },
    { label: "实际完成值", cell: (row) => row.actual ?? NONE, value: (row) => row.actual },
    ...scored<Row>(),
  ];
}

/**
 * Indicators with a sign.
 *
 * @param measured the heading of what was measured
 */
export function signalTable(rows: SignalRow[], measured: string, caption: string): HTMLElement {
  const columns = [...placed<SignalRow>(), rateColumn(measured, (row: SignalRow) => row.measured)];
  return table(rows, columns, { caption, limit: 10, empty: "没有这样的指标。" });
}

/** Names that recur; each picks the indicators that bear it. */
export function nameTable(rows: NameRow[], caption: string): HTMLElement {
  const columns: Column<NameRow>[] = [
    {
      label: "三级指标",
      cell: (row) => html`<a href=${linkPicking({ indicator: row.name })}>${row.name}</a>`,
      value: (row) => row.name,
    },
    countColumn("表单", "张", (row) => row.forms),
    rateColumn("占表单", (row) => row.share_of_forms),
    countColumn("单位", "个", (row) => row.units),
    countColumn("指标", "个", (row) => row.indicators),
    {
      label: "达成",
      numeric: true,
      cell: (row) => `${count(row.attained_indicators)} / ${count(row.judged_indicators)}`,
      value: (row) => row.attained_indicators,
    },
    countColumn("失分", "个", (row) => row.lost_indicators),
  ];
  return table(rows, columns, { caption, limit: 15, empty: "没有重复出现的指标名称。" });
}

/** Indicators as printed. */
export function indicatorTextTable(rows: IndicatorText[], caption: string): HTMLElement {
  const columns: Column<IndicatorText>[] = [
    ...placed<IndicatorText>(),
    {
      label: "偏差原因",
      wide: true,
      cell: (row) => row.deviation_reason ?? "",
      value: (row) => row.deviation_reason,
    },
  ];
  return table(rows, columns, { caption, limit: 50, empty: "没有这样的指标。" });
}
