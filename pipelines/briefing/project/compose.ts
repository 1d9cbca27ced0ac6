/**
 * A project's briefing over the years.
 */
import type { Briefing, Chart, Paragraph, Table } from "../briefing.ts";
import { sectionOf } from "../compose.ts";
import type { HouseStyle, SectionId } from "../house-style.ts";
import { day, limit, name, place, rate, wan, year } from "../pieces.ts";
import { isOne, isPositive, isSynthetic, isZero } from "../prose/parts.ts";
import { say } from "../sentence.ts";
import type { ProjectFacts } from "./facts.ts";
import { overview } from "./overview.ts";
import { advice, problems, reasons, trust } from "./prose.ts";

const WRITERS: Readonly<Record<SectionId, (facts: ProjectFacts, style: HouseStyle) => Paragraph[]>> = {
  overview,
  problems,
  reasons,
  advice,
  trust,
};

/** Writes the briefing of a project in the style of an office. */
export function composeProject(facts: ProjectFacts, style: HouseStyle): Briefing {
  const { names, sums, run } = facts;
  const span = isOne(sums.years)
    ? say`${year(sums.last_year)}度`
    : say`${year(sums.first_year)}至${year(sums.last_year)}`;
  return {
    title: say`${name(names.implementing_unit)}“${name(names.project_name)}”${span}${limit(style.headings.title)}`,
    synthetic: isSynthetic(run),
    sections: style.order.map((id) =>
      sectionOf(id, WRITERS[id](facts, style), id === "advice" ? "items" : "none", style),
    ),
    annexHeading: style.headings.annex,
    notesHeading: style.headings.notes,
    charts: yearChart(facts),
    tables: [yearTable(facts)],
    imprint: say`数据计算于${day(run.run_at)}，软件版本${name(run.version)}。`,
  };
}

function yearTable({ years }: ProjectFacts): Table {
  return {
    title: say`各年执行情况`,
    unit: "万元",
    columns: [
      { label: "年度", width: 10 },
      { label: "年初预算数", numeric: true, width: 14 },
      { label: "全年预算数", numeric: true, width: 14 },
      { label: "全年执行数", numeric: true, width: 14 },
      { label: "未执行数", numeric: true, width: 14 },
      { label: "执行率%", numeric: true, width: 12 },
      { label: "总分", numeric: true, width: 12 },
      { label: "出处", width: 14 },
    ],
    rows: years.map((row) => ({
      cells: [
        say`${year(row.fiscal_year)}${isPositive(row.doubtful_forms) ? "（待核）" : ""}`,
        ...[row.initial_budget, row.adjusted_budget, row.executed, row.unexecuted].map(
          (cell) => say`${wan(cell)}`,
        ),
        ...[row.execution_rate, row.total_score].map((cell) => say`${rate(cell)}`),
        say`${place(row)}`,
      ],
    })),
  };
}

function yearChart({ years }: ProjectFacts): Chart[] {
  const shown = years.filter(({ executed, unexecuted }) =>
    [executed, unexecuted].every((cell) => isPositive(cell) || isZero(cell)),
  );
  if (shown.length < 2) return [];
  return [
    {
      title: say`各年执行情况`,
      categories: shown.map(
        (row) => say`${year(row.fiscal_year)}${isPositive(row.doubtful_forms) ? "（待核）" : ""}`,
      ),
      series: [
        { name: "全年执行数", tone: "executed", values: shown.map((row) => wan(row.executed)) },
        { name: "未执行数", tone: "unexecuted", values: shown.map((row) => wan(row.unexecuted)) },
      ],
    },
  ];
}
