/**
 * What is the same in all forms of a year.
 */
import { decimal } from "../../form/decimal.ts";
import { type Chance, shuffled } from "../chance.ts";
import type { TrueForm } from "../true-form.ts";
import { withAppropriation, withIndicator, withIndicators, withNothingMissed } from "./change.ts";
import type { Place } from "./plant.ts";

export interface YearPlant extends Place {
  rule: string;
  what: string;
  /** The form as it is in that year; `number` counts the forms of the year from 0. */
  change(form: TrueForm, number: number): TrueForm;
}

const WHOLE_YEAR = { seq: "" } as const;

export const YEAR_PLANTS: readonly YearPlant[] = [
  {
    rule: "H9B",
    what: "各表都用同一个指标",
    ...WHOLE_YEAR,
    field: "name",
    change: (form) => {
      const at = form.indicators.findIndex(({ level2 }) => level2 === "质量指标" || level2 === "时效指标");
      return at < 0 ? form : withIndicator(form, at, { name: "工作任务按期完成情况" });
    },
  },
  {
    rule: "H11A",
    what: "三成的表没有成本指标",
    ...WHOLE_YEAR,
    field: "level1",
    change: (form, number) => (number % 3 === 0 ? withoutCost(form) : form),
  },
  {
    rule: "H12",
    what: "等级全都是优",
    ...WHOLE_YEAR,
    field: "rating",
    change: (form) => (form.totalScore < decimal(90) ? withNothingMissed(form) : form),
  },
  {
    rule: "H13",
    what: "没有执行的钱集中在一张表",
    ...WHOLE_YEAR,
    field: "executed",
    change: (form, number) =>
      number > 0
        ? form
        : withAppropriation(form, () => ({
            initial: decimal(280_000),
            adjusted: decimal(280_000),
            executed: decimal(42_000),
          })),
  },
];

/** Which of them is planted in which year: each in one, as many as there are years to spare. */
export function chooseYears(years: readonly number[], chance: Chance): Map<number, YearPlant> {
  // A year is left as it is, to be compared with; a single one is not touched.
  const chosen = shuffled(chance, years).slice(0, years.length - 1);
  return new Map(chosen.slice(0, YEAR_PLANTS.length).map((year, at) => [year, YEAR_PLANTS[at]!] as const));
}

/** The cost of the project told as an output: nothing of it is under 成本 any more. */
function withoutCost(form: TrueForm): TrueForm {
  const rows = form.indicators.filter(({ level1, level2 }) => isCost(level1, level2));
  const moved = rows.map((row) => ({ ...row, level1: "产出指标", level2: "时效指标" }));
  const others = form.indicators.filter(({ level1, level2 }) => !isCost(level1, level2));
  const at = others.findIndex(({ level1 }) => level1 === "效益指标");
  return withIndicators(form, [...others.slice(0, at), ...moved, ...others.slice(at)]);
}

function isCost(level1: string, level2: string): boolean {
  return level1.includes("成本") || level2.includes("成本");
}
