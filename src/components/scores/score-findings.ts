/** The sentences of the page about the credibility of scores. */
import type { About, Answer } from "../answer.js";
import type { CutTables } from "../cut-file.js";
import { HOW_TO_BEGIN, NOTHING_READ } from "../findings.js";
import { amount, count, exact, yearName } from "../format.js";
import { type Limits, limitText } from "../limits.js";
import { doubtSentence, OF_EXECUTION } from "../reliability.js";
import type { View } from "../view.js";
import type { ScoreSummary } from "./scores.js";

/** How many call themselves 优, and how many of those spent little. */
export function scoresTitle(
  summary: ScoreSummary | undefined,
  { view, limits, read }: { view: View; limits: Limits; read: number },
): string {
  if (read === 0) return NOTHING_READ;
  const about = `${yearName(view.year)}${view.unit ?? view.department ?? ""}`;
  if (!summary || summary.scored_forms === 0) return `${about}没有印着总分的表单`;
  const excellent = `${about} ${count(summary.scored_forms)} 张表单中 ${count(summary.excellent_forms)} 张自评为优`;
  return summary.excellent_and_poor > 0
    ? `${excellent}，其中 ${count(summary.excellent_and_poor)} 张执行率不到 ${limitText(limits, "poor_execution_rate")}%`
    : `${excellent}，没有一张执行率低于 ${limitText(limits, "poor_execution_rate")}%`;
}

/** What else tells how far scores can be trusted. */
export function scoresLead(summary: ScoreSummary | undefined, read: number): string {
  if (read === 0) return HOW_TO_BEGIN;
  if (!summary || summary.scored_forms === 0) return "";
  const poor =
    summary.excellent_and_poor > 0
      ? `执行率过低而自评为优的，共有 ${amount(summary.excellent_and_poor_unexecuted)}没有执行。${doubtSentence(summary, OF_EXECUTION)}`
      : "";
  const some = (forms: number) => (forms === 0 ? "没有一张" : `${count(forms)} 张`);
  const gained = `${some(summary.gained_forms)}给自己多打了分，${some(summary.lost_forms)}少打了分`;
  return (
    `总分的中位数是 ${exact(summary.median_score)} 分；${count(summary.nothing_lost)} 张各项指标都得满分。` +
    `${poor}按评分规则重算，${gained}。分高不等于可信，也不等于有问题：这里只指出该问谁。`
  );
}

/** What the page about scores says first. */
export function scoresAnswer(tables: CutTables, { view, read, limits }: About): Answer {
  const [summary] = tables.rows<ScoreSummary>("summary");
  return { title: scoresTitle(summary, { view, limits, read }), lead: scoresLead(summary, read) };
}
