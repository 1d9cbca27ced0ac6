/**
 * 原因: what the units themselves wrote, attributed, and who wrote nothing.
 */
import type { Paragraph } from "../briefing.ts";
import type { BriefingFacts, FindingRow, ReasonRow } from "../facts/facts.ts";
import type { HouseStyle } from "../house-style.ts";
import { amount, count, quoted, threshold } from "../pieces.ts";
import type { Level } from "../scope.ts";
import { restingOn, type Sentence, say } from "../sentence.ts";
import { basis, eachProject, isOne, isPositive, isWorthNaming, project } from "./parts.ts";

export function reasons(facts: BriefingFacts, { limits }: HouseStyle): Paragraph[] {
  const { scope, total, findings } = facts;
  const written = facts.reasons.map((row) => restingOn(writtenReason(row, scope.level), basis([row])));
  const nothing = unexplained(findings.F5, scope.level, limits.named);
  const doubtful = doubtfulReasons(facts);
  const paragraphs = [written, [nothing, doubtful].filter((sentence) => sentence !== null)]
    .filter((sentences) => sentences.length > 0)
    .map((sentences) => ({ sentences }));
  if (paragraphs.length > 0) return paragraphs;
  if (!isPositive(total?.unexecuted)) return [{ sentences: [say`没有未执行的资金。`] }];
  const low = threshold(facts.lowRate.threshold);
  return isPositive(facts.lowForms.forms)
    ? [{ sentences: [say`执行率低于${low}的项目，表中写明的原因与资金没有关系或无法引用。`] }]
    : [{ sentences: [say`没有执行率低于${low}的项目，不再逐项列出原因。`] }];
}

function writtenReason(row: ReasonRow, level: Level): Sentence {
  const also = isOne(row.indicators) ? null : say`（${count(row.indicators)}个指标的原因与此相同）`;
  return say`${project(row, level)}写明：“${quoted(row.reason)}”${also}。`;
}

/** Of the money without a reason, in percent. */
const WORTH_NAMING = 5;

/** Projects that were low and say nothing about it. */
function unexplained(rows: readonly FindingRow[], level: Level, most: number): Sentence | null {
  const [first] = rows;
  if (!first) return null;
  const named = rows
    .slice(0, most)
    .filter((row, index) => index === 0 || isWorthNaming(row.unexecuted, row.total_amount, WORTH_NAMING));
  const each = eachProject(named, level, (row) => say`（未执行${amount(row.unexecuted)}）`, "、");
  const rate = say`执行率低于${threshold(first.threshold)}，表中没有写明原因`;
  if (isOne(first.findings)) return restingOn(say`${each}${rate}。`, basis(named));
  const money = isPositive(first.total_amount) ? say`，涉及未执行资金${amount(first.total_amount)}` : null;
  const which = rows.length > named.length ? say`，主要是${each}` : say`，分别是${each}`;
  return restingOn(say`${count(first.findings)}个项目${rate}${money}${which}。`, basis(named));
}

function doubtfulReasons({ doubtfulReasons: { cells, forms } }: BriefingFacts): Sentence | null {
  if (!isPositive(cells)) return null;
  return say`另有${count(forms)}张表的${count(cells)}处原因文字残缺，待与原件核对，没有引用。`;
}
