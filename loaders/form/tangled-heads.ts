/**
 * Names and goals of forms whose text lost its columns: where they hold words of the headings around them, labels and values stand
 * in another order than they were printed in, and what was read between them cannot be trusted.
 */
import type { Flag, Form, Reading } from "./types.ts";

/** Words of the heading of money that are in no name of a project or an office. */
const HEADING_OF_MONEY = /年初预|全年预|预算数|执行[率数]|分值|得分/;
/** What names of projects end with, and names of offices do not. */
const NAME_OF_PROJECT = /(?:资金|经费|补助|补贴|项目|专项)$/;
/** No office has so short a name: it is the end of a longer one. */
const SHORTEST_OFFICE = 4;
/** Words of the headings left of the goals and below them. */
const HEADING_AROUND_GOALS = /^(?:年度总|体目标)|[一二三]级指|年度指标?值|分值得分/;

const TANGLED_HEAD: Flag = { status: "uncertain", reason: "原文没有分栏，表头各格与标题可能错位" };
const TANGLED_GOALS: Flag = { status: "uncertain", reason: "原文没有分栏，文字里夹有旁边标题的字" };

/** The form with a flag on every name of its head where one is none, and on goals into which headings ran. */
export function doubtTangledHead(form: Form): Form {
  const { projectName, department, implementingUnit, expectedGoal, actualOutcome } = form;
  const names = [projectName, department, implementingUnit];
  const offices = [department, implementingUnit].flatMap(({ value }) => value ?? []);
  const isTangled =
    names.some(({ value }) => value !== null && HEADING_OF_MONEY.test(value)) ||
    offices.some((name) => name.length < SHORTEST_OFFICE || NAME_OF_PROJECT.test(name));
  const head = (reading: Reading<string>) => (isTangled ? doubted(reading, TANGLED_HEAD) : reading);
  const goal = (reading: Reading<string>) =>
    HEADING_AROUND_GOALS.test(reading.value ?? "") ? doubted(reading, TANGLED_GOALS) : reading;
  return {
    ...form,
    projectName: head(projectName),
    department: head(department),
    implementingUnit: head(implementingUnit),
    expectedGoal: goal(expectedGoal),
    actualOutcome: goal(actualOutcome),
  };
}

function doubted(reading: Reading<string>, flag: Flag): Reading<string> {
  const isSure = reading.flag === undefined || reading.flag.status === "repaired";
  return reading.value !== null && isSure ? { ...reading, flag } : reading;
}
