/**
 * Which units are weak: poor this year, or low for years, with money worth naming.
 */
import type { BriefingFacts, StreakColumn, UnitRow } from "../facts/facts.ts";
import type { HouseStyle } from "../house-style.ts";
import type { Row } from "../ledger.ts";
import { isBelow, isOne, isPositive, isWorthNaming } from "./parts.ts";

export function weakUnitsOf({ units, total }: BriefingFacts, { limits }: HouseStyle): UnitRow[] {
  if (units.length < 2 || !total) return [];
  return units.filter(
    (row) =>
      isWorthNaming(row.unexecuted, total.unexecuted, limits.share_of_named) &&
      (isBelow(row.execution_rate, limits.poor_rate) || hasLasted(row)),
  );
}

/** The names of those that are told, their projects with them. */
export function toldUnits(facts: BriefingFacts, style: HouseStyle): Set<string | null> {
  const told = facts.scope.level === "unit" ? [] : weakUnitsOf(facts, style).slice(0, style.limits.named);
  return new Set(told.map(({ implementing_unit }) => implementing_unit.value));
}

/** Low for two years or more in a row. */
export function hasLasted({ streak_years }: Pick<Row<StreakColumn>, "streak_years">): boolean {
  return isPositive(streak_years) && !isOne(streak_years);
}
