/** Bands of the rate of execution, darker the lower: they differ in lightness, and the rate stands in each cell. */

export interface RateBand {
  /** What belongs to it, in words. */
  name: string;
  fill: string;
  /** The colour of text on it. */
  ink: string;
}

/** Upper ends in percent, excluded; the last but one is the limit below which a rate is low. */
const ENDS = [30, 60, 80];
/** How much of the accent is in each band. */
const SHARES = [100, 72, 42, 20, 5];

function fill(share: number): string {
  return `color-mix(in srgb, var(--accent) ${share}%, var(--surface))`;
}

/** The bands in order, the lowest first; `limit` is the rate, in percent, below which it is low. */
export function rateBands(limit: number): RateBand[] {
  const ends = [...ENDS.filter((end) => end < limit), limit];
  const shares = [...SHARES.slice(0, ends.length), SHARES.at(-1)!];
  const names = ["", ...ends].map((from, i) => {
    if (i === 0) return `低于 ${ends[0]}%`;
    return i === ends.length ? `${from}% 以上` : `${from}–${ends[i]}%`;
  });
  return shares.map((share, i) => ({
    name: names[i]!,
    fill: fill(share),
    ink: share > 60 ? "var(--paper)" : "var(--ink)",
  }));
}

/** The band that a rate in percent is in. */
export function bandOf(rate: number, limit: number): RateBand {
  const bands = rateBands(limit);
  const ends = [...ENDS.filter((end) => end < limit), limit];
  const at = ends.findIndex((end) => rate < end);
  return bands[at < 0 ? bands.length - 1 : at]!;
}
