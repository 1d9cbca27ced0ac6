/**
 * Cells of a spreadsheet that hold no value but the mark of an error, and say so.
 */
import { ERROR_MARK } from "./glyphs.ts";
import type { Flag, Form, Indicator, Reading } from "./types.ts";

/** The form with the reason on each value that is missing because its cell holds an error. */
export function tellCellErrors(form: Form): Form {
  return {
    ...form,
    projectName: told(form.projectName),
    department: told(form.department),
    implementingUnit: told(form.implementingUnit),
    expectedGoal: told(form.expectedGoal),
    actualOutcome: told(form.actualOutcome),
    totalWeight: told(form.totalWeight),
    totalScore: told(form.totalScore),
    funding: form.funding.map((row) => ({
      ...row,
      initialBudget: told(row.initialBudget),
      adjustedBudget: told(row.adjustedBudget),
      received: told(row.received),
      executed: told(row.executed),
      weight: told(row.weight),
      executionRate: told(row.executionRate),
      score: told(row.score),
    })),
    indicators: form.indicators.map(toldRow),
  };
}

function toldRow(row: Indicator): Indicator {
  return {
    ...row,
    name: told(row.name),
    target: told(row.target),
    actual: told(row.actual),
    weight: told(row.weight),
    score: told(row.score),
    deviationReason: told(row.deviationReason),
  };
}

function told<T>(reading: Reading<T>): Reading<T> {
  const mark = reading.value === null ? ERROR_MARK.exec(reading.asRead)?.[0] : undefined;
  if (mark === undefined) return reading;
  const flag: Flag = {
    status: "missing",
    reason: mark === "#FORMULA!" ? "这一格是公式，文件里没有存它的结果" : `这一格的公式出错，显示为${mark}`,
  };
  return { ...reading, flag };
}
