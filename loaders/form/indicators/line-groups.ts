/**
 * Which lines of the table are one row: they are grouped at least cost, and what makes no row is dropped as dirt.
 */
import { costOfDropping, costOfPoints, costOfTexts, factsOf, NO_POINTS } from "./line-costs.ts";
import { LINE_FIELDS, type TableLine } from "./lines.ts";

export interface Group {
  lines: TableLine[];
  dropped: boolean;
}

const MOST_LINES_OF_A_ROW = 7;

/** The rows and the dirt of a table, in order; lines of nothing but scraps of labels are neither. */
export function cheapestGroups(all: readonly TableLine[]): Group[] {
  const lines = all.filter(hasContent);
  if (lines.every((line) => line.whole || line.ownRow))
    return lines.map((line) => ({ lines: [line], dropped: false }));
  const facts = lines.map(factsOf);
  const best: number[] = [0];
  const from: { start: number; dropped: boolean }[] = [];
  for (let end = 1; end <= lines.length; end++) {
    let cheapest = Number.POSITIVE_INFINITY;
    let step = { start: end - 1, dropped: false };
    let points = NO_POINTS;
    const first = firstLineOfRow(lines, end);
    for (let start = end - 1; start >= first; start--) {
      points = {
        weights: points.weights + facts[start]!.weights,
        scores: points.scores + facts[start]!.scores,
      };
      const ownCost = lines[start]!.withoutPoints ? 0 : costOfPoints(points, end - start);
      const least = best[start]! + ownCost;
      // What the texts of so many lines would add can only make them dearer.
      if (least >= cheapest) continue;
      const cost = least + costOfTexts(facts.slice(start, end));
      if (cost < cheapest) {
        cheapest = cost;
        step = { start, dropped: false };
      }
    }
    // A row that costs nothing by itself is not looked at as dirt.
    if (cheapest > best[end - 1]!) {
      const dropping = best[end - 1]! + costOfDropping(facts[end - 1]!);
      const isOwnRow = step.start === end - 1;
      if (dropping < cheapest || (dropping === cheapest && !isOwnRow)) {
        cheapest = dropping;
        step = { start: end - 1, dropped: true };
      }
    }
    best.push(cheapest);
    from.push(step);
  }
  const groups: Group[] = [];
  for (let end = lines.length; end > 0; end = from[end - 1]!.start) {
    const { start, dropped } = from[end - 1]!;
    groups.push({ lines: lines.slice(start, end), dropped });
  }
  return groups.reverse();
}

/** The first line that a row ending before `end` may begin with: a row without points is one by itself. */
function firstLineOfRow(lines: readonly TableLine[], end: number): number {
  let first = end - 1;
  if (lines[first]!.withoutPoints) return first;
  while (first > 0 && end - first < MOST_LINES_OF_A_ROW && !lines[first - 1]!.withoutPoints) first--;
  return first;
}

/** Lines that hold only scraps of labels belong to no row of their own. */
function hasContent(line: TableLine): boolean {
  return LINE_FIELDS.some(
    (field) => field !== "level1" && field !== "level2" && line.parts[field].length > 0,
  );
}
