/**
 * 附表: the figures behind the prose, and two charts.
 */
import type { Chart, Table, TableColumn } from "../briefing.ts";
import type { BriefingFacts, ExecutionRow, UnitRow } from "../facts/facts.ts";
import { count, name, place, rate, wan } from "../pieces.ts";
import { type Part, type Sentence, say } from "../sentence.ts";
import { isPositive, number, project, sourceName } from "./parts.ts";

const WAN = "万元";

const AMOUNTS: readonly TableColumn[] = [
  { label: "全年预算数", numeric: true, width: 13 },
  { label: "全年执行数", numeric: true, width: 13 },
  { label: "未执行数", numeric: true, width: 12 },
  { label: "执行率（%）", numeric: true, width: 12 },
];

type Amounts = Pick<ExecutionRow, "adjusted_budget" | "executed" | "unexecuted" | "execution_rate">;

export function tables(facts: BriefingFacts): Table[] {
  return [sourceTable(facts), unitTable(facts), formTable(facts)].filter((table) => table !== null);
}

export function charts(facts: BriefingFacts): Chart[] {
  return [sourceChart(facts), formChart(facts)].filter((chart) => chart !== null);
}

function amounts({ adjusted_budget, executed, unexecuted, execution_rate }: Amounts): Sentence[] {
  return [wan(adjusted_budget), wan(executed), wan(unexecuted), rate(execution_rate)].map(cell);
}

function cell(part: Part): Sentence {
  return say`${part}`;
}

function sourceTable({ total, sources }: BriefingFacts): Table | null {
  if (!total) return null;
  return {
    title: say`各资金来源执行情况`,
    unit: WAN,
    columns: [
      { label: "资金来源", width: 24 },
      { label: "年初预算数", numeric: true, width: 13 },
      ...AMOUNTS,
      { label: "占未执行（%）", numeric: true, width: 13 },
    ],
    rows: [...sources, total].map((row) => [
      cell(row === total ? "合计" : sourceName(row.source)),
      cell(wan(row.initial_budget)),
      ...amounts(row),
      cell(rate(row.share_of_unexecuted)),
    ]),
  };
}

function unitTable({ units, scope, total }: BriefingFacts): Table | null {
  if (units.length < 2 || !total) return null;
  const columns = [
    { label: "单位", width: 32 },
    { label: "表数", numeric: true, width: 7 },
    ...AMOUNTS,
    { label: "占未执行（%）", numeric: true, width: 13 },
  ];
  const most = units.slice(0, MOST_UNITS);
  const title = most.length < units.length ? say`未执行最多的单位` : say`各单位执行情况`;
  return {
    title: scope.level === "unit" ? say`执行情况` : title,
    unit: WAN,
    columns,
    rows: most.map((row: UnitRow) => [
      cell(name(row.implementing_unit)),
      cell(count(row.forms)),
      ...amounts(row),
      cell(rate(row.share_of_unexecuted)),
    ]),
  };
}

const MOST_UNITS = 20;

function formTable({ largest, counts, scope }: BriefingFacts): Table | null {
  if (largest.length === 0) return null;
  const all = largest.length === Number(counts.forms.value);
  return {
    title: all ? say`各项目执行情况，按未执行数排列` : say`未执行最多的项目（共${count(counts.forms)}张表）`,
    unit: WAN,
    columns: [
      { label: scope.level === "unit" ? "项目" : "单位和项目", width: 35 },
      ...AMOUNTS,
      { label: "自评总分（分）", numeric: true, width: 11 },
      { label: "出处", width: 15 },
    ],
    rows: largest.map((row) => [
      project(row, scope.level),
      ...amounts(row),
      cell(rate(row.total_score)),
      cell(place(row)),
    ]),
  };
}

function sourceChart({ sources }: BriefingFacts): Chart | null {
  const shown = sources.filter(isDrawable);
  return shown.length < 2
    ? null
    : {
        title: say`各资金来源全年执行数和未执行数`,
        categories: shown.map((row) => cell(sourceName(row.source))),
        series: [
          { name: "全年执行数", tone: "executed", values: shown.map((row) => wan(row.executed)) },
          { name: "未执行数", tone: "unexecuted", values: shown.map((row) => wan(row.unexecuted)) },
        ],
      };
}

/** Bars that a chart has room for. */
const BARS = 6;
/** With fewer bars, a table shows as much. */
const FEWEST_BARS = 3;

function formChart({ largest, scope }: BriefingFacts): Chart | null {
  const shown = largest.filter((row) => isPositive(row.unexecuted)).slice(0, BARS);
  return shown.length < FEWEST_BARS
    ? null
    : {
        title: say`未执行最多的项目`,
        categories: shown.map((row) => project(row, scope.level)),
        series: [{ name: "未执行数", tone: "unexecuted", values: shown.map((row) => wan(row.unexecuted)) }],
      };
}

/** Bars show parts of a whole: what was overspent has none. */
function isDrawable({ executed, unexecuted }: Amounts): boolean {
  return (number(executed) ?? -1n) >= 0n && (number(unexecuted) ?? -1n) >= 0n;
}
