/**
 * 原因: what the units themselves wrote, attributed, and who wrote nothing.
 */
import type { Paragraph } from "../briefing.ts";
import type { BriefingFacts, FindingRow, FormRow, ReasonRow } from "../facts/facts.ts";
import { listedOn, standing } from "../grounds.ts";
import type { HouseStyle } from "../house-style.ts";
import { amount, count, quoted, threshold } from "../pieces.ts";
import type { Level, Scope } from "../scope.ts";
import { restingOn, type Sentence, say } from "../sentence.ts";
import { doubtIn, isOne, isPositive, isWorthNaming, project } from "./parts.ts";
import { namedProjects } from "./projects.ts";
import { ofRulePage, reviewPage } from "./site-pages.ts";

export function reasons(facts: BriefingFacts, style: HouseStyle): Paragraph[] {
  const { scope, total, findings } = facts;
  const quoted = quotedReasons(facts, style);
  const written = quoted.map((row) => restingOn(writtenReason(row, scope.level), standing("原因", [row])));
  const nothing = unexplained(findings.F5, scope, namedProjects(facts, style), quoted.at(-1));
  const doubtful = doubtfulReasons(facts);
  const told = [...written, nothing, doubtful].filter((sentence) => sentence !== null);
  if (told.length > 0) return [{ sentences: told }];
  if (!isPositive(total?.unexecuted)) return [{ sentences: [say`没有未执行的资金。`] }];
  const low = threshold(facts.lowRate.threshold);
  return isPositive(facts.lowForms.forms)
    ? [{ sentences: [say`执行率低于${low}的项目，表中写明的原因与资金没有关系或无法引用。`] }]
    : [{ sentences: [say`没有执行率低于${low}的项目，不再逐项列出原因。`] }];
}

/** The reasons that are quoted: for money worth naming; where there is none such, the first. */
export function quotedReasons(
  { reasons, total }: BriefingFacts,
  { limits }: HouseStyle,
): readonly ReasonRow[] {
  const worth = reasons.filter(
    (row) => total && isWorthNaming(row.unexecuted, total.unexecuted, limits.share_of_named),
  );
  return worth.length > 0 ? worth : reasons.slice(0, 1);
}

function writtenReason(row: ReasonRow, level: Level): Sentence {
  return say`${project(row, level)}写明：“${quoted(row.reason)}”。`;
}

/** Of the money without a reason, in percent. */
const WORTH_NAMING = 20;

/** Projects that were low and say nothing about it. */
function unexplained(
  rows: readonly FindingRow[],
  scope: Scope,
  above: readonly FormRow[],
  before: ReasonRow | undefined,
): Sentence | null {
  const [first] = rows;
  if (!first) return null;
  const { level } = scope;
  const ground = standing("没有写明原因的", rows, {
    of: first.findings,
    page: ofRulePage(scope, "F5", rows),
  });
  const rate = say`执行率低于${threshold(first.threshold)}而没有写明原因`;
  if (isOne(first.findings)) {
    const unit = before?.implementing_unit.value ?? null;
    const isSame = level !== "unit" && unit !== null && unit === first.implementing_unit.value;
    const which = isSame ? say`该单位${project(first, "unit")}` : project(first, level);
    return restingOn(say`${which}${rate}。`, ground);
  }
  const named = rows.filter(({ unexecuted }) => isWorthNaming(unexecuted, first.total_amount, WORTH_NAMING));
  const money = isPositive(first.total_amount)
    ? say`，涉及未执行资金${amount(first.total_amount)}${doubtIn(first.doubtful_forms)}`
    : null;
  const [most] = named;
  const isAbove = most !== undefined && above.some(({ form_id }) => form_id.value === most.form_id.value);
  const mostly = most
    ? say`，最多的是${isAbove ? "上述" : ""}${project(most, isAbove ? "unit" : level)}`
    : null;
  return restingOn(say`${count(first.findings)}个项目${rate}${money}${mostly}。`, ground);
}

function doubtfulReasons({ doubtfulReasons: { cells }, scope }: BriefingFacts): Sentence | null {
  if (!isPositive(cells)) return null;
  return restingOn(
    say`另有${count(cells)}处原因文字残缺，没有引用。`,
    listedOn("残缺的文字", reviewPage(scope)),
  );
}
