/**
 * Texts whose cells lost their first characters here and there. What a label or a bracket lost, the form itself tells;
 * what a name lost, nobody can: a name that begins in the middle of a word asks for a person.
 */
import { halfWidth, isCjk } from "./glyphs.ts";
import type { Flag, Form, Reading } from "./types.ts";
import { chineseWords } from "./words.ts";

/** One bracket may be a slip of whoever filled the form in. */
const LEAST_SIGNS = 2;

/** Whether cells of a form lost their beginnings: brackets close (`30分)`) that nothing opened. @param cells in their order */
export function loseBeginnings(cells: readonly string[]): boolean {
  let signs = 0;
  let open = 0;
  for (const cell of cells) {
    let own = 0;
    for (const character of halfWidth(cell)) {
      if (character === "(") own++;
      else if (character === ")" && own > 0) own--;
      else if (character === ")" && open > 0) open--;
      else if (character === ")") signs++;
    }
    open = own;
  }
  return signs >= LEAST_SIGNS;
}

const LOST: Flag = { status: "truncated", reason: "本表有的格缺了开头的字，这里的开头也不成词，可能缺字" };

/** The form with a flag on each name that begins with a single character, where its cells are known to lose beginnings. */
export function doubtBeginnings(form: Form): Form {
  return {
    ...form,
    projectName: doubted(form.projectName),
    department: doubted(form.department),
    implementingUnit: doubted(form.implementingUnit),
    indicators: form.indicators.map((row) => ({ ...row, name: doubted(row.name) })),
  };
}

function doubted(reading: Reading<string>): Reading<string> {
  if (reading.value === null || reading.flag) return reading;
  const [first] = chineseWords(reading.value);
  return first?.length === 1 && isCjk(first) ? { ...reading, flag: LOST } : reading;
}
