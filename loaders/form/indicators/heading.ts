/**
 * The columns of the indicator table as its heading names them, for tables whose heading can be read.
 */
import type { Row } from "../../readers/sheet.ts";
import { squeeze, withoutMarkup } from "../glyphs.ts";
import { holdsLabel } from "../labels.ts";
import { remembering } from "../remember.ts";
import { INDICATOR_COLUMN_LABELS } from "../vocabulary.ts";
import { type Layout, NO_COLUMN, pointsAt } from "./columns.ts";

type HeadingField = keyof typeof INDICATOR_COLUMN_LABELS;

/** The columns that a heading names. */
export type HeadingColumns = Partial<Record<HeadingField, number>>;

/** In the order in which a cell is asked: `指标值` is part of other words, `指标` of nearly all. */
const FIELDS = [
  "sign",
  "unit",
  "weight",
  "score",
  "reason",
  "actual",
  "target",
  "name",
  "level2",
  "level1",
] as const satisfies readonly HeadingField[];
/** Without these a heading says too little. */
const NEEDED = ["name", "target", "actual", "weight", "score"] as const;
/** Share of a page's rows with points that must have a weight and a score where the heading says. */
const LEAST_FITTING = 0.6;

/** The layout that the heading gives a page; null where it is damaged, or the page's points stand elsewhere. */
export function layoutOfHeading(columns: HeadingColumns | null, rows: readonly Row[]): Layout | null {
  if (!columns) return null;
  const { weight, score } = columns as Record<"weight" | "score", number>;
  const withPoints = rows.map(pointsAt).filter((points) => points.length > 0);
  const enough = withPoints.length * LEAST_FITTING;
  for (const column of [weight, score])
    if (withPoints.filter((points) => points.includes(column)).length < Math.max(1, enough)) return null;
  const { name = NO_COLUMN, actual = NO_COLUMN, target = NO_COLUMN } = columns;
  const { level1 = NO_COLUMN, level2 = NO_COLUMN, sign = NO_COLUMN, unit = NO_COLUMN } = columns;
  const behindName = Object.values(columns).filter((column) => column > name);
  return {
    weight,
    score,
    actual,
    target,
    sign,
    unit,
    // Long names begin left of their heading, where a column line cuts the page.
    nameFrom: level2 === NO_COLUMN ? name : level2 + 1,
    nameTo: Math.min(...behindName) - 1,
    level2,
    level1,
    reasonFrom: columns.reason ?? Number.POSITIVE_INFINITY,
    reversed: false,
    named: true,
  };
}

/** Whether the heading names the column of scores before that of weights. */
export function namesScoreFirst(heading: readonly Row[]): boolean {
  const { weight, score } = columnsOfHeading(heading) ?? {};
  return weight !== undefined && score !== undefined && score < weight;
}

const fieldNamedBy = remembering((cell): HeadingField | null => {
  const text = squeeze(withoutMarkup(cell));
  return FIELDS.find((candidate) => holdsLabel(text, INDICATOR_COLUMN_LABELS[candidate])) ?? null;
});

/** The column of each field; null where a needed one is missing, or one is named twice. */
export function columnsOfHeading(heading: readonly Row[]): HeadingColumns | null {
  const columns: HeadingColumns = {};
  for (const { cells } of heading)
    for (const cell of cells) {
      const field = fieldNamedBy(cell.text);
      if (!field) continue;
      if (columns[field] !== undefined) return null;
      columns[field] = cell.column;
    }
  return NEEDED.every((field) => columns[field] !== undefined) ? columns : null;
}
