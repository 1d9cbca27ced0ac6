/**
 * What changed: the money since last year, last year's problems in the same projects, with those that have stayed
 * longest, and what became of the problems since the results of before.
 */
import type { BriefingFacts, ExecutionRow, SinceBeforeRow } from "../facts/facts.ts";
import { listedOn, standing } from "../grounds.ts";
import type { Cell } from "../ledger.ts";
import { count, day, type Fact, growth, name, points, size, year } from "../pieces.ts";
import { listed, restingOn, type Sentence, say } from "../sentence.ts";
import { resultChangesPage, yearlyChangesPage } from "./listings.ts";
import { isOne, isPositive, number, project } from "./parts.ts";
import { moneyPage } from "./site-pages.ts";

export function changes(facts: BriefingFacts): (Sentence | null)[] {
  return [moneySinceLastYear(facts), problemsSinceLastYear(facts), problemsSinceBefore(facts)];
}

function moneySinceLastYear({ total, scope }: BriefingFacts): Sentence | null {
  if (!total || total.last_adjusted_budget.value === null || total.budget_change.value === null) return null;
  const isDoubtful = isPositive(total.doubtful_forms) || isPositive(total.last_doubtful_forms);
  const doubtful = isDoubtful ? "（含待核的金额）" : "";
  const told = say`与${year(total.last_year)}相比，全年预算${budgetChange(total)}${rateChange(total)}${doubtful}。`;
  const lastYear = { ...scope, year: scope.year - 1 };
  return restingOn(told, listedOn("上年的金额", moneyPage(lastYear)));
}

function budgetChange({ budget_change, budget_change_rate }: ExecutionRow): Sentence {
  const change = number(budget_change)!;
  if (change === 0n) return say`持平`;
  const grew = change > 0n;
  const ratio =
    budget_change_rate.value === null ? null : say`，${grew ? "增长" : "下降"}${growth(budget_change_rate)}`;
  return say`${grew ? "增加" : "减少"}${size(budget_change)}${ratio}`;
}

function rateChange({ execution_rate_change }: ExecutionRow): Sentence | null {
  const change = number(execution_rate_change);
  if (change === null) return null;
  if (change === 0n) return say`；执行率持平`;
  return say`；执行率${change > 0n ? "提高" : "下降"}${points(execution_rate_change)}`;
}

function problemsSinceLastYear({ scope, changes, lasting }: BriefingFacts): Sentence | null {
  const { new_problems, repeated_problems, solved_problems } = changes;
  const counts = [
    isPositive(new_problems) ? say`新出现${count(new_problems)}处` : null,
    isPositive(repeated_problems) ? say`仍然存在${count(repeated_problems)}处` : null,
    isPositive(solved_problems) ? say`已经解决${count(solved_problems)}处` : null,
  ].filter((one) => one !== null);
  if (counts.length === 0) return null;
  const told = say`同一项目的问题，${listed(counts, "，", "，")}`;
  const page = listedOn("新旧问题", yearlyChangesPage(scope));
  if (lasting.length === 0) return restingOn(say`${told}。`, page);
  const [longest] = lasting;
  const rule = say`“${name(longest!.rule_name)}”自${year(longest!.since)}起连续${count(longest!.years)}年`;
  const each = scope.level === "unit" ? say`${project(longest!, scope.level)}的${rule}` : rule;
  return restingOn(say`${told}；时间最长的是${each}。`, page, standing("连年的问题", [longest!]));
}

/** What became of a scope's problems since the results of before; `null` where nothing changed. */
function problemsSinceBefore({ sinceBefore, scope }: BriefingFacts): Sentence | null {
  return sinceResultsBefore(sinceBefore, resultChangesPage(scope));
}

/**
 * New, solved and withdrawn since the results of before; where nothing changed, nothing is said. What a changed rule
 * brought or dropped, or another reading of the same files, is not the units' doing.
 */
export function sinceResultsBefore(problems: SinceBeforeRow, page: Fact): Sentence | null {
  const { base_at, appeared, of_new_projects, stayed, since_at, solved, gone } = problems;
  const changes = [
    isPositive(appeared)
      ? say`新出现问题${count(appeared)}处${inNewProjects(appeared, of_new_projects)}`
      : null,
    isPositive(solved) ? say`已经解决${count(solved)}处` : null,
    isPositive(gone) ? say`随原表撤回${count(gone)}处` : null,
    withoutTheUnits("审核规则或界限改动", problems.by_rule, problems.dropped),
    withoutTheUnits("重新读取、更正或撤回文件", problems.by_reading, problems.reread),
  ].filter((one) => one !== null);
  if (base_at.value === null || changes.length === 0) return null;
  const isOlder = since_at.value !== null && day(since_at).text !== day(base_at).text;
  const since = isOlder ? say`，最早的自${day(since_at)}起` : null;
  const still = isPositive(stayed) ? [say`仍然存在${count(stayed)}处${since}`] : [];
  return restingOn(
    say`与上一份结果（${day(base_at)}）相比，${listed([...changes, ...still], "，", "，")}。`,
    listedOn("两份结果之间的变化", page),
  );
}

/** What came and went by what no unit has done. */
function withoutTheUnits(what: string, came: Cell, went: Cell): Sentence | null {
  const told = [
    isPositive(came) ? say`新提出${count(came)}处` : null,
    isPositive(went) ? say`不再提出${count(went)}处` : null,
  ].filter((one) => one !== null);
  return told.length === 0 ? null : say`${what}后${listed(told, "、", "、")}（不算单位新增或解决）`;
}

/** Problems of projects that were not there before say nothing against those that were. */
function inNewProjects(appeared: Cell, ofNew: Cell): Sentence | null {
  if (!isPositive(ofNew)) return null;
  if (ofNew.value === appeared.value) return say`（${isOne(ofNew) ? "" : "都"}出在新读入的项目）`;
  return say`（其中${count(ofNew)}处出在新读入的项目）`;
}
