/**
 * The rows of the table, with their points as the sums of the form choose them: weights add up to the points of the
 * indicators, scores to the total without execution.
 */
import { type Decimal, decimal } from "../decimal.ts";
import { costOfDropping, costOfTexts, factsOf, COST as LINE_COST, textOf } from "./line-costs.ts";
import { cheapestGroups, type Group } from "./line-groups.ts";
import type { TableLine } from "./lines.ts";
import { type AmbiguousPoints, ambiguitiesOf, type Points, plainPoints, readPoints } from "./points.ts";

/** The lines of one row, with its points as the sums chose them. */
export interface TableRow {
  lines: TableLine[];
  points: Points;
  /** Whether weight or score could be read in another way. */
  ambiguous: AmbiguousPoints;
}

/** What the indicators' points must add up to; null where the form does not say. */
export interface ExpectedSums {
  weight: Decimal | null;
  score: Decimal | null;
}

export interface GroupedRows {
  rows: TableRow[];
  /** Lines that were read and dropped. */
  ghosts: TableLine[];
  /** Whether the chosen points reach the expected sums; null where there is nothing to compare with. */
  weightsSumOk: boolean | null;
  scoresSumOk: boolean | null;
}

const COST = {
  otherPoints: 1,
  scoreOverWeight: 3,
  /** A row that was read twice is left out sooner than another. */
  dropRepeatedRow: 3,
  /** Missing a sum of the form. */
  sumMissed: 6,
};

/** States of the sums that are kept while rows are added; far more than printed points ever make. */
const MOST_STATES = 20_000;

/** Groups the lines of a form's table into rows and lets the sums choose. */
export function groupRows(lines: readonly TableLine[], expected: ExpectedSums): GroupedRows {
  const groups = cheapestGroups(lines);
  const kept = groups.filter((group) => !group.dropped);
  const ghosts = groups.filter((group) => group.dropped).flatMap((group) => group.lines);
  // Where the plainest points reach the form's sums, there is nothing to choose.
  const plain = kept.map(({ lines }) => plainPoints(lines));
  const plainSums = sumsOf(plain);
  const isPrinted = lines.every((line) => line.ownRow);
  if (kept.length === 0 || isPrinted || meets(plainSums, expected)) {
    const rows = kept.map(({ lines }, index) => ({
      lines,
      points: plain[index]!,
      ambiguous: ambiguitiesOf(lines),
    }));
    return { rows, ghosts, ...sumsOk(kept.length === 0 ? null : plainSums, expected) };
  }
  const candidates = kept.map(candidateOf);
  offerRepeatsForDropping(candidates);
  const { picks, sums } = cheapestBySums(candidates, expected);
  const rows: TableRow[] = [];
  candidates.forEach(({ lines, options }, index) => {
    const { points } = options[picks[index]!]!;
    if (points) rows.push({ lines, points, ambiguous: ambiguitiesOf(lines) });
    else ghosts.push(...lines);
  });
  return { rows, ghosts, ...sumsOk(sums, expected) };
}

interface Sums {
  weight: Decimal;
  score: Decimal;
}

function sumsOf(points: readonly Points[]): Sums {
  const sums = { weight: 0n, score: 0n };
  for (const { weight, score } of points) {
    sums.weight += weight ?? 0n;
    sums.score += score ?? 0n;
  }
  return sums;
}

function meets(sums: Sums, expected: ExpectedSums): boolean {
  return sums.weight === (expected.weight ?? sums.weight) && sums.score === (expected.score ?? sums.score);
}

/** @param sums null where there are no rows to add up */
function sumsOk(
  sums: Sums | null,
  expected: ExpectedSums,
): Pick<GroupedRows, "weightsSumOk" | "scoresSumOk"> {
  return {
    weightsSumOk: sums === null || expected.weight === null ? null : sums.weight === expected.weight,
    scoresSumOk: sums === null || expected.score === null ? null : sums.score === expected.score,
  };
}

