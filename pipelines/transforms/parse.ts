/**
 * Reads the cells of 年度指标值 and 实际完成值.
 */
import { parseDate } from "./dates.ts";
import type { Actual, Measure, Several, Target, Unparsed, Words } from "./expression.ts";
import { plainText } from "./plain-text.ts";
import { parseQuantity } from "./quantity.ts";
import { parseTrend } from "./trend.ts";
import { parseOutcome } from "./verdict.ts";

/** Longer cells are prose; the grammar leaves them as they are. */
const LONGEST = 200;
const DASHES = /^[-_/\\.·~]*$/;
const NUMBERS_OR_SIGNS = /[\d≥>≤<≈%‰]/;
/** Between statements; a comma between digits belongs to a number. */
const BETWEEN = /[;。、]|,(?!\d)|(?<!\d),|(?=[①-⑳])|(?<=\d[^\d≥>≤<=;,。、]{0,40})(?=[≥>≤<])/;
/** `1.`, `(2)`, `③` before a statement. */
const ITEM = /^(?:[①-⑳]|\(\d{1,2}\)|\d{1,2}[.、](?!\d))/;
/** `实际完成` and the like before an actual add nothing to its value; 达到 is no bound there, as it is in a target. */
const REPORTS = /^(?:实际)?(?:已|共|累计|总计|合计|共计){0,3}(?:完成(?:率)?|为)?/;
const REACHED = /达到?(?=-?\d)/;

/** Reads a cell of 年度指标值. Never throws; what the grammar does not know is `unparsed`. */
export function parseTarget(text: string | null): Target {
  const plain = plainText(text ?? "");
  if (DASHES.test(plain)) return { kind: "empty" };
  if (plain.length > LONGEST) return leftAsText(plain);
  return parseMeasure(plain) ?? parseSeveral(plain) ?? leftAsText(plain);
}

/** Reads a cell of 实际完成值: what a target can be, or a verdict. */
export function parseActual(text: string | null): Actual {
  const plain = plainText(text ?? "");
  if (plain.length <= LONGEST) {
    const outcome = parseOutcome(plain);
    if (outcome) return { kind: "verdict", outcome };
    const reported = parseMeasure(plain.replace(REPORTS, "").replace(REACHED, ""));
    if (reported) return reported;
  }
  return parseTarget(text);
}

function parseMeasure(text: string): Measure | null {
  return parseDate(text) ?? parseTrend(text) ?? parseQuantity(text);
}

function parseSeveral(text: string): Several | null {
  const statements = text
    .split(BETWEEN)
    .map((statement) => statement.replace(ITEM, ""))
    .filter((statement) => statement !== "");
  if (statements.length < 2 || !NUMBERS_OR_SIGNS.test(text)) return null;
  const parts = statements.map((statement) => parseMeasure(statement) ?? leftAsText(statement));
  return parts.every((part): part is Measure | Words => part.kind !== "unparsed")
    ? { kind: "several", parts }
    : null;
}

function leftAsText(text: string): Words | Unparsed {
  return { kind: NUMBERS_OR_SIGNS.test(text) ? "unparsed" : "words", text };
}
