/**
 * Reads dates, times of the year and deadlines: `2024年12月底前`, `12月31日`, `第三季度`, `年底前`, `2024年3月至9月`, `20241231`.
 *
 * A date without a year is of the form's fiscal year. A bare `30日` is a time of 30 days and no date.
 */
import type { DateSpan, Day } from "./expression.ts";
import { chineseOrdinal } from "./numerals.ts";

interface Span {
  from: Day;
  to: Day;
}

const CHINESE_NUMBER = /[〇零一二三四五六七八九十]{1,4}(?=[年月日号])/g;
const YEAR = "(?<year>(?:19|20)\\d\\d)";
/** 底 and 末: the last day of what stands before them. */
const END = "(?<end>底|末)?";
/** The ways to name a time of the year, the more exact first. Eight digits with a unit behind them are a number. */
const POINTS = [
  `${YEAR}[-./](?<month>\\d{1,2})[-./](?<day>\\d{1,2})(?!\\d)`,
  `${YEAR}(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\\d|3[01])(?=$|[-~至到前]|之前|以前)`,
  `${YEAR}[-/](?<month>0[1-9]|1[0-2])(?![\\d./-])`,
  `(?:${YEAR}年度?)?(?<month>\\d{1,2})月份?(?<day>\\d{1,2})(?:日|号)`,
  `(?:${YEAR}年度?)?(?<month>\\d{1,2})月份?(?<third>上旬|中旬|下旬)?${END}`,
  `(?:${YEAR}年度?)?第?(?<quarter>[1-4一二三四])季度${END}`,
  `(?:${YEAR}年?度?)?[Qq](?<quarter>[1-4])${END}`,
  `(?:${YEAR}年度?)?(?<half>上半年|下半年)${END}`,
  `${YEAR}年度?(?:内|${END})`,
  "(?:当年|本年度?|年度)(?:内|(?<end>底|末))?",
  "年(?:内|(?<end>底|末))",
];
const SHAPES = POINTS.map((point) => new RegExp(`^${point}$`));
const POINT = `(?:${POINTS.join("|").replace(/\(\?<[a-z]+>/g, "(?:")})`;
const STATEMENT = new RegExp(
  `^(?<lead>不迟于|不晚于|已于|预计|截至|截止|于|在|到|已)?(?<first>${POINT})(?:[-~至到](?<last>${POINT}))?` +
    "(?<before>之前|以前|前)?(?<rest>\\p{Script=Han}{0,12})$",
  "u",
);
/** `1-9月`: the first month leaves its 月 to the second. */
const FIRST_MONTH = /^((?:(?:19|20)\d\d年度?)?\d{1,2})(?=[-~至到]\d{1,2}月)/;
/** `24年12月底`: nothing but a month behind it makes two digits a year. */
const TWO_DIGIT_YEAR = /(?<!\d)([12]\d)(?=年\d{1,2}月)/g;
const NEGATION = /[不无未非没]/;

/** Reads the date that a text consists of; null where it is none. */
export function parseDate(text: string): DateSpan | null {
  const plain = text
    .replace(TWO_DIGIT_YEAR, "20$1")
    .replace(CHINESE_NUMBER, arabic)
    .replace(FIRST_MONTH, "$1月");
  const groups = STATEMENT.exec(plain)?.groups;
  if (!groups || NEGATION.test(groups.rest!)) return null;
  const span = groups.last === undefined ? point(groups.first!) : between(groups.first!, groups.last);
  if (!span) return null;
  const before = groups.before !== undefined || groups.lead === "不迟于" || groups.lead === "不晚于";
  return { kind: "date", ...span, before };
}

function arabic(numeral: string): string {
  return String(chineseOrdinal(numeral) ?? numeral);
}

/** From the first day of one time to the last of another, which is of the same year unless it says its own. */
function between(first: string, last: string): Span | null {
  const from = point(first)?.from;
  const end = point(last)?.to;
  if (!from || !end || (from.year === null && end.year !== null)) return null;
  const to = { ...end, year: end.year ?? from.year };
  return orderOf(from, to) <= 0 ? { from, to } : null;
}

/** The days that one time of the year covers. */
function point(text: string): Span | null {
  const shape = SHAPES.find((each) => each.test(text));
  if (!shape) return null;
  const groups = shape.exec(text)!.groups ?? {};
  const span = daysOf(groups);
  return span && groups.end ? { from: span.to, to: span.to } : span;
}

function daysOf(groups: Record<string, string | undefined>): Span | null {
  const year = groups.year ? Number(groups.year) : null;
  if (groups.quarter) {
    const quarter = "一二三四".indexOf(groups.quarter) + 1 || Number(groups.quarter);
    return monthsOf(year, 3 * quarter - 2, 3 * quarter);
  }
  if (groups.half) return groups.half === "上半年" ? monthsOf(year, 1, 6) : monthsOf(year, 7, 12);
  if (!groups.month) return monthsOf(year, 1, 12);
  const month = Number(groups.month);
  if (month < 1 || month > 12) return null;
  const whole = monthsOf(year, month, month);
  if (groups.third) return thirdOf(whole, groups.third);
  if (!groups.day) return whole;
  const day = { year, month, day: Number(groups.day) };
  return day.day >= 1 && day.day <= whole.to.day ? { from: day, to: day } : null;
}

function monthsOf(year: number | null, first: number, last: number): Span {
  return { from: { year, month: first, day: 1 }, to: { year, month: last, day: lastDayOf(year, last) } };
}

function thirdOf({ from, to }: Span, third: string): Span {
  const [first, last] = third === "上旬" ? [1, 10] : third === "中旬" ? [11, 20] : [21, to.day];
  return { from: { ...from, day: first }, to: { ...to, day: last } };
}

/** February of an unknown year may have 29 days. */
function lastDayOf(year: number | null, month: number): number {
  return new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
}

/** Negative, zero or positive as one day is before, the same as or after another; years only where both have one. */
export function orderOf(one: Day, other: Day): number {
  const years = one.year === null || other.year === null ? 0 : one.year - other.year;
  return years || one.month - other.month || one.day - other.day;
}