interface Option {
  /** Null: the row is dirt. */
  points: Points | null;
  cost: number;
}

interface Candidate {
  lines: TableLine[];
  options: Option[];
}

/** A row that stands there twice may be left out if the sums ask for it. */
function offerRepeatsForDropping(candidates: readonly Candidate[]): void {
  const seen = new Set<string>();
  for (const { lines, options } of candidates) {
    const texts = (["name", "target", "weight", "score"] as const)
      .map((field) => textOf(lines, field))
      .join("\t");
    const drop = options.at(-1)!;
    if (seen.has(texts)) drop.cost = Math.min(drop.cost, COST.dropRepeatedRow);
    seen.add(texts);
  }
}

/** The ways to read a row's points, and the way to drop it, with what each costs beyond the cheapest. */
function candidateOf({ lines }: Group): Candidate {
  const { weights, scores } = readPoints(lines);
  const options: Option[] = [];
  for (const [w, weight] of (weights.length > 0 ? [...new Set(weights)] : [null]).entries())
    for (const [s, score] of (scores.length > 0 ? [...new Set(scores)] : [null]).entries()) {
      const over = weight !== null && score !== null && score > weight ? COST.scoreOverWeight : 0;
      options.push({ points: { weight, score }, cost: COST.otherPoints * (w + s) + over });
    }
  const facts = lines.map(factsOf);
  const dropping = facts.reduce((sum, line) => sum + costOfDropping(line), 0) - costOfTexts(facts);
  options.push({ points: null, cost: Math.max(LINE_COST.dropReason, dropping) });
  return { lines, options };
}

/** More than any scores add up to: weights times it and scores make one number. */
const BEYOND_SCORES = decimal(1_000_000_000);

interface State {
  weight: Decimal;
  score: Decimal;
  cost: number;
  pick: number;
  previous: State | null;
}

/** Adds the rows up one by one, keeping the cheapest way to each pair of sums; the ends near the form's sums win. */
function cheapestBySums(
  candidates: readonly Candidate[],
  expected: ExpectedSums,
): { picks: number[]; sums: Sums } {
  let states: State[] = [{ weight: 0n, score: 0n, cost: 0, pick: -1, previous: null }];
  for (const { options } of candidates) {
    const next = new Map<bigint, State>();
    for (const state of states)
      for (const [pick, option] of options.entries()) {
        const weight = state.weight + (option.points?.weight ?? 0n);
        const score = state.score + (option.points?.score ?? 0n);
        const cost = state.cost + option.cost;
        const key = weight * BEYOND_SCORES + score;
        const known = next.get(key);
        if (!known || cost < known.cost) next.set(key, { weight, score, cost, pick, previous: state });
      }
    states = cheapest([...next.values()]);
  }
  const missed = (state: State): number =>
    (expected.weight !== null && state.weight !== expected.weight ? COST.sumMissed : 0) +
    (expected.score !== null && state.score !== expected.score ? COST.sumMissed : 0);
  const best = states.reduce((a, b) => (b.cost + missed(b) < a.cost + missed(a) ? b : a));
  const picks: number[] = [];
  for (let state: State | null = best; state && state.pick >= 0; state = state.previous)
    picks.unshift(state.pick);
  return { picks, sums: best };
}

/** What lies far above the cheapest way cannot win by meeting the sums. */
function cheapest(states: State[]): State[] {
  const least = Math.min(...states.map((state) => state.cost));
  const near = states.filter((state) => state.cost <= least + 2 * COST.sumMissed);
  return near.length <= MOST_STATES ? near : near.sort((a, b) => a.cost - b.cost).slice(0, MOST_STATES);
}

/** Points of the indicators: the form's total without those of execution. */
export function expectedSum(
  total: Decimal | null,
  execution: Decimal | null,
  fallback: number | null,
): Decimal | null {
  const whole = total ?? (fallback === null ? null : decimal(fallback));
  return whole === null || execution === null ? null : whole - execution;
}
