/**
 * Errors and patterns of the scores of one form.
 */
import { decimal } from "../../form/decimal.ts";
import { between, type Chance, oneOf } from "../chance.ts";
import { hundredths, ratingOf, roundedToHundredth, type TrueForm, type TrueIndicator } from "../true-form.ts";
import {
  isCount,
  isMissedNumber,
  isSatisfaction,
  numberIn,
  placesOf,
  smaller,
  withIndicator,
  withNumber,
} from "./change.ts";
import type { FormPlant } from "./plant.ts";

/** Changes one of the indicators for which something holds. */
function change(
  holds: (row: TrueIndicator) => boolean,
  field: string,
  changed: (row: TrueIndicator, chance: Chance) => Partial<TrueIndicator>,
): FormPlant["plant"] {
  return (form, chance) => {
    const places = placesOf(form, holds);
    if (places.length === 0) return null;
    const at = oneOf(chance, places);
    const planted = withIndicator(form, at, changed(form.indicators[at]!, chance));
    return { form: planted, seq: String(at + 1), field };
  };
}

const isMet = (row: TrueIndicator): boolean => row.score === row.weight;
const isVerdict = (row: TrueIndicator): boolean => /达成(?:预期)?指标/.test(row.actual);
/** Points that the outputs have too many. */
const TOO_MANY = decimal(22);

const TOTAL_SCORE = { seq: "", field: "total_score" } as const;

export const SCORE_PLANTS: readonly FormPlant[] = [
  {
    rule: "S1",
    what: "分值合计多了 3 分",
    plant: (form) => {
      const at = form.indicators.findIndex(isMet);
      if (at < 0) return null;
      const more = form.indicators[at]!.weight + decimal(3);
      return { form: withIndicator(form, at, { weight: more, score: more }), seq: "", field: "total_weight" };
    },
  },
  {
    rule: "S2",
    what: "得分比分值多 1 分",
    plant: change(isMet, "score", ({ weight }) => ({ score: weight + decimal(1) })),
  },
  {
    rule: "S3",
    what: "失了分没有写原因",
    plant: change(
      ({ score, weight }) => score < weight,
      "deviation_reason",
      (_, chance) => ({
        reason: oneOf(chance, ["", "无"]),
      }),
    ),
  },
  {
    rule: "S4",
    what: "预算执行得分多给了 1 分",
    plant: (form) => {
      if (form.executionScore > decimal(9)) return null;
      const executionScore = form.executionScore + decimal(1);
      const totalScore = form.totalScore + decimal(1);
      return {
        form: { ...form, executionScore, totalScore, rating: ratingOf(totalScore) },
        seq: "total",
        field: "reported_score",
      };
    },
  },
  {
    rule: "S5",
    what: "没有按完成比例扣分，少扣了一半",
    plant: change(
      (row) => isMissedNumber(row) && row.weight - row.score >= hundredths(20),
      "score",
      ({ weight, score }) => ({ score: roundedToHundredth((weight + score) / 2n) }),
    ),
  },
  {
    rule: "S6",
    what: "完成值是指标值的一倍半到三倍",
    plant: change(
      (row) => isCount(row) && isMet(row),
      "actual",
      ({ target, actual }, chance) => ({
        actual: withNumber(actual, times(target, between(chance, 15, 30))),
      }),
    ),
  },
  {
    rule: "S7",
    what: "没有达到指标值却得满分",
    plant: change(isMissedNumber, "score", ({ weight }) => ({ score: weight })),
  },
  {
    rule: "S8",
    what: "结论是达成，得分却不到八成",
    plant: change(
      (row) => isVerdict(row) && isMet(row),
      "score",
      ({ weight }) => ({ score: roundedToHundredth((weight * 6n) / 10n), reason: "年度考核酌情扣分" }),
    ),
  },
  {
    rule: "S9",
    what: "满意度不到 90% 得满分",
    plant: change(
      (row) => isSatisfaction(row) && isMet(row) && numberIn(row.target) !== null,
      "score",
      ({ target, actual }, chance) => ({
        target: withNumber(target, 8_500),
        actual: withNumber(actual, between(chance, 8_520, 8_980)),
      }),
    ),
  },
  {
    rule: "S11",
    what: "产出指标比口径多了 22 分",
    plant: (form) => {
      const moved = withHeavyOutputs(form);
      return moved && { form: moved, seq: "", field: "level1" };
    },
  },
  {
    rule: "S10",
    what: "评分等级与总分不符",
    plant: (form) => ({ form: { ...form, rating: otherRating(form) }, seq: "", field: "rating" }),
  },
  {
    rule: "S10A",
    what: "总分比各项得分之和少 1.5 分",
    plant: (form) => {
      const totalScore = form.totalScore - hundredths(150);
      return { form: { ...form, totalScore, rating: ratingOf(totalScore) }, ...TOTAL_SCORE };
    },
  },
];

/** Points of other headings, of those that leave at least one where they were, given to the first output. */
function withHeavyOutputs(form: TrueForm): TrueForm | null {
  const at = form.indicators.findIndex((row) => row.level1 === "产出指标" && isMet(row));
  let left = TOO_MANY;
  const lighter = form.indicators.map((row) => {
    if (row.level1 === "产出指标" || isSatisfaction(row) || !isMet(row) || row.weight <= decimal(1))
      return row;
    const taken = smaller(row.weight - decimal(1), left);
    left -= taken;
    return { ...row, weight: row.weight - taken, score: row.score - taken };
  });
  if (at < 0 || left > 0n) return null;
  const weight = lighter[at]!.weight + TOO_MANY;
  return withIndicator({ ...form, indicators: lighter }, at, { weight, score: weight });
}

function otherRating({ rating }: TrueForm): string {
  return rating === "优" ? "良" : "优";
}

/** So many tenths of a target, whole. */
function times(target: string, tenths: number): number {
  return Math.round((numberIn(target)! * tenths) / 1000) * 100;
}
