const DIGITS = "零一二三四五六七八九十";

/** A number from 1 to 99 as headings write it: 一, 十, 十二, 二十. */
export function chineseNumeral(n: number): string {
  if (n <= 10) return DIGITS[n]!;
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens > 1 ? DIGITS[tens] : ""}十${ones > 0 ? DIGITS[ones] : ""}`;
}
