/**
 * What it costs to take lines for one row, or a line for dirt: named costs, by what a row of the table must hold.
 */
import { countCjk, saysNothing, squeeze } from "../glyphs.ts";
import type { LineField, TableLine } from "./lines.ts";
import { bracketsOpen, shapeOf } from "./shapes.ts";

export const COST = {
  noPoints: 4,
  extraPoints: 1.2,
  noName: 1,
  noTarget: 1,
  noActual: 1,
  openBrackets: 2,
  strangeActual: 1,
  mixedTarget: 1,
  twoRows: 6,
  needlessReason: 0.5,
  joinedLine: 0.2,
  /** Dropping a line: a row that makes sense is none, whatever the sums say; scraps often are. */
  dropSoundRow: 16,
  dropRow: 4,
  dropScraps: 1.5,
  dropReason: 0.8,
};

/** The text of a field over the lines of a row, top to bottom. */
export function textOf(lines: readonly TableLine[], field: LineField): string {
  let text = "";
  for (const line of lines) for (const part of line.parts[field]) text += part.text;
  return squeeze(text);
}

/** What the costs of a line depend on, looked at once. */
export interface LineFacts {
  name: string;
  target: string;
  actual: string;
  reason: string;
  weight: string;
  score: string;
  weights: number;
  scores: number;
}

export const NO_POINTS = { weights: 0, scores: 0 };

export function factsOf(line: TableLine): LineFacts {
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
export function costOfPoints({ weights, scores }: typeof NO_POINTS, lines: number): number {
  let cost = COST.joinedLine * (lines - 1);
  const pairInOneCell = weights === 0 && scores === 2;
  if (weights === 0 && !pairInOneCell) cost += COST.noPoints;
  if (scores === 0) cost += COST.noPoints;
  return cost + COST.extraPoints * (Math.max(0, weights - 1) + Math.max(0, scores - 1));
}

export function costOfTexts(lines: readonly LineFacts[]): number {
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

export function costOfDropping(line: LineFacts): number {
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
