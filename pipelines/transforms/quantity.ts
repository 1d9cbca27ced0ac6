/**
 * Reads a number with its unit: `≥90.00(%)`, `不少于3次`, `90-95%`, `每季度1次`, `达到95%以上`, `百分之九十`, `1:4`.
 */
import type { Decimal } from "../../loaders/form/decimal.ts";
import type { Quantity, Range, Ratio, Unit } from "./expression.ts";
import { ARABIC, arabicValue, CHINESE, chineseValue } from "./numerals.ts";
import { OPERATOR_AFTER, OPERATOR_BEFORE, operatorOf } from "./operators.ts";
import { EACH, parseUnit, perEach, UNIT } from "./units.ts";

/**
 * `满意度` in `满意度≥90%`: words that name what the number is about. A negation would turn the meaning of the number
 * around, 第 makes it an ordinal, and a letter part of a name (`PM2.5`), so none of them may stand there.
 */
const LABEL = '[\\p{Script=Han}A-Za-z"“”:()、]{0,24}?';
const TURNS_AROUND = /[不无未非没禁免零]|[第A-Za-z]$/;
/** `10日前`, `9点起`: what these words follow is a time, not an amount of time. */
const TELLS_A_TIME = /^[前后起止]/;
/** `PM2.5` is a name, its number part of it. */
const NAMES_WITH_NUMBERS = /PM(?:2\.5|10)/gi;
/** `1万余人` is `1余万人`: 余 follows the digits. */
const MORE_AFTER_MULTIPLIER = /(?<=\d)(万|千|百|亿)([余多])/;
/** What 个 counts and a single character names: `5个村`. */
const COUNTED_BY_GE = /^[村镇乡县区市站班组队厂库井岗课校园门类]$/;
/** `达标` in `100%达标`: what follows a number and adds nothing to it. */
const REST = "[\\p{Script=Han}]{0,12}";
const UNIT_HERE = `\\((?<inParentheses>[^()\\d]{1,12}\\d?)\\)|(?<open>${UNIT})`;
const UNIT_OF_LOW = `(?:\\([^()\\d]{1,12}\\d?\\)|${UNIT})?`;

const ARABIC_QUANTITY = new RegExp(
  `^(?<label>${LABEL})(?<before>${OPERATOR_BEFORE})?` +
    `(?:(?<low>${ARABIC})(?<unitOfLow>${UNIT_OF_LOW})[-~至到])?(?<number>${ARABIC})(?<more>[余多])?` +
    `(?:${UNIT_HERE})?(?<after>${OPERATOR_AFTER})?(?<rest>${REST})$`,
  "u",
);
/** Chinese numerals are also parts of words (`一流`, `统一`, `三公`): nothing but a unit may follow them. */
const CHINESE_QUANTITY = new RegExp(
  `^(?<label>(?:每个?(?:${EACH}))*|[一全]年)(?<before>${OPERATOR_BEFORE})?(?<number>${CHINESE})` +
    `(?:${UNIT_HERE})(?<after>${OPERATOR_AFTER})?$`,
  "u",
);
const CHINESE_SHARE = new RegExp(
  `^(?<before>${OPERATOR_BEFORE})?(?:百分之(?<hundredths>${CHINESE})|千分之(?<thousandths>${CHINESE})|` +
    `(?<tenths>[一二三四五六七八九])成(?<more>[一二三四五六七八九半])?|(?<half>一半|半数))(?<after>${OPERATOR_AFTER})?$`,
  "u",
);
/** `两个半月`, `一个半小时`. */
const AND_A_HALF = new RegExp(
  `^(?<before>${OPERATOR_BEFORE})?(?<number>${CHINESE})个半(?<unit>月|小时)(?<after>${OPERATOR_AFTER})?$`,
);
const HALF: Decimal = 500_000n;
/** `90%(含)以上` says what 以上 says, `≥90%(含)` what ≥ says. */
const INCLUSIVE = /\((?:含|包含|含本数)\)$/;
const A_YEAR = /^(?:19|20)\d\d$/;
const A_MONTH = /^(?:19|20)\d\d\.\d\d?$/;
const RATIO = new RegExp(`^(?<before>${OPERATOR_BEFORE})?(?<left>${ARABIC}):(?<right>${ARABIC})$`);
const EACH_LABEL = new RegExp(`^(?:每个?(?:${EACH}))+$`);
const EACH_WORD = new RegExp(`每个?(${EACH})`, "g");

/** Reads a number, a range or a ratio that a text consists of; null where it is none. */
export function parseQuantity(text: string): Quantity | Range | Ratio | null {
  const plain = text.replace(INCLUSIVE, "");
  return parseRatio(plain) ?? parseChineseShare(plain) ?? parseAndAHalf(plain) ?? parseCounted(plain);
}

