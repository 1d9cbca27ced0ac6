/**
 * From lines to rows: which lines are one row, which are dirt, and which of several points is the row's own.
 *
 * Lines are grouped at least cost first, each group alone; then the sums of the form choose among what is left open:
 * weights add up to the points of the indicators, scores to the total without execution.
 */
import type { Decimal } from "../decimal.ts";
import { decimal } from "../decimal.ts";
import { countCjk, saysNothing, squeeze } from "../glyphs.ts";
import { decimalOf } from "../pieces.ts";
import { LINE_FIELDS, type LineField, type TableLine } from "./lines.ts";
import { bracketsOpen, shapeOf } from "./shapes.ts";

/** Weight and score of a row in one of the ways it can be read. */
export interface Points {
  weight: Decimal | null;
  score: Decimal | null;
}

/** The lines of one row, with its points as the sums chose them. */
export interface TableRow {
  lines: TableLine[];
  points: Points;
  /** Whether weight or score could be read in another way. */
  ambiguous: Record<keyof Points, boolean>;
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

const MOST_LINES_OF_A_ROW = 7;
const COST = {
  noPoints: 4,
  extraPoints: 1.2,
  otherPoints: 1,
  scoreOverWeight: 3,
  noName: 1,
  noTarget: 1,
  noActual: 1,
  openBrackets: 2,
  strangeActual: 1,
  mixedTarget: 1,
  twoRows: 6,
  needlessReason: 0.5,
  joinedLine: 0.2,
  /** Dropping a line: a row that makes sense is none, whatever the sums say; scraps often are, and a row read twice. */
  dropSoundRow: 16,
  dropRow: 4,
  dropRepeatedRow: 3,
  dropScraps: 1.5,
  dropReason: 0.8,
  /** Missing a sum of the form. */
  sumMissed: 6,
};
/** States of the sums that are kept while rows are added; far more than printed points ever make. */
const MOST_STATES = 20_000;

/** Groups the lines of a form's table into rows and lets the sums choose. */
export function groupRows(lines: readonly TableLine[], expected: ExpectedSums): GroupedRows {
  const groups = cheapestGroups(lines.filter(hasContent));
  const kept = groups.filter((group) => !group.dropped).map((group) => group.lines);
  const ghosts = groups.filter((group) => group.dropped).flatMap((group) => group.lines);
  // Where the plainest points reach the form's sums, there is nothing to choose.
  const plain = kept.map((lines) => plainPoints(lines));
  const plainSums = sumsOf(plain);
  if (kept.length === 0 || meets(plainSums, expected)) {
    const rows = kept.map((lines, index) => ({
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

/** Lines that hold only scraps of labels belong to no row of their own. */
function hasContent(line: TableLine): boolean {
  return LINE_FIELDS.some(
    (field) => field !== "level1" && field !== "level2" && line.parts[field].length > 0,
  );
}

interface Group {
  lines: TableLine[];
  dropped: boolean;
}

function cheapestGroups(lines: readonly TableLine[]): Group[] {
  const facts = lines.map(knownFactsOf);
  const best: number[] = [0];
  const from: { start: number; dropped: boolean }[] = [];
  for (let end = 1; end <= lines.length; end++) {
    let cheapest = best[end - 1]! + costOfDropping(facts[end - 1]!);
    let step = { start: end - 1, dropped: true };
    let points = NO_POINTS;
    for (let start = end - 1; start >= Math.max(0, end - MOST_LINES_OF_A_ROW); start--) {
      points = {
        weights: points.weights + facts[start]!.weights,
        scores: points.scores + facts[start]!.scores,
      };
      const least = best[start]! + costOfPoints(points, end - start);
      // What the texts of so many lines would add can only make them dearer.
      if (least >= cheapest) continue;
      const cost = least + costOfTexts(facts.slice(start, end));
      if (cost < cheapest || (cost === cheapest && start === end - 1)) {
        cheapest = cost;
        step = { start, dropped: false };
      }
    }
    best.push(cheapest);
    from.push(step);
  }
  const groups: Group[] = [];
  for (let end = lines.length; end > 0; end = from[end - 1]!.start) {
    const { start, dropped } = from[end - 1]!;
    groups.unshift({ lines: lines.slice(start, end), dropped });
  }
  return groups;
}

/** The text of a field over the lines of a row, top to bottom. */
export function textOf(lines: readonly TableLine[], field: LineField): string {
  let text = "";
  for (const line of lines) for (const part of line.parts[field]) text += part.text;
  return squeeze(text);
}

/** What the costs of a line depend on, looked at once. */
interface LineFacts {
  name: string;
  target: string;
  actual: string;
  reason: string;
  weight: string;
  score: string;
  weights: number;
  scores: number;
}

const NO_POINTS = { weights: 0, scores: 0 };

/** Facts that were looked at, for the second time that they are asked for. */
const knownFacts = new WeakMap<TableLine, LineFacts>();

function knownFactsOf(line: TableLine): LineFacts {
  let facts = knownFacts.get(line);
  if (!facts) {
    facts = factsOf(line);
    knownFacts.set(line, facts);
  }
  return facts;
}

function factsOf(line: TableLine): LineFacts {
  const one = [line];
  return {
    name: textOf(one, "name"),
    target: textOf(one, "target"),
    actual: textOf(one, "actual"),
    reason: textOf(one, "reason"),
    weight: textOf(one, "weight"),
    score: textOf(one, "score"),
    weights: line.parts.weight.length,
    scores: line.parts.score.length,
  };
}

/** What the number of points in a group costs: a row has one weight and one score. */
function costOfPoints({ weights, scores }: typeof NO_POINTS, lines: number): number {
  let cost = COST.joinedLine * (lines - 1);
  const pairInOneCell = weights === 0 && scores === 2;
  if (weights === 0 && !pairInOneCell) cost += COST.noPoints;
  if (scores === 0) cost += COST.noPoints;
  return cost + COST.extraPoints * (Math.max(0, weights - 1) + Math.max(0, scores - 1));
}

function costOfTexts(lines: readonly LineFacts[]): number {
  const target = joined(lines, "target");
  const actual = joined(lines, "actual");
  let cost = 0;
  if (countCjk(joined(lines, "name")) < 2) cost += COST.noName;
  if (target === "") cost += COST.noTarget;
  if (actual === "") cost += COST.noActual;
  if (bracketsOpen(target)) cost += COST.openBrackets;
  if (bracketsOpen(actual)) cost += COST.openBrackets;
  if (actual !== "" && shapeOf(actual) === "words" && shapeOf(target) === "words") cost += COST.strangeActual;
  if (lines.length > 1) {
    if (mixesShapes(lines)) cost += COST.mixedTarget;
    if (holdsTwo(lines, "target") || holdsTwo(lines, "actual")) cost += COST.twoRows;
  }
  const weight = joined(lines, "weight");
  if (weight !== "" && weight === joined(lines, "score") && joined(lines, "reason") !== "")
    cost += COST.needlessReason;
  return cost;
}

function joined(
  lines: readonly LineFacts[],
  field: "name" | "target" | "actual" | "reason" | "weight" | "score",
): string {
  if (lines.length === 1) return lines[0]![field];
  let text = "";
  for (const line of lines) text += line[field];
  return text;
}

/** Whether a field holds two whole figures or verdicts, one below the other: those of two rows. */
function holdsTwo(lines: readonly LineFacts[], field: "target" | "actual"): boolean {
  let whole = 0;
  for (const line of lines) {
    const text = line[field];
    if (text === "" || bracketsOpen(text)) continue;
    const shape = shapeOf(text);
    if (shape === "quantity" || shape === "verdict") whole++;
  }
  return whole > 1;
}

/** A target that begins in words and goes on as a figure, or in a whole figure and goes on in words, is two targets. */
function mixesShapes(lines: readonly LineFacts[]): boolean {
  const targets = lines.flatMap(({ target }) => (target === "" ? [] : [target]));
  const [first, ...others] = targets.map(shapeOf);
  if (first === "words") return others.includes("quantity");
  return first === "quantity" && !bracketsOpen(targets[0]!) && others.includes("words");
}

function costOfDropping(line: LineFacts): number {
  if (line.weights > 0 || line.scores > 0) return isSound(line) ? COST.dropSoundRow : COST.dropRow;
  const words = line.name + line.target + line.actual;
  return words === "" || saysNothing(words) ? COST.dropReason : COST.dropScraps;
}

/** Whether a row's texts are such as people write: a name in words, a target and an actual in words or figures. */
function isSound({ name, target, actual }: LineFacts): boolean {
  return countCjk(name) > 1 && makesSense(target) && makesSense(actual);
}

function makesSense(text: string): boolean {
  return (
    !bracketsOpen(text) && (countCjk(text) > 0 || shapeOf(text) === "quantity" || shapeOf(text) === "points")
  );
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

/** Whether a row's cells hold different points. */
function ambiguitiesOf(lines: readonly TableLine[]): TableRow["ambiguous"] {
  const { weights, scores } = readPoints(lines);
  return { weight: differ(weights), score: differ(scores) };
}

function differ(values: readonly Decimal[]): boolean {
  return values.some((value) => value !== values[0]);
}

/** The first weight and the first score of a row. */
function plainPoints(lines: readonly TableLine[]): Points {
  const { weights, scores } = readPoints(lines);
  return { weight: weights[0] ?? null, score: scores[0] ?? null };
}

/** All points in a row's cells; weight and score that ran into one cell are told apart. */
function readPoints(lines: readonly TableLine[]): { weights: Decimal[]; scores: Decimal[] } {
  const weights = pointsIn(lines, "weight");
  const scores = pointsIn(lines, "score");
  return weights.length === 0 && scores.length === 2
    ? { weights: [scores[0]!], scores: [scores[1]!] }
    : { weights, scores };
}

/** The ways to read a row's points, and the way to drop it, with what each costs beyond the cheapest. */
function candidateOf(lines: TableLine[]): Candidate {
  const { weights, scores } = readPoints(lines);
  const options: Option[] = [];
  for (const [w, weight] of (weights.length > 0 ? [...new Set(weights)] : [null]).entries())
    for (const [s, score] of (scores.length > 0 ? [...new Set(scores)] : [null]).entries()) {
      const over = weight !== null && score !== null && score > weight ? COST.scoreOverWeight : 0;
      options.push({ points: { weight, score }, cost: COST.otherPoints * (w + s) + over });
    }
  const facts = lines.map(knownFactsOf);
  const dropping = facts.reduce((sum, line) => sum + costOfDropping(line), 0) - costOfTexts(facts);
  options.push({ points: null, cost: Math.max(COST.dropReason, dropping) });
  return { lines, options };
}

function pointsIn(lines: readonly TableLine[], field: keyof Points): Decimal[] {
  const points: Decimal[] = [];
  for (const line of lines)
    for (const { text } of line.parts[field]) {
      const value = decimalOf(text);
      if (value !== null) points.push(value);
    }
  return points;
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
