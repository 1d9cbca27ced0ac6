/**
 * Texts whose digits were stripped: what is left of figures tells it, and then nothing that could have held a digit is what it was.
 */
import { countCjk, halfWidth } from "./glyphs.ts";
import type { Flag, Form, Reading } from "./types.ts";

/** A sign with a unit behind it and no figure, or a point or a per cent sign by itself. */
const REST_OF_FIGURE = /^(?:(?:[≥≤=<>≧≦]|>=|<=)\D{0,6}|[.%％．,，]+|\.\D{1,4})$/;
/** One such cell may be a slip of whoever filled the form in. */
const LEAST_RESTS = 3;

const LOST: Flag = { status: "uncertain", reason: "本表的数字都缺失了，这里原来可能也有数字" };

/** Whether the cells of a form lost their digits: not one is left, but signs, points and units of figures are. */
export function loseDigits(cells: readonly string[]): boolean {
  let rests = 0;
  for (const cell of cells) {
    const text = halfWidth(cell).replace(/\s/g, "");
    if (/\d/.test(text)) return false;
    if (isRestOfFigure(text)) rests++;
  }
  return rests >= LEAST_RESTS;
}

/** 一 to 十 count as figures: ≥一次 is whole. */
function isRestOfFigure(text: string): boolean {
  return REST_OF_FIGURE.test(text) && !/[一二三四五六七八九十两百千]/.test(text);
}

/** The form with a flag on each text that may have held a digit. Groups of indicators never do. */
export function doubtDigits(form: Form): Form {
  return {
    ...form,
    projectName: doubted(form.projectName),
    expectedGoal: doubted(form.expectedGoal),
    actualOutcome: doubted(form.actualOutcome),
    indicators: form.indicators.map((row) => ({
      ...row,
      name: doubted(row.name),
      target: doubted(row.target),
      actual: doubted(row.actual),
      deviationReason: doubted(row.deviationReason),
    })),
  };
}

function doubted(reading: Reading<string>): Reading<string> {
  if (reading.value === null || reading.flag) return reading;
  // Nothing but signs and units: the figure itself is gone.
  const flag: Flag =
    countCjk(reading.value) === 0 || isRestOfFigure(reading.value)
      ? { status: "truncated", reason: "数字缺失，只剩符号和单位" }
      : LOST;
  return { ...reading, flag };
}
