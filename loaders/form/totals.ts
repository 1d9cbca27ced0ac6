/**
 * The last two rows: 总分 with the points of the whole form, and 评分等级.
 */
import type { Row } from "../readers/sheet.ts";
import type { Decimal } from "./decimal.ts";
import { namesScoreFirst } from "./indicators/heading.ts";
import { decimalOf, piecesOf } from "./pieces.ts";
import { rowText } from "./sections.ts";
import type { Rating, Reading } from "./types.ts";

export interface Totals {
  totalWeight: Reading<Decimal>;
  totalScore: Reading<Decimal>;
  rating: Reading<Rating>;
}

/** The rating behind its label, or alone in its row. */
const RATING = /(?:级[^优良中差]{0,3}|^)([优良中差])/;

/**
 * Reads the sum of points and the rating; what is not there is null and flagged.
 * @param heading the rows that name the columns above, whose order the two sums keep
 */
export function readTotals(
  total: readonly Row[],
  rating: readonly Row[],
  heading: readonly Row[] = [],
): Totals {
  return { ...readPoints(total, namesScoreFirst(heading)), rating: readRating([...rating, ...total]) };
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
    const match = RATING.exec(rowText(row));
    if (match) return { value: match[1] as Rating, line: row.line, asRead: match[1]! };
  }
  const flag = { status: "missing", reason: "没有读到评分等级" } as const;
  return { value: null, line: rows[0]?.line ?? null, asRead: "", flag };
}
