/**
 * Units whose execution is poor, or has been low for years. With one year of forms nothing is said to last.
 */
import type { Paragraph } from "../briefing.ts";
import type { BriefingFacts, StreakColumn, UnitRow } from "../facts/facts.ts";
import { standing } from "../grounds.ts";
import type { HouseStyle } from "../house-style.ts";
import type { Cell, Row } from "../ledger.ts";
import { amount, count, limit, name, percent, threshold } from "../pieces.ts";
import { restingOn, type Sentence, say } from "../sentence.ts";
import { totalsGround } from "./money-grounds.ts";
import { doubtIn, eachProject, firstOf, isBelow, isPositive, isShare, mostlyOf, rateOf } from "./parts.ts";
import { namedProjects, whatIsLeft } from "./projects.ts";
import { moneyPage } from "./site-pages.ts";
import { hasLasted, weakUnitsOf } from "./weak-units.ts";

export function weakUnits(facts: BriefingFacts, style: HouseStyle): Paragraph | null {
  return facts.scope.level === "unit" ? weakYears(facts) : weakAmong(facts, style);
}

/** The unit of the briefing itself, when it has been low for two years or more. */
function weakYears(facts: BriefingFacts): Paragraph | null {
  const { ownYears, lowRate } = facts;
  if (!ownYears || !hasLasted(ownYears)) return null;
  return {
    lead: say`执行率连续偏低`,
    sentences: [
      restingOn(
        say`本单位${lasting(ownYears, lowRate.threshold)}${doubtIn(ownYears.streak_doubtful_forms)}。`,
        totalsGround(facts),
      ),
    ],
  };
}

function weakAmong(facts: BriefingFacts, style: HouseStyle): Paragraph | null {
  const weak = weakUnitsOf(facts, style);
  if (weak.length === 0) return null;
  const isAll = weak.length === facts.units.length;
  const some = isAll ? "各" : weak.length === 1 ? "个别" : "部分";
  return {
    lead: say`${some}单位${weak.every(hasLasted) ? "长期" : ""}执行率${isAll ? "均" : ""}偏低`,
    sentences: weak.slice(0, style.limits.named).map((row) => ofUnit(row, facts, style)),
  };
}

function ofUnit(row: UnitRow, facts: BriefingFacts, style: HouseStyle): Sentence {
  const { unitPlaces, scope, lowRate } = facts;
  const isOwn = (other: Row<"implementing_unit">) =>
    other.implementing_unit.value === row.implementing_unit.value;
  const projects = namedProjects(facts, style).filter(isOwn);
  const poor = style.limits.poor_rate;
  const below = isBelow(row.execution_rate, poor) ? say`，低于${limit(`${poor}%`)}` : null;
  const rate = row.execution_rate.value === null ? null : say`执行率${rateOf(row.execution_rate)}${below}，`;
  const share = isShare(row.share_of_unexecuted)
    ? say`，占全部未执行资金的${percent(row.share_of_unexecuted)}`
    : null;
  const years = hasLasted(row) ? say`；${lastingYears(row, lowRate.threshold)}` : null;
  const left = projects.map(({ unexecuted }) => unexecuted);
  const mostly =
    projects.length === 0
      ? null
      : say`，${mostlyOf(left, row.unexecuted)}${eachProject(projects, "unit", whatIsLeft, "、")}`;
  return restingOn(
    say`${name(row.implementing_unit)}${rate}未执行${amount(row.unexecuted)}${share}${doubtIn(row.doubtful_forms)}${mostly}${years}。`,
    firstOf("年度资金总额", unitPlaces.filter(isOwn), moneyPage(scope)),
    standing("年度资金总额", projects),
  );
}

/** How long it has been low, and what was left over those years. */
function lasting(row: Row<StreakColumn>, low: Cell): Sentence {
  const left = isPositive(row.streak_unexecuted) ? say`，共未执行${amount(row.streak_unexecuted)}` : null;
  return say`${lastingYears(row, low)}${left}`;
}

function lastingYears({ streak_years }: Pick<Row<StreakColumn>, "streak_years">, low: Cell): Sentence {
  return say`执行率连续${count(streak_years)}年低于${threshold(low)}`;
}
