/**
 * What was read of a text in traditional characters says so where it differs from the text as received.
 */
import { isCjk } from "./glyphs.ts";
import type { Flag, Form, Reading } from "./types.ts";

/** Lines behind the first of a reading that its text may stand on. */
const LINES_OF_READING = 8;
const CONVERTED: Flag = { status: "repaired", reason: "原文为繁体字并夹注拼音，已转为简体" };

/** The form with a flag on each text that holds characters its lines do not. @param lines the file as received */
export function markConverted(form: Form, lines: readonly string[]): Form {
  const mark = <T>(reading: Reading<T>): Reading<T> => {
    const { value, line, flag } = reading;
    if (flag || line === null || typeof value !== "string") return reading;
    const received = new Set(lines.slice(line - 1, line - 1 + LINES_OF_READING).join(""));
    const differs = [...value].some((character) => isCjk(character) && !received.has(character));
    return differs ? { ...reading, flag: CONVERTED } : reading;
  };
  return {
    ...form,
    projectName: mark(form.projectName),
    department: mark(form.department),
    implementingUnit: mark(form.implementingUnit),
    expectedGoal: mark(form.expectedGoal),
    actualOutcome: mark(form.actualOutcome),
    rating: mark(form.rating),
    indicators: form.indicators.map((row) => ({
      ...row,
      level1: mark(row.level1),
      level2: mark(row.level2),
      name: mark(row.name),
      target: mark(row.target),
      actual: mark(row.actual),
      deviationReason: mark(row.deviationReason),
    })),
  };
}
