/**
 * 附表 and 附图: the figures behind the prose in one table, and two charts.
 */
import type { Chart, Table, TableRow } from "../briefing.ts";
import type { BriefingFacts, ExecutionRow, FormRow, UnitRow } from "../facts/facts.ts";
import { name, place, rate, wan } from "../pieces.ts";
import { type Part, type Sentence, say, textOf } from "../sentence.ts";
import { doubtIn, doubtOf, isPositive, isWorthNaming, number, project, sourceName } from "./parts.ts";

type Amounts = Pick<ExecutionRow, "adjusted_budget" | "executed" | "unexecuted" | "execution_rate">;

export function tables(facts: BriefingFacts): Table[] {
  const { total, sources, largest, counts, scope } = facts;
  if (!total) return [];
  const isWhole = largest.length === Number(counts.forms.value);
  const which = scope.level === "unit" ? "资金来源和项目" : "资金来源、单位和项目";
  return [
    {
      title: say`执行情况${isWhole ? null : "（列未执行最多的项目）"}`,
      unit: "万元",
      columns: [
        { label: which, width: 37 },
        { label: "全年预算数", numeric: true, width: 14 },
        { label: "全年执行数", numeric: true, width: 14 },
        { label: "未执行数", numeric: true, width: 13 },
        { label: "执行率%", numeric: true, width: 12 },
        { label: "总分", numeric: true, width: 9 },
        { label: "出处", width: 17 },
      ],
      rows: [
        sumRow(say`合计${doubtIn(total.doubtful_forms)}`, total),
        ...(sources.length > 1
          ? sources.map((row) =>
              partOf(sumRow(say`${sourceName(row.source)}${doubtIn(row.doubtful_forms)}`, row)),
            )
          : []),
        ...projectRows(facts),
      ],
    },
  ];
}

export function charts(facts: BriefingFacts): Chart[] {
  return [sourceChart(facts), formChart(facts)].filter((chart) => chart !== null);
}

/** The projects under their units, those with most money left first; without units where there is only one. */
function projectRows({ units, largest, scope }: BriefingFacts): TableRow[] {
  if (units.length < 2) return largest.map((row) => projectRow(row, project(row, "unit")));
  const shown = new Set<FormRow>();
  const nested = units.flatMap((unit): TableRow[] => {
    const own = largest.filter((row) => isOf(row, unit));
    for (const row of own) shown.add(row);
    const rows = own.map((row) => partOf(projectRow(row, project(row, "unit"))));
    return own.length === 0
      ? []
      : [sumRow(say`${name(unit.implementing_unit)}${doubtIn(unit.doubtful_forms)}`, unit), ...rows];
  });
  const ofNone = largest.filter((row) => !shown.has(row));
  return [...nested, ...ofNone.map((row) => projectRow(row, project(row, scope.level)))];
}

function isOf(form: FormRow, unit: UnitRow): boolean {
  return (
    form.implementing_unit.value === unit.implementing_unit.value &&
    form.department_name.value === unit.department.value
  );
}

function partOf(row: TableRow): TableRow {
  return { ...row, isPart: true };
}

function sumRow(what: Part, row: Amounts): TableRow {
  return { cells: [cell(what), ...amounts(row), cell("—"), cell("—")] };
}

function projectRow(row: FormRow, what: Sentence): TableRow {
  return {
    cells: [say`${what}${doubtOf(row)}`, ...amounts(row), cell(rate(row.total_score)), cell(place(row))],
  };
}

function amounts({ adjusted_budget, executed, unexecuted, execution_rate }: Amounts): Sentence[] {
  return [wan(adjusted_budget), wan(executed), wan(unexecuted), rate(execution_rate)].map(cell);
}

function cell(part: Part): Sentence {
  return say`${part}`;
}

function sourceChart({ sources, total }: BriefingFacts): Chart | null {
  const shown = sources.filter((row) => isDrawable(row) && hasLength(row, total));
  return shown.length < 2
    ? null
    : {
        title: say`各资金来源执行情况`,
        categories: shown.map((row) => say`${sourceName(row.source)}${doubtIn(row.doubtful_forms)}`),
        series: [
          { name: "全年执行数", tone: "executed", values: shown.map((row) => wan(row.executed)) },
          { name: "未执行数", tone: "unexecuted", values: shown.map((row) => wan(row.unexecuted)) },
        ],
      };
}

/** Bars that a chart has room for. */
const BARS = 3;
/** With fewer bars, a table shows as much. */
const FEWEST_BARS = 3;
/** Characters of a label that stay legible beside its bar: longer ones are squeezed, and the table has them in full. */
const LONGEST_LABEL = 36;

function formChart({ largest, scope }: BriefingFacts): Chart | null {
  const shown = largest.filter((row) => isPositive(row.unexecuted)).slice(0, BARS);
  const categories = shown.map((row) => say`${project(row, scope.level)}${doubtOf(row)}`);
  return shown.length < FEWEST_BARS || categories.some((label) => textOf(label).length > LONGEST_LABEL)
    ? null
    : {
        title: say`未执行最多的项目`,
        categories,
        series: [{ name: "未执行数", tone: "unexecuted", values: shown.map((row) => wan(row.unexecuted)) }],
      };
}

/** Of the whole budget, in percent: a bar of less is a line. */
const SHORTEST_BAR = 1;

function hasLength({ adjusted_budget }: Amounts, total: Amounts | null): boolean {
  return total !== null && isWorthNaming(adjusted_budget, total.adjusted_budget, SHORTEST_BAR);
}

/** Bars show parts of a whole: what was overspent has none. */
function isDrawable({ executed, unexecuted }: Amounts): boolean {
  return (number(executed) ?? -1n) >= 0n && (number(unexecuted) ?? -1n) >= 0n;
}
