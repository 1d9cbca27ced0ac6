/**
 * Habits of a whole unit.
 */
import { type Decimal, decimal, formatDecimal } from "../../form/decimal.ts";
import { between, type Chance } from "../chance.ts";
import type { TrueForm, TrueFunding } from "../true-form.ts";
import {
  isMissedNumber,
  isSatisfaction,
  justMet,
  loweredTo,
  sourcesOf,
  withIndicators,
  withNothingMissed,
  withRate,
  withSources,
} from "./change.ts";
import { withLateFunds } from "./over-years.ts";
import type { Place } from "./plant.ts";

/** What a unit's habit came to: its forms, and what must be found in which year. */
export interface Habit {
  /** The unit's projects, each with its forms. */
  projects: TrueForm[][];
  marks: (Place & { year: number; project?: string; size?: number; amount?: string })[];
}

export interface UnitPlant {
  /** The rule that must find it; `unit_years` where a measure shows it and no rule asks. */
  rule: string;
  what: string;
  plant(projects: readonly TrueForm[][], years: readonly number[], chance: Chance): Habit | null;
}

const ONE_POINT = decimal(1);
/** Forms that a unit must have in a year to be compared. */
const ENOUGH = 3;

function formsIn(projects: readonly TrueForm[][], year: number): TrueForm[] {
  return projects.flat().filter((form) => form.year === year);
}

function changedIn(
  projects: readonly TrueForm[][],
  years: readonly number[],
  change: (form: TrueForm) => TrueForm,
): TrueForm[][] {
  return projects.map((forms) => forms.map((form) => (years.includes(form.year) ? change(form) : form)));
}

/** The last year in which the unit files enough forms. */
function lastFullYear(projects: readonly TrueForm[][], years: readonly number[]): number | undefined {
  return years.findLast((year) => formsIn(projects, year).length >= ENOUGH);
}

export const UNIT_PLANTS: readonly UnitPlant[] = [
  {
    rule: "unit_years",
    what: "年年执行率偏低",
    plant: (projects, years, chance) => {
      const count = Math.min(years.length, between(chance, 2, 4));
      const low = years.slice(years.length - count);
      if (low.some((year) => formsIn(projects, year).length === 0)) return null;
      const rate = between(chance, 480, 780);
      const chronic = changedIn(projects, low, (form) => withRate(form, rate + (form.year % 3) * 20));
      const total = chronic.flat().filter(({ year }) => low.includes(year));
      const amount = total.reduce((sum, { funding: [row] }) => sum + row!.adjusted - row!.executed, 0n);
      const mark = { year: low.at(-1)!, seq: "total", field: "streak_years", size: count };
      return { projects: chronic, marks: [{ ...mark, amount: formatDecimal(amount) }] };
    },
  },
  {
    rule: "F8",
    what: "其他资金年年到位晚、用不完",
    plant: (projects, years, chance) => {
      if (years.length < 2) return null;
      const last = years.slice(-2);
      const late = changedIn(projects, last, (form) => withLateFunds(form, between(chance, 50, 400)));
      const both = late.filter((forms) => last.every((year) => forms.some((form) => form.year === year)));
      const place = { seq: "other_funds", field: "executed" };
      const marks = both.map(([form]) => ({ year: last[1]!, project: form!.project, ...place, size: 2 }));
      return marks.length === 0 ? null : { projects: late, marks };
    },
  },
  {
    rule: "H1",
    what: "当年各表的指标全部得满分",
    plant: (projects, years) => {
      const year = lastFullYear(projects, years);
      if (year === undefined) return null;
      const full = changedIn(projects, [year], withNothingMissed);
      return { projects: full, marks: [{ year, seq: "", field: "score" }] };
    },
  },
  {
    rule: "H6A",
    what: "满意度恰好等于下限",
    plant: (projects, years) => {
      const year = lastFullYear(projects, years);
      if (year === undefined) return null;
      const floored = changedIn(projects, [year], (form) =>
        withIndicators(
          form,
          form.indicators.map((row) => (isSatisfaction(row) ? atNinety(row) : row)),
        ),
      );
      return { projects: floored, marks: [{ year, seq: "", field: "actual" }] };
    },
  },
  {
    rule: "F7B",
    what: "几个项目年初都没有预算，年中追加的没有用完",
    plant: (projects, years, chance) => {
      const year = lastFullYear(projects, years);
      if (year === undefined) return null;
      const added = changedIn(projects, [year], (form) => addedInMidYear(form, between(chance, 650, 850)));
      return { projects: added, marks: [{ year, seq: "total", field: "executed" }] };
    },
  },
  {
    rule: "H7A",
    what: "总分凑成整数",
    plant: (projects, years, chance) => {
      const year = lastFullYear(projects, years);
      if (year === undefined) return null;
      const heaped = changedIn(
        projects,
        [year],
        (form) => loweredTo(form, wholePoints(form), chance) ?? form,
      );
      const unspent = formsIn(heaped, year).filter(({ funding: [total] }) => isUnspent(total!));
      const whole = unspent.filter((form) => form.totalScore === wholePoints(form));
      if (unspent.length < ENOUGH || 2 * whole.length < unspent.length) return null;
      return { projects: heaped, marks: [{ year, seq: "", field: "total_score" }] };
    },
  },
  {
    rule: "H8",
    what: "同一个原因写在几张表里",
    plant: (projects, years) => {
      const missed = projects.flat().filter(({ indicators }) => indicators.some(isMissedNumber));
      if (missed.length < ENOUGH) return null;
      const reason = "受客观条件限制，部分工作未能按原计划完成，今后将进一步加强统筹";
      const excused = changedIn(projects, years, (form) => {
        const at = form.indicators.findIndex(isMissedNumber);
        const indicators = form.indicators.map((row, index) => (index === at ? { ...row, reason } : row));
        return withIndicators(form, indicators);
      });
      const year = Math.max(...missed.map((form) => form.year));
      return {
        projects: excused,
        marks: [{ year, seq: "", field: "deviation_reason", size: missed.length }],
      };
    },
  },
];

/** All of a form's money granted in mid-year, and so many thousandths of it spent. */
function addedInMidYear(form: TrueForm, spent: number): TrueForm {
  const [own, carried, others] = sourcesOf(withRate(form, spent)).map((row) => ({ ...row, initial: 0n }));
  return withSources(form, [own!, carried!, others!]);
}

/** The total without what it has above whole points. */
function wholePoints({ totalScore }: TrueForm): Decimal {
  return totalScore - (totalScore % ONE_POINT);
}

function isUnspent({ adjusted, executed }: TrueFunding): boolean {
  return executed > 0n && executed < adjusted;
}

/** Just at its floor, and the floor where full marks begin. */
function atNinety(row: TrueForm["indicators"][number]): TrueForm["indicators"][number] {
  const target = row.target.replace(/\d+(?:\.\d+)?/, row.target.includes("(") ? "90.00" : "90");
  return justMet({ ...row, target });
}
