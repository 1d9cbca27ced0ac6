/**
 * Indicators that cannot fail: targets exceeded by far, failed ones that weigh nothing, and results that meet every
 * target to the digit.
 */
import type { Paragraph } from "../briefing.ts";
import type { BriefingFacts, FindingRow } from "../facts/facts.ts";
import { type Ground, standing } from "../grounds.ts";
import type { Row } from "../ledger.ts";
import { count, name, threshold } from "../pieces.ts";
import type { Level, Scope } from "../scope.ts";
import { restingOn, type Sentence, say } from "../sentence.ts";
import { isOne, project } from "./parts.ts";
import { ofRulePage } from "./site-pages.ts";

/** The ways not to fail, by the rule that finds them. */
export type Way = "S6" | "H10" | "H6";

const ALL_WAYS: readonly Way[] = ["S6", "H10", "H6"];
/** A leader is told of two ways not to fail at most; the findings list them all. */
const MOST = 2;

/** The ways that are told. */
export function toldWays({ findings }: BriefingFacts): Way[] {
  return ALL_WAYS.filter((way) => findings[way].length > 0).slice(0, MOST);
}

export function untestedIndicators(facts: BriefingFacts): Paragraph | null {
  const { scope, findings } = facts;
  const tell = { S6: exceeded, H10: weightless, H6: exact } as const;
  const told = toldWays(facts).map((way) =>
    restingOn(tell[way](findings[way], scope.level)!, groundOf(findings[way], way, scope)),
  );
  return told.length === 0 ? null : { lead: say`部分指标难以反映成效`, sentences: told };
}

const WAYS = { S6: "超过指标值的", H10: "未达成的", H6: "恰好相等的" } as const;

function groundOf(rows: readonly FindingRow[], rule: keyof typeof WAYS, scope: Scope): Ground | null {
  return standing(WAYS[rule], rows, { of: rows[0]?.findings ?? null, page: ofRulePage(scope, rule, rows) });
}

/** An indicator with its target and what came of it: `“参与活动人数”指标值≥100.00(人)、完成300.00(人)`. */
export function targetAndActual({ indicator, target, actual }: Row<"indicator" | "target" | "actual">) {
  return say`“${name(indicator)}”指标值${name(target)}、完成${name(actual)}`;
}

function exceeded([first]: readonly FindingRow[]): Sentence | null {
  if (!first) return null;
  const more = isOne(first.findings) ? "" : "如";
  return say`${count(first.findings)}个指标完成值超过指标值的${threshold(first.threshold)}，${more}${targetAndActual(first)}。`;
}

function weightless([first]: readonly FindingRow[], level: Level): Sentence | null {
  if (!first) return null;
  const example = project(first, level);
  return isOne(first.forms)
    ? say`${example}未达成的指标分值很小，几乎不影响总分。`
    : say`${count(first.forms)}张表未达成的指标分值很小，几乎不影响总分。`;
}

function exact([first]: readonly FindingRow[], level: Level): Sentence | null {
  if (!first) return null;
  const example = project(first, level);
  return isOne(first.forms)
    ? say`${example}的定量指标完成值全部恰好等于指标值。`
    : say`${count(first.forms)}张表的定量指标完成值全部恰好等于指标值。`;
}
