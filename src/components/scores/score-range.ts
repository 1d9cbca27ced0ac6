/** Scores and rates in numbers: which forms a reader wants listed, for the keyboard as well as for the mouse. */
import { html } from "htl";
import { goWithin, isPicked, linkPicking, type Picks, rangeOf } from "../picks.js";
import type { Span } from "./score-brush.js";
import type { ScoreLimits } from "./score-execution.js";

/** How a range stands in an address: `90-92`, `90-` where it has no end; null where it takes in everything. */
export function rangePick(from: string, to: string): string | null {
  return from === "" && to === "" ? null : `${from || "0"}-${to}`;
}

/** Lists the forms of a pick, as a link does that is clicked. */
function show(pick: Readonly<Record<string, string | null>>, picks: Picks): void {
  if (!isPicked(pick, picks)) goWithin(linkPicking(pick));
}

/** What a rectangle on the chart of scores picks: rates to whole percents, scores to halves of a point, outwards. */
export function pickOfSpans([rate1, rate2]: Span, [score1, score2]: Span): Record<string, string | null> {
  const outwards = ([from, to]: Span, steps: number) =>
    rangePick(
      String(Math.floor(from * steps) / steps),
      to === Number.POSITIVE_INFINITY ? "" : String(Math.ceil(to * steps) / steps),
    );
  return {
    rate: outwards([Math.max(0, rate1), rate2], 1),
    score: outwards([Math.max(0, score1), score2], 2),
    rating: null,
  };
}

/** The corners that one asks about, each a pick with its name. */
function corners({ excellent, poor }: ScoreLimits): [name: string, pick: Record<string, string | null>][] {
  const pick = (score: string, rate: string) => ({ score, rate, rating: null });
  return [
    [`${excellent} 分以上而执行率不到 ${poor}%`, pick(`${excellent}-`, `0-${poor}`)],
    [`不到 ${excellent} 分而执行率 ${poor}% 以上`, pick(`0-${excellent}`, `${poor}-`)],
    [`不到 ${excellent} 分，执行率也不到 ${poor}%`, pick(`0-${excellent}`, `0-${poor}`)],
  ];
}

/** Links to the corners of the chart, and a form for any other part of it. */
export function scoreRanges(picks: Picks, limits: ScoreLimits): HTMLElement {
  const field = (name: string, value: number | undefined) =>
    html`<input type="number" min="0" step="any" aria-label=${name} value=${value === undefined || value === Number.POSITIVE_INFINITY ? "" : value}>` as HTMLInputElement;
  const [scores, rates] = [rangeOf(picks.score), rangeOf(picks.rate)];
  const inputs = {
    scoreFrom: field("总分从", scores?.[0]),
    scoreTo: field("总分到", scores?.[1]),
    rateFrom: field("执行率从", rates?.[0]),
    rateTo: field("执行率到", rates?.[1]),
  };
  const trouble = html`<span role="alert"></span>`;

  function submit(event: Event): void {
    event.preventDefault();
    const { scoreFrom, scoreTo, rateFrom, rateTo } = inputs;
    const pick = {
      score: rangePick(scoreFrom.value, scoreTo.value),
      rate: rangePick(rateFrom.value, rateTo.value),
      rating: null,
    };
    const isWrong = [pick.score, pick.rate].some((range) => range !== null && rangeOf(range) === null);
    trouble.textContent = isWrong ? "“从”要小于“到”。" : "";
    if (!isWrong) show(pick, picks);
  }

  const links = corners(limits).map(
    ([name, pick]) =>
      html`<li><a href=${linkPicking(pick)} aria-current=${isPicked(pick, picks) ? "true" : null}>${name}</a></li>`,
  );
  return html`<div class="score-ranges">
    <p>只列一部分表单：</p>
    <ul>${links}</ul>
    <form ${{ onsubmit: submit }}>
      <span>总分从 ${inputs.scoreFrom} 到不足 ${inputs.scoreTo} 分，</span>
      <span>执行率从 ${inputs.rateFrom} 到不足 ${inputs.rateTo} %</span>
      <button type="submit">只列这些</button> ${trouble}
    </form>
  </div>`;
}

/** What is done with a rectangle drawn on the chart. */
export function showSpans(picks: Picks): (rates: Span, scores: Span) => void {
  return (rates, scores) => show(pickOfSpans(rates, scores), picks);
}
