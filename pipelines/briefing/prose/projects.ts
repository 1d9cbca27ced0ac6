/**
 * The projects that a briefing names, and where in it: with their unit where that is a problem of its own, or by
 * themselves.
 */
import type { BriefingFacts, FormRow } from "../facts/facts.ts";
import type { HouseStyle } from "../house-style.ts";
import { amount } from "../pieces.ts";
import { type Sentence, say } from "../sentence.ts";
import { doubtOf, isBelow, isWorthNaming, rateOf } from "./parts.ts";
import { toldUnits } from "./weak-units.ts";

/**
 * Of the projects that left most, the ones with a low rate and money worth naming; where units are told, a project of
 * another unit has to be as poor as they are.
 */
export function namedProjects(facts: BriefingFacts, style: HouseStyle): FormRow[] {
  const { largest, total, lowRate } = facts;
  const { named, poor_rate, share_of_named } = style.limits;
  if (!total) return [];
  const units = toldUnits(facts, style);
  const isLow = (row: FormRow) =>
    units.size === 0 || units.has(row.implementing_unit.value)
      ? isBelow(row.execution_rate, lowRate.threshold)
      : isBelow(row.execution_rate, poor_rate);
  return largest
    .slice(0, named)
    .filter((row) => isLow(row) && isWorthNaming(row.unexecuted, total.unexecuted, share_of_named));
}

/** What a project left and at what rate: `1,390.47万元（执行率17.29%）`. */
export function whatIsLeft(row: FormRow): Sentence {
  const { unexecuted, execution_rate } = row;
  if (execution_rate.value === null) return say`${amount(unexecuted)}${doubtOf(row)}`;
  const doubt = doubtOf(row) === "" ? "" : "，金额待核";
  return say`${amount(unexecuted)}（执行率${rateOf(execution_rate)}${doubt}）`;
}
