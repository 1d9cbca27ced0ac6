/**
 * How well a text fits each column of the indicator table, for tables whose cells lost their columns: 0 for what always
 * stands there, the more the less it belongs.
 */
import { type Decimal, parseDecimal } from "../decimal.ts";
import { editDistance } from "../distance.ts";
import { countCjk, halfWidth, saysNothing } from "../glyphs.ts";
import { bracketsOpen, isPoints, type Shape, shapeOf } from "../indicators/shapes.ts";
import { remembering } from "../remember.ts";
import { INDICATOR_NAME_ENDING, LEVEL_GROUPS, TARGET_SIGN, UNIT_OF_MEASURE } from "../vocabulary.ts";
import { bareLabel } from "./labels.ts";

/** The columns that a heading can name, in no order. */
export type TableField =
  | "ordinal"
  | "level1"
  | "level2"
  | "name"
  | "sign"
  | "target"
  | "unit"
  | "actual"
  | "weight"
  | "score"
  | "reason";

/** What no reading may do, unless there is no other. */
export const COST_ABSURD = 9;
const LEVEL1: ReadonlySet<string> = new Set(LEVEL_GROUPS.map((group) => group.level1));
const LEVEL2: ReadonlySet<string> = new Set([...LEVEL_GROUPS.map((group) => group.level2), "满意度指标"]);
const MOST_POINTS = parseDecimal("100")!;
const LONGEST_LABEL = 12;
/** Points behind a label stand with those of the first level rather than of the second. */
const POINTS_BEHIND = /[(（]\d+(?:\.\d+)?分?[)）]/;
const COST_POINTS_BEHIND = 0.8;
const COST_OF_LABEL_END = 4;

/** The cost of a text as a cell of one column, whatever stands beside it. */
export function costOfCell(field: TableField, text: string): number {
  return COSTS[field](text);
}

const COSTS: Record<TableField, (text: string) => number> = {
  ordinal: (text) => (/^\d{1,3}$/.test(text) ? 0 : COST_ABSURD),
  level1: remembering((text) => costOfLevel(text, LEVEL1, LEVEL2)),
  level2: remembering(
    (text) => costOfLevel(text, LEVEL2, LEVEL1) + (POINTS_BEHIND.test(text) ? COST_POINTS_BEHIND : 0),
  ),
  name: remembering(costOfName),
  sign: (text) => (TARGET_SIGN.test(halfWidth(text)) ? 0 : COST_ABSURD),
  target: remembering((text) => costOfValue(text, "target")),
  unit: remembering(costOfUnit),
  actual: remembering((text) => costOfValue(text, "actual")),
  weight: costOfPoints,
  score: costOfPoints,
  reason: remembering(costOfReason),
};

/** A label of a merged cell, with or without 指标 at its end and points behind it. */
function costOfLevel(text: string, own: ReadonlySet<string>, other: ReadonlySet<string>): number {
  // Points in front are the end of the label before.
  if (/^[\d)）]/.test(text)) return COST_OF_LABEL_END;
  const label = bareLabel(text);
  if (own.has(label) || own.has(`${label}指标`)) return 0;
  if (label.length > LONGEST_LABEL || countCjk(label) < 1 || shapeOf(label) !== "words") return COST_ABSURD;
  if (other.has(label)) return 6;
  for (const word of own) if (word.startsWith(label)) return label.length > 1 ? 1.5 : 2.5;
  for (const word of own) if (label.length > 2 && editDistance(label, word) <= 1) return 1;
  if (label.endsWith("指标")) return 2;
  return POINTS_BEHIND.test(text) ? 1.5 : 7;
}

/** Whether a text is a word for a level, as printed or nearly. */
export function isLevelLabel(text: string): boolean {
  const label = bareLabel(text);
  return LEVEL1.has(label) || LEVEL2.has(label) || LEVEL2.has(`${label}指标`);
}

/** Whether a text is a word for the first level. */
export function isLevel1Label(text: string): boolean {
  return LEVEL1.has(bareLabel(text));
}

const COST_OF_SHAPE_AS_NAME: Record<Shape, number> = {
  points: COST_ABSURD,
  quantity: 5,
  verdict: 5,
  words: 0,
};

function costOfName(text: string): number {
  const bare = bareLabel(text);
  // 满意度 without 指标 may well be a name.
  if (LEVEL1.has(bare) || LEVEL2.has(bare)) return 6;
  const shape = COST_OF_SHAPE_AS_NAME[shapeOf(text)];
  const words = countCjk(text) === 0 ? 3 : text.length === 1 ? 2 : 0;
  const ending = INDICATOR_NAME_ENDING.test(text.replace(/[(（][^()（）]*[)）]$/, "")) ? 0 : 0.4;
  // The end of a label that wrapped, or a whole one, in front of the name.
  const label = /^指标(?!\d)/.test(text) || startsWithLevel2(text) ? 2 : 0;
  return shape + words + ending + label + (bracketsOpen(text) ? 1.5 : 0);
}

function startsWithLevel2(text: string): boolean {
  return [...LEVEL2].some((word) => text.startsWith(word));
}

const COST_OF_SHAPE_AS_VALUE: Record<"target" | "actual", Record<Shape, number>> = {
  target: { points: 0.4, quantity: 0, verdict: 0.8, words: 0.6 },
  actual: { points: 0.3, quantity: 0, verdict: 0, words: 0.6 },
};

function costOfValue(text: string, field: "target" | "actual"): number {
  if (isLevelLabel(text)) return 6;
  if (saysNothing(text)) return 0.5;
  return COST_OF_SHAPE_AS_VALUE[field][shapeOf(text)] + (bracketsOpen(text) ? 1.5 : 0);
}

function costOfUnit(text: string): number {
  if (UNIT_OF_MEASURE.test(text)) return 0;
  return /\d/.test(text) || text.length > 6 || isLevelLabel(text) ? COST_ABSURD : 1.5;
}

function costOfPoints(text: string): number {
  if (saysNothing(text)) return 1;
  if (!isPoints(text)) return COST_ABSURD;
  const points = pointsOf(text);
  return points !== null && points <= MOST_POINTS ? 0 : COST_ABSURD;
}

/** The points of a cell; null where it holds none. */
export function pointsOf(text: string): Decimal | null {
  return parseDecimal(halfWidth(text.trim()));
}

function costOfReason(text: string): number {
  if (saysNothing(text) || text === "无") return 0.1;
  if (isLevelLabel(text)) return 6;
  return shapeOf(text) === "words" ? 0.3 : 4;
}
