/**
 * What is the same in all forms of a year.
 */
import { type Decimal, decimal } from "../../form/decimal.ts";
import { between, type Chance, shuffled } from "../chance.ts";
import { hundredths, type TrueForm } from "../true-form.ts";
import {
  loweredTo,
  share,
  withAppropriation,
  withIndicator,
  withIndicators,
  withNothingMissed,
  withRate,
} from "./change.ts";
import type { Place } from "./plant.ts";

export interface YearPlant extends Place {
  rule: string;
  what: string;
  /** Whether nothing else may be planted in that year. */
  alone?: true;
  /**
   * The form as it is in that year.
   *
   * @param number counts the forms of the year from 0
   * @param forms how many the year has, about
   */
  change(form: TrueForm, number: number, forms: number, chance: Chance): TrueForm;
  /** Forms that the year must have for it to show; few are enough where left out. */
  least?: number;
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
    alone: true,
    // What is not missed gives no reason, so little may not be spent either.
    change: (form) => (form.totalScore < decimal(90) ? withRate(withNothingMissed(form), 960) : form),
  },
  {
    rule: "H13",
    what: "没有执行的钱集中在一张表",
    ...WHOLE_YEAR,
    field: "executed",
    change: (form, number, forms) => (number === 0 ? withIdleMillions(form, forms) : form),
  },
  {
    rule: "H7",
    what: "总分挤在 90 分以上一点",
    ...WHOLE_YEAR,
    field: "total_score",
    least: 100,
    change: (form, _number, _forms, chance) => loweredTo(form, justExcellent(chance), chance) ?? form,
  },
];

/** So many years must there be for one of them to bear nothing else. */
const ENOUGH_YEARS = 4;
/** A year bears no more of them: two change different things of a form. */
const MOST_A_YEAR = 2;

/**
 * What is planted in which year: each in one, two a year where years are few. The one that bears nothing beside it has
 * the first year, so that habits have the others in a row.
 *
 * @param forms how many a year has, about
 */
export function chooseYears(
  years: readonly number[],
  forms: number,
  chance: Chance,
): Map<number, YearPlant[]> {
  const alone = years.length >= ENOUGH_YEARS ? YEAR_PLANTS.filter((plant) => plant.alone) : [];
  const others = shuffled(
    chance,
    YEAR_PLANTS.filter((plant) => !plant.alone && forms >= (plant.least ?? 0)),
  );
  // One of the later years is left as it is, to be compared with.
  const later = shuffled(chance, years.slice(1)).slice(1);
  const chosen = new Map<number, YearPlant[]>(alone.length > 0 ? [[years[0]!, alone]] : []);
  for (const [at, year] of Array.from({ length: MOST_A_YEAR }, () => later)
    .flat()
    .entries())
    if (others[at]) chosen.set(year, [...(chosen.get(year) ?? []), others[at]]);
  return chosen;
}

/** Between a tenth and nine tenths of a point above the line. */
function justExcellent(chance: Chance): Decimal {
  return decimal(90) + hundredths(between(chance, 10, 90));
}

/** Forty times as many 万元 as there are forms, most of it unspent: several times what all others leave. */
function withIdleMillions(form: TrueForm, forms: number): TrueForm {
  const granted = decimal(forms * 40);
  return withAppropriation(form, () => ({
    initial: granted,
    adjusted: granted,
    executed: share(granted, 150),
  }));
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
