/**
 * Where the money of a scope stands in its forms.
 */
import type { BriefingFacts, ExecutionRow } from "../facts/facts.ts";
import type { Ground } from "../grounds.ts";
import { firstOf, sourceName } from "./parts.ts";
import { moneyPage } from "./site-pages.ts";

/** The totals of its forms. */
export function totalsGround({ places, scope }: BriefingFacts): Ground | null {
  return firstOf("年度资金总额", places, moneyPage(scope));
}

/** The rows of a source of funds. */
export function sourceGround({ sourceForms, scope }: BriefingFacts, { source }: ExecutionRow): Ground | null {
  return firstOf(sourceName(source), sourceForms.get(source.value!) ?? [], moneyPage(scope));
}
