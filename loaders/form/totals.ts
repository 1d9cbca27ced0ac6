/**
 * The last two rows: 总分 with the points of the whole form, and 评分等级.
 */
import type { Row } from "../readers/sheet.ts";
import type { Decimal } from "./decimal.ts";
import { ERROR_MARK, halfWidth, squeeze } from "./glyphs.ts";
import { gridHeadingOf } from "./indicators/grid-heading.ts";
import { namesScoreFirst } from "./indicators/heading.ts";
import { decimalOf, type Piece, piecesOf } from "./pieces.ts";
import { rowText } from "./sections.ts";
import type { Rating, Reading } from "./types.ts";

export interface Totals {
  totalWeight: Reading<Decimal>;
  totalScore: Reading<Decimal>;
  rating: Reading<Rating>;
}

/** The rating behind its label, or alone in its row. */
const RATING = /(?:等[级次][^优良中差]{0,3}|^)([优良中差])/;
/** The rating alone in its cell. */
const RATING_CELL = /^[优良中差]$/;
/** All ratings with a box each, of which one is ticked. */
const BOXES = /[□☐口○☑√✓✔■]/;
const TICKED_BEHIND = /([优良中差])[秀好等]?(?:\([^()]*\))?[☑√✓✔■]/g;
const TICKED_BEFORE = /[☑√✓✔■]\(?([优良中差])/g;
/** The score of the whole form where it stands in its head. */
const SCORE_LABEL = /^(?:自评(?:总)?得?分|自评总分|总得?分|综合得分)(?:\([^()]*\))?:?$/;

/** The label of the rating, or what is left of it. */
const RATING_LABEL = /等[级次]|评分等|评级/;

/**
 * Reads the sum of points and the rating; what is not there is null and flagged.
 * @param heading the rows that name the columns above, whose order the two sums keep
 */
export function readTotals(
  total: readonly Row[],
  rating: readonly Row[],
  heading: readonly Row[] = [],
): Totals {
  const points = pointsUnder(heading, total) ?? readPoints(total, namesScoreFirst(heading));
  const error = total.flatMap(({ cells }) => cells).find(({ text }) => ERROR_MARK.test(text))?.text;
  const lost = <T>(reading: Reading<T>): Reading<T> =>
    reading.value === null && error !== undefined ? { ...reading, asRead: error } : reading;
  return {
    totalWeight: lost(points.totalWeight),
    totalScore: lost(points.totalScore),
    rating: readRating([...rating, ...total]),
  };
}

/**
 * The sums under the headings of weight and score, where the row holds more numbers than these, or none but that of the weights;
 * null for any other, which is told by its order: its cells may stand beside the headings.
 */
function pointsUnder(heading: readonly Row[], rows: readonly Row[]): ReturnType<typeof readPoints> | null {
  const columns = new Map(
    [...(gridHeadingOf(heading)?.fields ?? [])].map(([column, field]) => [field, column]),
  );
  const [weight, score] = [columns.get("weight"), columns.get("score")];
  if (weight === undefined || score === undefined) return null;
  for (const row of rows) {
    const numbers = piecesOf(row.cells).filter((piece) => piece.kind === "number");
    const own = (column: number): Piece | undefined =>
      numbers.find((piece) => piece.column === column && piece.alone);
    const [weights, scores] = [own(weight), own(score)];
    const isClear = numbers.length === 1 ? weights && !scores : numbers.length > 2 && weights && scores;
    if (!isClear) continue;
    const missing = { status: "missing", reason: "合计行没有得分" } as const;
    return {
      totalWeight: {
        value: weights ? decimalOf(weights.digits) : null,
        line: row.line,
        asRead: weights?.raw ?? "",
      },
      totalScore: {
        value: scores ? decimalOf(scores.digits) : null,
        line: row.line,
        asRead: scores?.raw ?? "",
        ...(!scores && { flag: missing }),
      },
    };
  }
  return null;
}

function readPoints(rows: readonly Row[], scoreFirst: boolean): Pick<Totals, "totalWeight" | "totalScore"> {
  for (const row of rows) {
    const numbers = piecesOf(row.cells).filter((piece) => piece.kind === "number");
    const own = numbers.length > 0 ? numbers : gluedNumbers(row);
    const [last, before] = [own.at(-1), own.at(-2) ?? null];
    if (!last) continue;
    const [score, weight] = scoreFirst && before ? [before, last] : [last, before];
    return {
      totalWeight: {
        value: weight ? decimalOf(weight.digits) : null,
        line: row.line,
        asRead: weight?.raw ?? "",
      },
      totalScore: { value: decimalOf(score.digits), line: row.line, asRead: score.raw },
    };
  }
  const flag = { status: "missing", reason: "没有读到总分" } as const;
  return {
    totalWeight: { value: null, line: null, asRead: "" },
    totalScore: { value: null, line: rows[0]?.line ?? null, asRead: "", flag },
  };
}

/** Numbers that hang on the label without a space: `总分100.00`. */
function gluedNumbers(row: Row): { digits: string; raw: string }[] {
  return [...rowText(row).matchAll(/\d+(?:\.\d+)?/g)].map((match) => ({ digits: match[0], raw: match[0] }));
}

function readRating(rows: readonly Row[]): Reading<Rating> {
  for (const row of rows) {
    const rating = ratingOf(row);
    if (rating) return { value: rating, line: row.line, asRead: rowText(row) };
  }
  const label = rows.find((row) => RATING_LABEL.test(rowText(row)));
  // Many offices rate nothing: where there is no label, nothing is missing.
  return label ? missingRating(label.line) : { value: null, line: null, asRead: "" };
}

/** A rating that should be there. @param line where it was looked for */
export function missingRating(line: number | null): Reading<Rating> {
  return { value: null, line, asRead: "", flag: { status: "missing", reason: "没有读到评分等级" } };
}

function ratingOf(row: Row): Rating | null {
  const text = halfWidth(rowText(row));
  const named = new Set(text.match(/[优良中差]/g));
  if (named.size > 1 && BOXES.test(text)) return tickedRating(text);
  const alone = row.cells.map((cell) => squeeze(cell.text)).find((cell) => RATING_CELL.test(cell));
  return ((alone ?? RATING.exec(text)?.[1]) as Rating | undefined) ?? null;
}

/** The one rating that is ticked; boxes stand before all of them or behind all of them. */
function tickedRating(text: string): Rating | null {
  const first = text.search(/[优良中差]/);
  const isBefore = first > 0 && BOXES.test(text[first - 1]!);
  const ticked = [...text.matchAll(isBefore ? TICKED_BEFORE : TICKED_BEHIND)];
  return ticked.length === 1 ? (ticked[0]![1] as Rating) : null;
}

/** Score and rating that a form prints in its head, where none stands under its table. */
export function withTotalsOfHead(totals: Totals, head: readonly Row[]): Totals {
  const { totalScore, rating } = totals;
  return {
    ...totals,
    totalScore: totalScore.value === null ? (scoreOfHead(head) ?? totalScore) : totalScore,
    rating: rating.value === null ? (ratingOfHead(head) ?? rating) : rating,
  };
}

function scoreOfHead(head: readonly Row[]): Reading<Decimal> | null {
  for (const { cells, line } of head)
    for (const [at, cell] of cells.entries()) {
      if (!SCORE_LABEL.test(halfWidth(squeeze(cell.text)))) continue;
      const [points, ...more] = piecesOf(cells.slice(at + 1, at + 2));
      if (points?.kind === "number" && more.length === 0)
        return { value: decimalOf(points.digits), line, asRead: points.raw };
    }
  return null;
}

function ratingOfHead(head: readonly Row[]): Reading<Rating> | null {
  const row = head.find((own) => /等[级次]/.test(rowText(own)));
  const value = row ? ratingOf(row) : null;
  return value && row ? { value, line: row.line, asRead: value } : null;
}

/** A single sum under a table without one score is that of the weights. */
export function withoutScores(totals: Totals): Totals {
  const { totalWeight, totalScore } = totals;
  if (totalWeight.value !== null || totalScore.value === null) return totals;
  const flag = { status: "missing", reason: "各指标没有得分，合计行的数是分值之和" } as const;
  return {
    ...totals,
    totalWeight: totalScore,
    totalScore: { value: null, line: totalScore.line, asRead: "", flag },
  };
}
