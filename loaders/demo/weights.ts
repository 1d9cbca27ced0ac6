/**
 * How a form's ninety points are shared out among its indicators.
 */
import type { Group } from "./indicator-plans.ts";

/** Points of each heading: 财预〔2021〕101号 since 2021, 财预〔2020〕10号 before. */
const SINCE_2021: readonly (readonly [readonly Group[], number])[] = [
  [["cost"], 20],
  [["quantity", "quality", "time"], 40],
  [["social", "lasting"], 20],
  [["satisfaction"], 10],
];
const BEFORE_2021: typeof SINCE_2021 = [
  [["cost", "quantity", "quality", "time"], 50],
  [["social", "lasting"], 30],
  [["satisfaction"], 10],
];

/** The weights of rows in these groups, in hundredths of a point; they add up to 90 points. */
export function weightsOf(groups: readonly Group[], year: number): number[] {
  const weights = groups.map(() => 0);
  for (const [heading, points] of year < 2021 ? BEFORE_2021 : SINCE_2021) {
    const rows = groups.flatMap((group, index) => (heading.includes(group) ? [index] : []));
    for (const [at, share] of shares(points * 100, rows.length).entries()) weights[rows[at]!] = share;
  }
  return weights;
}

/** Nearly equal parts, in whole or half points where they are large enough; the first ones have what is left over. */
function shares(whole: number, count: number): number[] {
  const step = [500, 100, 50, 10].find((size) => whole / count >= size * 2) ?? 1;
  const least = Math.floor(whole / count / step) * step;
  const parts = Array.from({ length: count }, () => least);
  let left = whole - least * count;
  for (let at = 0; left > 0; at = (at + 1) % count) {
    const more = Math.min(step, left);
    parts[at] = parts[at]! + more;
    left -= more;
  }
  return parts;
}
