/**
 * A project's briefing over the years.
 */
import type { Briefing, Chart, Paragraph, Section, Table } from "../briefing.ts";
import { noted } from "../compose.ts";
import { type Ground, listedOn, standing } from "../grounds.ts";
import type { HouseStyle, SectionId } from "../house-style.ts";
import {
  amount,
  count,
  day,
  limit,
  name,
  page,
  place,
  quoted,
  rate,
  threshold,
  wan,
  year,
} from "../pieces.ts";
import { sinceResultsBefore } from "../prose/changes.ts";
import { projectChangesPage } from "../prose/listings.ts";
import { doubtIn, firstOf, isOne, isPositive, isSynthetic, isZero, rateOf } from "../prose/parts.ts";
import { restingOn, type Sentence, say, together } from "../sentence.ts";
import type { ProjectFacts, ProjectYearRow } from "./facts.ts";

const WRITERS: Readonly<Record<SectionId, (facts: ProjectFacts) => Paragraph[]>> = {
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
    sections: style.order.map((id): Section => {
      const paragraphs = noted(WRITERS[id](facts), style);
      return { id, heading: style.headings[id], numbering: id === "advice" ? "items" : "none", paragraphs };
    }),
    annexHeading: style.headings.annex,
    notesHeading: style.headings.notes,
    charts: yearChart(facts),
    tables: [yearTable(facts)],
    imprint: say`数据计算于${day(run.run_at)}，软件版本${name(run.version)}。`,
  };
}

/** Where the totals of its years stand. */
function yearsGround({ places, names }: ProjectFacts): Ground | null {
  const asked = { project: names.project_name.value ?? "" };
  return firstOf("年度资金总额", places, page("project", "项目", asked));
}

function overview(facts: ProjectFacts): Paragraph[] {
  const { names, sums, years } = facts;
  const who = say`${name(names.implementing_unit)}“${name(names.project_name)}”`;
  const latest = yearSentence(years.at(-1)!);
  const told = isOne(sums.years)
    ? [say`${who}只有${year(sums.last_year)}的自评表，看不出变化。`, latest]
    : [allYears(who, sums), rateRange(sums), latest];
  const [first, ...others] = told.filter((sentence) => sentence !== null);
  const money = { sentences: [restingOn(first!, yearsGround(facts)), ...others] };
  const changed = sinceResultsBefore(facts.sinceBefore, projectChangesPage(facts.asked));
  return changed ? [money, { sentences: [changed] }] : [money];
}

function allYears(who: Sentence, sums: ProjectFacts["sums"]): Sentence {
  const all = say`${who}自${year(sums.first_year)}到${year(sums.last_year)}有${count(sums.years)}年的自评表`;
  return sums.adjusted_budget.value === null ||
    sums.executed.value === null ||
    sums.execution_rate.value === null
    ? say`${all}。`
    : say`${all}，全年预算合计${amount(sums.adjusted_budget)}，执行${amount(sums.executed)}，合计执行率${rateOf(sums.execution_rate)}${doubtIn(sums.doubtful_forms)}。`;
}

function rateRange(sums: ProjectFacts["sums"]): Sentence | null {
  return sums.lowest_rate.value === null || sums.lowest_rate.value === sums.highest_rate.value
    ? null
    : say`执行率最低的是${year(sums.lowest_year)}，为${rateOf(sums.lowest_rate)}；最高的是${year(sums.highest_year)}，为${rateOf(sums.highest_rate)}。`;
}

function yearSentence(row: ProjectYearRow): Sentence {
  const { fiscal_year, adjusted_budget, executed, execution_rate, doubtful_forms } = row;
  const doubtful = isPositive(doubtful_forms) ? "（金额待核）" : "";
  if (adjusted_budget.value === null || executed.value === null)
    return say`${year(fiscal_year)}的预算数或执行数没有读全。`;
  const money = say`${year(fiscal_year)}全年预算${amount(adjusted_budget)}，执行${amount(executed)}`;
  return execution_rate.value === null
    ? say`${money}，不计算执行率${doubtful}。`
    : say`${money}，执行率${rateOf(execution_rate)}${doubtful}。`;
}

