/**
 * How figures are written on pages. They arrive as decimal text and are rounded as text: what a reader sees is the
 * warehouse's figure, half up, and never the shadow of a floating point number.
 */

/** Stands where there is no figure. */
export const NONE = "—";

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** A figure as it comes from the warehouse. */
export type Figure = string | null | undefined;

/** Rounds half away from zero to `places` decimals, thousands separated: `1,465.28`. */
export function fixed(figure: Figure, places: number): string {
  const match = figure == null ? null : DECIMAL.exec(figure);
  if (!match) return NONE;
  const fraction = (match[3] ?? "").padEnd(places + 1, "0");
  const kept = BigInt(match[2]! + fraction.slice(0, places));
  const rounded = (fraction[places]! >= "5" ? kept + 1n : kept).toString().padStart(places + 1, "0");
  const whole = rounded.slice(0, rounded.length - places).replace(/\B(?=(\d{3})+$)/g, ",");
  const digits = places === 0 ? whole : `${whole}.${rounded.slice(-places)}`;
  return match[1] && /[1-9]/.test(digits) ? `−${digits}` : digits;
}

/** An amount in 万元 with two decimals, without its unit. */
export function money(figure: Figure): string {
  return fixed(figure, 2);
}

/** Digits of 万元 from which a sentence tells an amount in 亿元: 100,000. */
const TOLD_IN_YI = 6;

/** An amount as a sentence tells it, with the unit that suits its size. */
export function told(figure: Figure): { value: string; unit: string } {
  const match = figure == null ? null : DECIMAL.exec(figure);
  const [, sign = "", whole = "", fraction = ""] = match ?? [];
  if (whole.length < TOLD_IN_YI) return { value: money(figure), unit: "万元" };
  const inYi = `${sign}${whole.slice(0, -4)}.${whole.slice(-4)}${fraction}`;
  return { value: fixed(inYi, 2), unit: "亿元" };
}

/** `told` in one piece, on one line: `1,465.28 万元`. */
export function amount(figure: Figure): string {
  const { value, unit } = told(figure);
  return `${value}\u00a0${unit}`;
}

/** What a rate is made of: `437.16 ÷ 1,838.38 万元`. */
export function quotient(part: Figure, whole: Figure): string {
  return `${money(part)} ÷ ${money(whole)}\u00a0万元`;
}

/** What a remainder is made of: `1,838.38 − 437.16 万元`. */
export function difference(whole: Figure, part: Figure): string {
  return `${money(whole)} − ${money(part)}\u00a0万元`;
}

/** A figure with all its decimals and at least two, as a form prints it. */
export function exact(figure: Figure): string {
  const decimals = figure == null ? 0 : (DECIMAL.exec(figure)?.[3] ?? "").replace(/0+$/, "").length;
  return fixed(figure, Math.max(2, decimals));
}

/** A rate or a share, which arrives in percent: `72.20%`. */
export function percent(figure: Figure): string {
  const text = fixed(figure, 2);
  return text === NONE ? NONE : `${text}%`;
}

/** A number of things. */
export function count(n: number): string {
  return fixed(String(n), 0);
}

/** Where a figure lies on an axis: good enough for pixels, not for sums; 0 where there is no figure. */
export function position(figure: Figure): number {
  const value = Number(figure ?? 0);
  return Number.isFinite(value) ? value : 0;
}

/** A fiscal year as a heading says it. */
export function yearName(year: number | null): string {
  return year === null ? "年度不详" : `${year}年`;
}
