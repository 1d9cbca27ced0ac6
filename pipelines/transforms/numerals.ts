/**
 * Numbers as forms write them: `1,465.28`, `十二`, `一百零五`, `二〇二四`.
 */
import { type Decimal, decimal, parseDecimal } from "../../loaders/form/decimal.ts";

/** An Arabic number, with or without thousands separators, as part of a regular expression. */
export const ARABIC = "-?(?:\\d{1,3}(?:,\\d{3})+|\\d{1,18})(?:\\.\\d{1,6})?(?![\\d,.]*\\d)";
/** A run of Chinese numerals, as part of a regular expression. */
export const CHINESE = "[零〇一二两三四五六七八九十廿卅百千万亿]{1,20}";

const DIGITS = "零一二三四五六七八九";
const STEPS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
/** Whole digits that a `DECIMAL(24, 6)` holds. */
const MOST_DIGITS = 18;

/** The value of an Arabic number; null for anything else, or one too large to keep. */
export function arabicValue(text: string): Decimal | null {
  const plain = text.replaceAll(",", "");
  return plain.replace(/^-|\..*$/g, "").length <= MOST_DIGITS ? parseDecimal(plain) : null;
}

/**
 * The value of a Chinese numeral that names its places (`一万二千`, `十二`), or is a single digit. `一百二` and `三五`
 * could mean two numbers each and give null.
 */
export function chineseValue(text: string): Decimal | null {
  const whole = wholeOf(
    text.replaceAll("〇", "零").replaceAll("两", "二").replaceAll("廿", "二十").replaceAll("卅", "三十"),
  );
  return whole !== null && Number.isSafeInteger(whole) ? decimal(whole) : null;
}

/** The number of a year or day written digit by digit (`二〇二四`), or by its places (`三十一`). */
export function chineseOrdinal(text: string): number | null {
  const plain = text.replaceAll("〇", "零");
  const digits = [...plain].map((numeral) => DIGITS.indexOf(numeral));
  return digits.length > 1 && digits.every((digit) => digit >= 0) ? Number(digits.join("")) : wholeOf(plain);
}

function wholeOf(text: string): number | null {
  for (const [name, size] of [
    ["亿", 1e8],
    ["万", 1e4],
  ] as const) {
    const at = text.lastIndexOf(name);
    if (at < 0) continue;
    const above = wholeOf(text.slice(0, at));
    const rest = text.slice(at + 1);
    const below = rest === "" ? 0 : wholeOf(rest.replace(/^零/, ""));
    if (above === null || below === null || above === 0 || below >= size) return null;
    // 一万二 may be 12000 or 10002: a place that is skipped is said with 零.
    return below > 0 && below < size / 10 && !rest.startsWith("零") ? null : above * size + below;
  }
  return belowTenThousand(text);
}

const BELOW_TEN_THOUSAND =
  /^(?:[一二三四五六七八九]千)?(?:零?[一二三四五六七八九]百)?(?:(?:零?[一二三四五六七八九])?十)?(?:零?[一二三四五六七八九])?$/;

function belowTenThousand(text: string): number | null {
  if (text === "零") return 0;
  if (text === "" || !BELOW_TEN_THOUSAND.test(text) || /[千百][一二三四五六七八九]$/.test(text)) return null;
  let total = 0;
  let digit = 1;
  for (const numeral of text) {
    const step = STEPS[numeral];
    if (step !== undefined) {
      total += digit * step;
      digit = 1;
    } else digit = DIGITS.indexOf(numeral);
  }
  return /[一二三四五六七八九]$/.test(text) ? total + digit : total;
}
