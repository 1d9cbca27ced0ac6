/**
 * Reads the cells of 年度指标值 and 实际完成值.
 */
import { parseDate } from "./dates.ts";
import type { Actual, Measure, Quantity, Range, Several, Target, Unparsed, Words } from "./expression.ts";
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
/** `90%≤X≤100%`: a number between two others, with a word for it. */
const BOUNDED = /^(\d[\d.,]*(?:%|‰|\p{Script=Han}{1,3})?)≤[\p{Script=Han}A-Za-z]{1,8}≤(?=\d)/u;
/** Between two numbers that bound one; what `;` and `、` part are statements of their own. */
const PARTS_STATEMENTS = /[;。、]/;
const INTERVAL = /^\[(\d[\d.]*(?:%|‰)?)[,~-](\d[\d.]*(?:%|‰)?)\]$/;
/** `1.`, `(2)`, `③` before a statement. */
const ITEM = /^(?:[①-⑳]|\(\d{1,2}\)|\d{1,2}[.、](?!\d))/;
/** `实际完成` and the like before an actual add nothing to its value; 达到 is no bound there, as it is in a target. */
const REPORTS =
  /^(?:(?:19|20)\d\d年度?(?=共|累计|合计|实际|完成))?(?:实际)?(?:已|共|累计|总计|合计|共计){0,3}(?:完成(?:率)?|为)?/;
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

function parseSeveral(text: string): Several | Range | null {
  const statements = text
    .replace(BOUNDED, "≥$1,≤")
    .replace(INTERVAL, "≥$1,≤$2")
    .split(BETWEEN)
    .map((statement) => statement.replace(ITEM, ""))
    .filter((statement) => statement !== "");
  if (statements.length < 2 || !NUMBERS_OR_SIGNS.test(text)) return null;
  const parts = statements.map((statement) => parseMeasure(statement) ?? leftAsText(statement));
  if (!parts.every((part): part is Measure | Words => part.kind !== "unparsed")) return null;
  const range = PARTS_STATEMENTS.test(text) ? null : betweenBounds(parts);
  return range ?? { kind: "several", parts };
}

/** `≥90%且≤100%` is one number between two others, both included. */
function betweenBounds(parts: readonly (Measure | Words)[]): Range | null {
  const bound = (sign: string) =>
    parts.find((part): part is Quantity => part.kind === "quantity" && part.operator === sign);
  const [low, high] = [bound("≥"), bound("≤")];
  if (parts.length !== 2 || !low || !high || low.value > high.value) return null;
  const inOneUnit = low.unit === null || high.unit === null || low.unit.text === high.unit.text;
  return inOneUnit ? { kind: "range", low: low.value, high: high.value, unit: low.unit ?? high.unit } : null;
}

function leftAsText(text: string): Words | Unparsed {
  return { kind: NUMBERS_OR_SIGNS.test(text) ? "unparsed" : "words", text };
}
