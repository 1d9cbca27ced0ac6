/**
 * A source of funds that is hardly spent, and out of proportion to its share of the budget.
 */
import type { Paragraph } from "../briefing.ts";
import type { BriefingFacts, ExecutionRow } from "../facts/facts.ts";
import type { HouseStyle } from "../house-style.ts";
import { amount, limit, percent, points } from "../pieces.ts";
import { restingOn, type Sentence, say } from "../sentence.ts";
import {
  basis,
  eachProject,
  firstPlaces,
  isBelow,
  isPositive,
  isShare,
  isWorthNaming,
  number,
  rateOf,
  sourceName,
} from "./parts.ts";

export function idleSource(facts: BriefingFacts, { limits }: HouseStyle): Paragraph | null {
  const { total, sources, sourceForms, scope } = facts;
  const idle = sources
    .filter(
      (row) =>
        total &&
        isBelow(row.execution_rate, limits.poor_rate) &&
        isWorthNaming(row.unexecuted, total.unexecuted, limits.share_of_unexecuted),
    )
    .sort((a, b) => (number(b.unexecuted)! > number(a.unexecuted)! ? 1 : -1));
  const [source] = idle;
  if (!source) return null;
  const forms = sourceForms
    .get(source.source.value!)!
    .slice(0, limits.named)
    .filter((row) => isWorthNaming(row.unexecuted, source.unexecuted, limits.share_of_unexecuted));
  const each = eachProject(forms, scope.level, (row) => say`未执行${amount(row.unexecuted)}`);
  const rows = firstPlaces(sourceName(source.source), sourceForms.get(source.source.value!)!);
  const much = restingOn(howMuch(source, limits.poor_rate), rows);
  const where = restingOn(say`其中，${each}。`, basis(forms));
  return {
    lead: lead(source),
    sentences: forms.length > 0 ? [much, where] : [much],
  };
}

function lead(source: ExecutionRow): Sentence {
  return isBelow(source.execution_rate, HALF)
    ? say`${sourceName(source.source)}大部分没有执行`
    : say`${sourceName(source.source)}执行率偏低`;
}

const HALF = 50;

function howMuch(row: ExecutionRow, poorRate: number): Sentence {
  const below = isPositive(row.below_appropriation)
    ? say`，比当年财政拨款低${points(row.below_appropriation)}`
    : null;
  const money = say`${sourceName(row.source)}全年预算${amount(row.adjusted_budget)}，执行${amount(row.executed)}，执行率${rateOf(row.execution_rate)}，低于${limit(`${poorRate}%`)}${below}。`;
  const left = say`未执行${amount(row.unexecuted)}`;
  const shares =
    isShare(row.share_of_unexecuted) && isShare(row.share_of_budget)
      ? say`这部分资金占全年预算的${percent(row.share_of_budget)}，${left}，占全部未执行资金的${percent(row.share_of_unexecuted)}。`
      : say`${left}。`;
  return say`${money}${shares}`;
}
