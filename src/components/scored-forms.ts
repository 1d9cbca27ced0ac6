/** The forms that a reader has picked in the charts of scores: a band of scores, a square of scores and rates, or a rating. */
import type { CutAddress } from "./cut-file.js";
import { readCut } from "./cut-file.js";
import { liesIn, type Picks, rangeOf } from "./picks.js";
import type { ScoredForm } from "./scores.js";

/** Names under which they stand in the address. */
export const SCORE_PICKS = ["score", "rate", "rating"] as const;

/** Points of score a file; `src/data/cuts/scores.ts` cuts them so. */
const STEP = 2;
/** A pick of more is none that a chart makes. */
const MOST_POINTS = 20;
/** The last square of a chart holds every rate from here. */
const FULL_RATE = 100;
/** No form has more. */
const FULL_SCORE = 100;

/** What is picked in words; null where the address makes no sense. */
export function scorePick({ score, rate, rating }: Picks): string | null {
  const scores = rangeOf(score);
  if (!scores || scores[1] - scores[0] > MOST_POINTS) return null;
  const rates = rangeOf(rate);
  if (rate !== undefined && !rates) return null;
  return [
    `总分 ${scores[0] >= FULL_SCORE ? scores[0] : scores.join("–")} 分`,
    rates ? `、执行率 ${rates[0] >= FULL_RATE ? `${rates[0]}% 以上` : `${rates.join("–")}%`}` : "",
    rating === undefined ? "" : `、等级为“${rating}”`,
    "的表单",
  ].join("");
}

function ratesOf(rate: string | undefined): readonly [number, number] | null {
  const rates = rangeOf(rate);
  return rates && rates[0] >= FULL_RATE ? [rates[0], Number.POSITIVE_INFINITY] : rates;
}

/** The forms of a pick, and what went wrong on the way to them. */
export async function pickedForms(
  address: CutAddress,
  { score, rate, rating }: Picks,
  bands: { band: number }[],
): Promise<{ forms: ScoredForm[]; trouble: string | null }> {
  const scores = rangeOf(score);
  if (!address || !scores) return { forms: [], trouble: null };
  const [year, scope] = address;
  // Only bands that hold forms have files.
  const inRange = bands.filter(({ band }) => liesIn(String(band), scores));
  const files = new Set(inRange.map(({ band }) => Math.floor(band / STEP) * STEP));
  const reads = await Promise.all(
    [...files].map((file) => readCut("scored-forms", [year, `${scope}_${file}`])),
  );
  const rates = ratesOf(rate);
  const forms = reads
    .flatMap((read) => read.rows<ScoredForm>("forms"))
    .filter((form) => liesIn(form.total_score, scores))
    .filter((form) => rates === null || liesIn(form.execution_rate, rates))
    .filter((form) => rating === undefined || form.rating === rating);
  return { forms, trouble: reads.find((read) => read.trouble)?.trouble ?? null };
}
