/**
 * Reads the cells of 年度指标值 and 实际完成值.
 */
import { parseBounds } from "./bounds.ts";
import { parseDate } from "./dates.ts";
import type { Actual, Measure, Several, Target, Unparsed, Words } from "./expression.ts";
import { plainText } from "./plain-text.ts";
import { parseQuantity } from "./quantity.ts";
import { parseTrend } from "./trend.ts";
import { parseOutcome } from "./verdict.ts";
import { asksForNone } from "./word-answers.ts";

/** Longer cells are prose; the grammar leaves them as they are. */
const LONGEST = 200;
const DASHES = /^[-_/\\.·~]*$/;
const NUMBERS_OR_SIGNS = /[\d≥>≤<≈%‰]/;
/** Between statements; a comma between digits belongs to a number. */
const BETWEEN = /[;。、]|,(?!\d)|(?<!\d),|(?=[①-⑳])|(?<=\d[^\d≥>≤<=;,。、]{0,40})(?=[≥>≤<])/;
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
  return (
    parseFrequency(text) ?? parseDate(text) ?? parseTrend(text) ?? parseQuantity(text) ?? parseBounds(text)
  );
}

/** `半年一次`, `一季度一次`: so often, and no time of the year. */
const FREQUENCY = /^[一1]?个?(半年|季度|季|月|周)([一1两二三四五六七八九十2-9])([次期场轮批])$/;

function parseFrequency(text: string): Measure | null {
  const [, each, count, unit] = FREQUENCY.exec(text) ?? [];
  // 一季度2次 may as well be twice in the first quarter.
  const isOnce = count === "一" || count === "1";
  return each && (isOnce || !/^[一1]/.test(text)) ? parseQuantity(`每${each}${count}${unit}`) : null;
}

function parseSeveral(text: string): Several | null {
  const statements = text
    .split(BETWEEN)
    .map((statement) => statement.replace(ITEM, ""))
    .filter((statement) => statement !== "");
  if (statements.length < 2 || !NUMBERS_OR_SIGNS.test(text)) return null;
  const parts = statements.map((statement) => parseMeasure(statement) ?? leftAsText(statement));
  if (!parts.every((part): part is Measure | Words => part.kind !== "unparsed")) return null;
  return { kind: "several", parts };
}
/** `≥优秀` bounds by a grade, `0投诉` is 零投诉: both are words with a sign or a figure in place of one. */
const GRADE = /^(?:≥|不低于)(优秀?|良好?|优良|合格|及格|中等?|满意)(?:等[级次])?$/;
const NONE = /^0(?=\p{Script=Han}{2})/u;

function leftAsText(text: string): Words | Unparsed {
  const grade = GRADE.exec(text)?.[1];
  if (grade) return { kind: "words", text: `${grade}以上` };
  const none = text.replace(NONE, "零");
  if (none !== text && asksForNone(none)) return { kind: "words", text: none };
  return { kind: NUMBERS_OR_SIGNS.test(text) ? "unparsed" : "words", text };
}