function parseCounted(text: string): Quantity | Range | null {
  const plain = text.replace(NAMES_WITH_NUMBERS, "颗粒物").replace(MORE_AFTER_MULTIPLIER, "$2$1");
  const groups = (ARABIC_QUANTITY.exec(plain) ?? CHINESE_QUANTITY.exec(plain))?.groups;
  if (!groups) return null;
  const { label = "", before = "", more, inParentheses, open, after = "", rest = "" } = groups;
  if (!namesOnly(label) || TURNS_AROUND.test(rest) || TELLS_A_TIME.test(rest)) return null;
  const unit = unitOf({ label, inParentheses, open });
  const operator = operatorOf(before, after, more !== undefined);
  const value = numberOf(groups.number!);
  if (unit === "unknown" || operator === "conflict" || value === null) return null;
  if (!endsWell(unit, rest) || isTimeOfYear(groups, unit) || isDayOfEach(label, open)) return null;
  if (groups.low === undefined) return { kind: "quantity", operator, value, unit };
  return rangeOf(groups, value, unit, operator);
}

function namesOnly(label: string): boolean {
  return label === "" || EACH_LABEL.test(label) || !(TURNS_AROUND.test(label) || label.includes("每"));
}

/** What follows may not be the second half of a unit that is not known: `12班组`, `3届次`. */
function endsWell(unit: Unit | null, rest: string): boolean {
  if (rest === "") return true;
  if (unit === null) return false;
  return unit.measure === "%" || rest.length > 1 || (unit.text === "个" && COUNTED_BY_GE.test(rest));
}

/** `2024.12` and `13月` name months, well or badly, `2023-2025` years, and `20224年` is a slip: none is an amount. */
function isTimeOfYear(
  { low, number, open, before }: Record<string, string | undefined>,
  unit: Unit | null,
): boolean {
  if (unit === null) return (low === undefined ? A_MONTH : A_YEAR).test(number!);
  return (open === "月" && before === undefined) || (unit.text === "年" && /^\d{4,}$/.test(number!));
}

/** 每月10日 is the tenth day of each month, not ten days of it. */
function isDayOfEach(label: string, open: string | undefined): boolean {
  return EACH_LABEL.test(label) && (open === "日" || open === "月");
}

function unitOf({
  label,
  inParentheses,
  open,
}: Record<"label" | "inParentheses" | "open", string | undefined>) {
  const printed = inParentheses ?? open;
  const unit = printed === undefined ? null : parseUnit(printed, { ownWord: inParentheses !== undefined });
  if (printed !== undefined && unit === null) return "unknown";
  if (!label || !EACH_LABEL.test(label)) return unit;
  return unit === null
    ? "unknown"
    : [...label.matchAll(EACH_WORD)].map(([, each]) => each!).reduce(perEach, unit);
}

function numberOf(text: string): Decimal | null {
  return /\d/.test(text) ? arabicValue(text) : chineseValue(text);
}

function rangeOf(
  { low, unitOfLow = "" }: Record<string, string | undefined>,
  high: Decimal,
  unit: Unit | null,
  operator: string | null,
): Range | null {
  const value = arabicValue(low!);
  const sameUnit =
    unitOfLow === "" || parseUnit(unitOfLow.replace(/[()]/g, ""), { ownWord: true })?.text === unit?.text;
  if (value === null || value > high || !sameUnit || operator !== null) return null;
  return { kind: "range", low: value, high, unit };
}

function parseChineseShare(text: string): Quantity | null {
  const groups = CHINESE_SHARE.exec(text)?.groups;
  if (!groups) return null;
  const operator = operatorOf(groups.before ?? "", groups.after ?? "", false);
  const value = shareOf(groups);
  if (operator === "conflict" || value === null) return null;
  return { kind: "quantity", operator, value, unit: parseUnit(groups.thousandths ? "‰" : "%") };
}

/** In percent, thousandths in ‰: 三成五 is 35 %. */
function shareOf({ hundredths, thousandths, tenths, more, half }: Record<string, string | undefined>) {
  if (half) return HALF * 100n;
  if (tenths === undefined) return chineseValue((hundredths ?? thousandths)!);
  const rest = more === undefined ? 0n : more === "半" ? HALF * 10n : chineseValue(more)!;
  return chineseValue(tenths)! * 10n + rest;
}

function parseAndAHalf(text: string): Quantity | null {
  const groups = AND_A_HALF.exec(text)?.groups;
  const value = groups ? chineseValue(groups.number!) : null;
  if (!groups || value === null) return null;
  const operator = operatorOf(groups.before ?? "", groups.after ?? "", false);
  if (operator === "conflict") return null;
  return {
    kind: "quantity",
    operator,
    value: value + HALF,
    unit: parseUnit(groups.unit === "月" ? "个月" : "小时"),
  };
}

function parseRatio(text: string): Ratio | null {
  const groups = RATIO.exec(text)?.groups;
  if (!groups) return null;
  const operator = operatorOf(groups.before ?? "", "", false);
  const left = arabicValue(groups.left!);
  const right = arabicValue(groups.right!);
  if (operator === "conflict" || left === null || right === null || left < 0n || right <= 0n) return null;
  return { kind: "ratio", operator, left, right };
}