function problems(facts: ProjectFacts): Paragraph[] {
  const { years, sums, lowRate, lasting } = facts;
  const latest = years.at(-1)!;
  const low = threshold(lowRate.threshold);
  const streak =
    isPositive(latest.streak_years) && !isOne(latest.streak_years)
      ? say`到${year(latest.fiscal_year)}为止，执行率连续${count(latest.streak_years)}年低于${low}${
          latest.streak_lowest_rate.value === null
            ? null
            : say`，最低的一年为${rateOf(latest.streak_lowest_rate)}`
        }${isPositive(latest.streak_unexecuted) ? say`，共未执行${amount(latest.streak_unexecuted)}${doubtIn(sums.doubtful_forms)}` : null}。`
      : isPositive(sums.low_years)
        ? isOne(sums.years)
          ? say`${year(latest.fiscal_year)}执行率低于${low}。`
          : sums.low_years.value === sums.years.value
            ? say`各年执行率都低于${low}。`
            : say`${count(sums.years)}年中有${count(sums.low_years)}年执行率低于${low}。`
        : null;
  const added =
    isPositive(sums.added_years) && !isOne(sums.years)
      ? say`${count(sums.years)}年中有${count(sums.added_years)}年年初没有预算、年中追加。`
      : null;
  const repeated = lasting.map((row) =>
    restingOn(
      say`“${name(row.rule_name)}”自${year(row.since)}起连续${count(row.years)}年。`,
      standing("连年的问题", [row]),
    ),
  );
  const told = [
    streak && restingOn(streak, yearsGround(facts)),
    added && restingOn(added, yearsGround(facts)),
    ...repeated,
  ];
  const found = told.filter((sentence) => sentence !== null);
  return found.length > 0
    ? [{ sentences: found }]
    : [
        {
          sentences: [
            isOne(sums.years)
              ? say`只有一年的自评表，说不上有没有连年存在的问题。`
              : say`按现有审核规则，没有发现连年存在的问题。`,
          ],
        },
      ];
}

function reasons({ reasons: rows, sums }: ProjectFacts): Paragraph[] {
  const whose = isOne(sums.years) ? "表上" : "各年的表都";
  if (rows.length === 0) return [{ sentences: [say`${whose}没有写明可以引用的原因。`] }];
  const sentences = rows.map((row) =>
    restingOn(say`${year(row.fiscal_year)}写明：“${quoted(row.reason)}”。`, standing("原因", [row])),
  );
  return [{ sentences }];
}

function advice(facts: ProjectFacts): Paragraph[] {
  const { years, sums, names, otherPlaces } = facts;
  const latest = years.at(-1)!;
  const who = name(names.implementing_unit);
  const found = [
    !isOne(sums.years) && isPositive(sums.low_years) && sums.lowest_rate.value !== null
      ? restingOn(
          say`各年执行率${
            sums.lowest_rate.value === sums.highest_rate.value
              ? say`都是${rateOf(sums.lowest_rate)}`
              : say`在${rateOf(sums.lowest_rate)}与${rateOf(sums.highest_rate)}之间`
          }${doubtIn(sums.doubtful_forms)}，编制下一年度预算时请${who}说明是否压减。`,
          yearsGround(facts),
        )
      : null,
    isPositive(latest.other_unexecuted)
      ? restingOn(
          say`请${who}说明${year(latest.fiscal_year)}其他资金未执行${amount(latest.other_unexecuted)}${doubtIn(latest.other_doubtful_forms)}的原因，以及资金来源和到位时间。`,
          standing("其他资金", otherPlaces),
        )
      : null,
  ].filter((sentence) => sentence !== null);
  return found.length > 0
    ? found.map((sentence) => ({ sentences: [sentence] }))
    : [{ sentences: [say`没有需要提请研究的事项。`] }];
}

function trust(facts: ProjectFacts): Paragraph[] {
  const { counts, run, names } = facts;
  const isMoneySure = !isPositive(counts.doubtful_forms);
  const cells = isPositive(counts.flagged_cells)
    ? say`其中${count(counts.flagged_forms)}张表的${count(counts.flagged_cells)}个格没有读准，待与原件核对。`
    : say`各格都已读准${isMoneySure ? "，没有待核之处" : ""}。`;
  const money = isMoneySure ? null : say`${count(counts.doubtful_forms)}张表的金额待核。`;
  const madeUp = isSynthetic(run) ? say`以上都是合成数据。` : null;
  const forms = say`以上数字取自${count(counts.forms)}张表。`;
  const asked = { project: names.project_name.value ?? "", unit: names.implementing_unit.value ?? "" };
  const listedForms = listedOn("表和待核的格", page("form", "表单", asked));
  const sentences = [restingOn(forms, listedForms), cells, money, madeUp];
  return [{ sentences: sentences.filter((sentence) => sentence !== null) }];
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
      title: together(["各年执行情况"]),
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
