/** The forms that a reader has picked in the charts of scores: a band of scores, a part of scores and rates, or a rating. */
import { type CutAddress, type CutTables, readCut } from "../cut-file.js";
import { position } from "../format.js";
import { liesIn, type Picks, rangeOf } from "../picks.js";
import type { ScoredForm } from "./scores.js";

/** Names under which they stand in the address. */
export const SCORE_PICKS = ["score", "rate", "rating"] as const;

/** Points of score a file; `src/data/cuts/scores.ts` cuts them so. */
const STEP = 2;
/** Where a chart's last band or square begins, which holds everything from there. */
const FULL = 100;

/** A range of a figure in words; `above` is how its unit stands before 以上. */
function rangeText(name: string, [from, to]: readonly [number, number], unit: string, above: string): string {
  if (to === Number.POSITIVE_INFINITY) return `${name} ${from}${above}以上`;
  return from === 0 ? `${name}不到 ${to}${unit}` : `${name} ${from}–${to}${unit}`;
}

/** What is picked in words; null where the address makes no sense. */
export function scorePick({ score, rate, rating }: Picks): string | null {
  const [scores, rates] = [rangeOf(score), ratesOf(rate)];
  if ((score !== undefined && !scores) || (rate !== undefined && !rates)) return null;
  const fullScore = scores && scores[0] >= FULL ? `总分 ${scores[0]} 分` : null;
  const parts = [
    scores && (fullScore ?? rangeText("总分", scores, " 分", " 分")),
    rates && rangeText("执行率", rates, "%", "% "),
    rating === undefined ? null : `等级为“${rating}”`,
  ].filter((part) => part !== null);
  return parts.length > 0 ? `${parts.join("、")}的表单` : null;
}

function ratesOf(rate: string | undefined): readonly [number, number] | null {
  const rates = rangeOf(rate);
  return rates && rates[0] >= FULL ? [rates[0], Number.POSITIVE_INFINITY] : rates;
}

/** All forms that a pick of scores may hold: those that the page has already, else those of its bands. */
async function formsWithin(
  address: NonNullable<CutAddress>,
  [from, to]: readonly [number, number],
  page: CutTables,
): Promise<{ forms: ScoredForm[]; trouble: string | null }> {
  const points = page.rows<ScoredForm>("points");
  if (points.length > 0) return { forms: points, trouble: null };
  const [year, scope] = address;
  // Only bands that hold forms have files.
  const bands = page.rows<{ band: number }>("bands").filter(({ band }) => band + 1 > from && band < to);
  const files = new Set(bands.map(({ band }) => Math.floor(band / STEP) * STEP));
  const reads = await Promise.all(
    [...files].map((file) => readCut("scored-forms", [year, `${scope}_${file}`])),
  );
  return {
    forms: reads.flatMap((read) => read.rows<ScoredForm>("forms")),
    trouble: reads.find((read) => read.trouble)?.trouble ?? null,
  };
}

/** Forms by what their indicators score above the share of their money that was spent, the most first. */
function mostOver(a: ScoredForm, b: ScoredForm): number {
  const over = (form: ScoredForm) =>
    form.score_over_execution === null ? Number.NEGATIVE_INFINITY : position(form.score_over_execution);
  return over(b) - over(a) || a.form_id.localeCompare(b.form_id);
}

/**
 * The forms of a pick, and what went wrong on the way to them.
 *
 * @param page the tables of the page: its bands, and its forms where they are few
 */
export async function pickedForms(
  address: CutAddress,
  picks: Picks,
  page: CutTables,
): Promise<{ forms: ScoredForm[]; trouble: string | null }> {
  if (!address || scorePick(picks) === null) return { forms: [], trouble: null };
  const scores = rangeOf(picks.score) ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const rates = ratesOf(picks.rate);
  const { forms, trouble } = await formsWithin(address, scores, page);
  const picked = forms
    .filter((form) => liesIn(form.total_score, scores))
    .filter((form) => rates === null || liesIn(form.execution_rate, rates))
    .filter((form) => picks.rating === undefined || form.rating === picks.rating);
  return { forms: picked.sort(mostOver), trouble };
}
