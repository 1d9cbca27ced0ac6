/**
 * The points in a row's cells: its weight and its score, and what else was read there.
 */
import type { Decimal } from "../decimal.ts";
import { halfWidth } from "../glyphs.ts";
import { decimalOf } from "../pieces.ts";
import type { TableLine } from "./lines.ts";

/** Weight and score of a row in one of the ways it can be read. */
export interface Points {
  weight: Decimal | null;
  score: Decimal | null;
}

/** For each of the two whether it could be read in another way. */
export type AmbiguousPoints = Record<keyof Points, boolean>;

/** Whether a row's cells hold different points. */
export function ambiguitiesOf(lines: readonly TableLine[]): AmbiguousPoints {
  const { weights, scores } = readPoints(lines);
  return { weight: differ(weights), score: differ(scores) };
}

function differ(values: readonly Decimal[]): boolean {
  return values.some((value) => value !== values[0]);
}

/** The first weight and the first score of a row. */
export function plainPoints(lines: readonly TableLine[]): Points {
  const { weights, scores } = readPoints(lines);
  return { weight: weights[0] ?? null, score: scores[0] ?? null };
}

/** All points in a row's cells; weight and score that ran into one cell are told apart. */
export function readPoints(lines: readonly TableLine[]): { weights: Decimal[]; scores: Decimal[] } {
  const weights = pointsIn(lines, "weight");
  const scores = pointsIn(lines, "score");
  return weights.length === 0 && scores.length === 2
    ? { weights: [scores[0]!], scores: [scores[1]!] }
    : { weights, scores };
}

function pointsIn(lines: readonly TableLine[], field: keyof Points): Decimal[] {
  const points: Decimal[] = [];
  for (const line of lines)
    for (const { text } of line.parts[field]) {
      const value = decimalOf(halfWidth(text).trim());
      if (value !== null) points.push(value);
    }
  return points;
}
