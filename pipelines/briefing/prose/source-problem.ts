/**
 * A source of funds that is hardly spent, and out of proportion to its share of the budget.
 */
import type { Paragraph } from "../briefing.ts";
import type { BriefingFacts, ExecutionRow } from "../facts/facts.ts";
import type { HouseStyle } from "../house-style.ts";
import { amount, limit, percent, points } from "../pieces.ts";
import { restingOn, type Sentence, say } from "../sentence.ts";
import { sourceGround } from "./money-grounds.ts";
import {
  doubtIn,
  doubtOf,
  eachProject,
  isBelow,
  isPositive,
  isShare,
  isWorthNaming,
  mostlyOf,
  number,
  rateOf,
  sourceName,
} from "./parts.ts";

/** The source that is hardly spent, of several the one that left most; null where there is none. */
export function idleSourceOf({ total, sources }: BriefingFacts, { limits }: HouseStyle): ExecutionRow | null {
  const idle = sources
    .filter(
      (row) =>
        total &&
        isBelow(row.execution_rate, limits.poor_rate) &&
        isWorthNaming(row.unexecuted, total.unexecuted, limits.share_of_unexecuted),
    )
    .sort((a, b) => (number(b.unexecuted)! > number(a.unexecuted)! ? 1 : -1));
  return idle[0] ?? null;
}

export function idleSource(facts: BriefingFacts, style: HouseStyle): Paragraph | null {
  const { sources, sourceForms, scope } = facts;
  const { limits } = style;
  const source = idleSourceOf(facts, style);
  if (!source) return null;
  const forms = sourceForms
    .get(source.source.value!)!
    .slice(0, 1)
    .filter((row) => isWorthNaming(row.unexecuted, source.unexecuted, WORTH_NAMING));
  const each = eachProject(forms, scope.level, (row) => say`${amount(row.unexecuted)}${doubtOf(row)}`, "、");
  const left = forms.map((row) => row.unexecuted);
  const where = forms.length > 0 ? say`，${mostlyOf(left, source.unexecuted)}${each}` : null;
  return {
    lead: lead(source),
    sentences: [
      restingOn(
        say`${howMuch(source, limits.poor_rate, sources.length)}${where}。`,
        sourceGround(facts, source),
      ),
    ],
  };
}

/** Of what the source left, in percent. */
const WORTH_NAMING = 30;

function lead(source: ExecutionRow): Sentence {
  return isBelow(source.execution_rate, HALF)
    ? say`${sourceName(source.source)}大部分没有执行`
    : say`${sourceName(source.source)}执行率偏低`;
}

const HALF = 50;

function howMuch(row: ExecutionRow, poorRate: number, sources: number): Sentence {
  const low = isPositive(row.below_appropriation)
    ? say`比当年财政拨款低${points(row.below_appropriation)}`
    : say`低于${limit(`${poorRate}%`)}`;
  // All of the money is all of what was not spent.
  const share =
    sources > 1 && isShare(row.share_of_unexecuted)
      ? say`，占全部未执行资金的${percent(row.share_of_unexecuted)}`
      : null;
  return say`全年预算${amount(row.adjusted_budget)}，执行率${rateOf(row.execution_rate)}，${low}；未执行${amount(row.unexecuted)}${share}${doubtIn(row.doubtful_forms)}`;
}
