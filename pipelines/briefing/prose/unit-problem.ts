/**
 * Units whose execution is poor, or has been low for years. With one year of forms nothing is said to last.
 */
import type { Paragraph } from "../briefing.ts";
import type { BriefingFacts, StreakColumn, UnitRow } from "../facts/facts.ts";
import type { HouseStyle } from "../house-style.ts";
import type { Cell, Row } from "../ledger.ts";
import { amount, count, limit, name, percent, threshold } from "../pieces.ts";
import { restingOn, type Sentence, say } from "../sentence.ts";
import { firstPlaces, isBelow, isOne, isPositive, isShare, isWorthNaming, rateOf } from "./parts.ts";

export function weakUnits(facts: BriefingFacts, style: HouseStyle): Paragraph | null {
  return facts.scope.level === "unit" ? weakYears(facts) : weakAmong(facts, style);
}

/** The unit of the briefing itself, when it has been low for two years or more. */
function weakYears({ ownYears, places, lowRate }: BriefingFacts): Paragraph | null {
  if (!ownYears || !hasLasted(ownYears)) return null;
  return {
    lead: say`执行率连续偏低`,
    sentences: [
      restingOn(
        say`本单位${lasting(ownYears, lowRate.threshold)}。`,
        firstPlaces("本年各表年度资金总额一行", places),
      ),
    ],
  };
}

function weakAmong(
  { units, unitPlaces, total, lowRate }: BriefingFacts,
  { limits }: HouseStyle,
): Paragraph | null {
  if (units.length < 2 || !total) return null;
  const weak = units.filter(
    (row) =>
      isWorthNaming(row.unexecuted, total.unexecuted, limits.share_of_unexecuted) &&
      (isBelow(row.execution_rate, limits.poor_rate) || hasLasted(row)),
  );
  if (weak.length === 0) return null;
  const named = weak.slice(0, limits.named);
  const some = weak.length === 1 ? "个别" : "部分";
  return {
    lead: weak.some(hasLasted) ? say`${some}单位长期执行率偏低` : say`${some}单位执行率偏低`,
    sentences: named.map((row) => {
      const places = unitPlaces.filter(
        ({ implementing_unit }) => implementing_unit.value === row.implementing_unit.value,
      );
      return restingOn(
        ofUnit(row, limits.poor_rate, lowRate.threshold),
        firstPlaces("各表年度资金总额一行", places),
      );
    }),
  };
}

/** Low for two years or more in a row. */
function hasLasted({ streak_years }: Pick<Row<StreakColumn>, "streak_years">): boolean {
  return isPositive(streak_years) && !isOne(streak_years);
}

function ofUnit(row: UnitRow, poor: number, low: Cell): Sentence {
  const forms = isOne(row.forms) ? null : say`${count(row.forms)}张表`;
  const share = isShare(row.share_of_unexecuted)
    ? say`，占全部未执行资金的${percent(row.share_of_unexecuted)}`
    : null;
  const below = isBelow(row.execution_rate, poor) ? say`，低于${limit(`${poor}%`)}` : null;
  const rate = row.execution_rate.value === null ? null : say`，执行率${rateOf(row.execution_rate)}${below}`;
  const years = hasLasted(row) ? say`；${lasting(row, low)}` : null;
  return say`${name(row.implementing_unit)}${forms}全年预算${amount(row.adjusted_budget)}，执行${amount(row.executed)}${rate}，未执行${amount(row.unexecuted)}${share}${years}。`;
}

function lasting(row: Row<StreakColumn>, low: Cell): Sentence {
  const lowest =
    row.streak_lowest_rate.value === null ? null : say`，最低的一年为${rateOf(row.streak_lowest_rate)}`;
  const left = isPositive(row.streak_unexecuted)
    ? say`，${count(row.streak_years)}年共未执行${amount(row.streak_unexecuted)}`
    : null;
  return say`执行率连续${count(row.streak_years)}年低于${threshold(low)}${lowest}${left}`;
}
