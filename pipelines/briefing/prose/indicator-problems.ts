/**
 * Indicators that cannot fail: targets exceeded by far, failed ones that weigh nothing, and results that meet every
 * target to the digit.
 */
import type { Paragraph } from "../briefing.ts";
import type { BriefingFacts, FindingRow } from "../facts/facts.ts";
import type { HouseStyle } from "../house-style.ts";
import type { Row } from "../ledger.ts";
import { count, name, threshold } from "../pieces.ts";
import type { Level } from "../scope.ts";
import { restingOn, type Sentence, say } from "../sentence.ts";
import { basis, isOne, project } from "./parts.ts";

export function untestedIndicators(
  { scope, findings }: BriefingFacts,
  { limits }: HouseStyle,
): Paragraph | null {
  const { S6, H10, H6 } = findings;
  const sentences = [exceeded(S6), weightless(H10, scope.level), exact(H6, scope.level)].map(
    (sentence, index) =>
      sentence && restingOn(sentence, basis([S6, H10, H6][index]!.slice(0, limits.places))),
  );
  const told = sentences.filter((sentence) => sentence !== null).slice(0, MOST);
  return told.length === 0 ? null : { lead: say`部分指标难以反映实际成效`, sentences: told };
}

/** A leader is told of two ways not to fail at most; the findings list them all. */
const MOST = 2;

/** An indicator with its target and what came of it: `“参与活动人数”指标值≥100.00(人)、完成300.00(人)`. */
export function targetAndActual({ indicator, target, actual }: Row<"indicator" | "target" | "actual">) {
  return say`“${name(indicator)}”指标值${name(target)}、完成${name(actual)}`;
}

function exceeded([first]: readonly FindingRow[]): Sentence | null {
  if (!first) return null;
  const more = isOne(first.findings) ? "" : "如";
  return say`${count(first.forms)}张表的${count(first.findings)}个指标完成值超过指标值的${threshold(first.threshold)}，指标值可能定得偏低，${more}${targetAndActual(first)}。`;
}

function weightless([first]: readonly FindingRow[], level: Level): Sentence | null {
  if (!first) return null;
  const example = project(first, level);
  return isOne(first.forms)
    ? say`${example}没有达成的指标分值很小，达不成也几乎不影响总分。`
    : say`${count(first.forms)}张表没有达成的指标分值很小，达不成也几乎不影响总分，如${example}。`;
}

function exact([first]: readonly FindingRow[], level: Level): Sentence | null {
  if (!first) return null;
  const example = project(first, level);
  return isOne(first.forms)
    ? say`${example}的定量指标完成值全部恰好等于指标值。`
    : say`${count(first.forms)}张表的定量指标完成值全部恰好等于指标值，如${example}。`;
}
