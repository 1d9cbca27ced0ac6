/**
 * Figures of neighbouring cells that ran together: `64.864.864.8100%` is 64.8, 64.8, 64.8 and 100 %.
 *
 * The digits are cut in every way that gives each column a figure it can hold; the arithmetic of the row (the rate is executed
 * over budget, the score is weight times rate) leaves few of them, mostly one.
 */
import { type Decimal, decimal, divide, parseDecimal } from "../decimal.ts";
import { AMOUNTS } from "../funding-row.ts";
import type { FundingField } from "../vocabulary.ts";

/** A cut of glued figures: the figure of each column in order, `sure` where no other fits as well. */
export interface CutFigures {
  figures: { field: FundingField; text: string }[];
  sure: boolean;
}

const GLUED = /^[\d.]+%?[\d.]*$/;
const AMOUNT = /^(?:0|[1-9]\d{0,9})(?:\.\d{1,6})?/;
const RATE = /^(?:0|[1-9]\d{0,2})(?:\.\d{1,4})?/;
const POINTS = /^(?:0|[1-9]\d?)(?:\.\d{1,2})?/;
const MOST_DECIMALS = 6;
const HUNDRED = decimal(100);
/** The execution of a budget weighs 10 or 20 of 100 points. */
const MOST_WEIGHT = decimal(30);
const COST = { overspent: 1, budgetChanged: 0.5, otherPlaces: 1, noRate: 1 };
/** Another cut that is dearer by less leaves doubt. */
const CLEAR_MARGIN = 0.4;

/** Whether a text can only be several figures: two points in it, or digits behind a per cent sign. */
export function isGlued(text: string): boolean {
  return GLUED.test(text) && (/\..*\./.test(text) || /%\d/.test(text));
}

/**
 * The best cut of glued figures into the columns of a heading; null where none satisfies the arithmetic of the row.
 * @param words the figures of a row as far as they are apart
 */
export function cutGlued(words: readonly string[], columns: readonly FundingField[]): CutFigures | null {
  const borders = bordersOf(words);
  const cuts = patternsOf(columns).flatMap((fields) =>
    waysToCut(words.join(""), fields).flatMap((texts) => {
      const own = new Set(bordersOf(texts));
      if (!borders.every((border) => own.has(border))) return [];
      const figures = texts.map((figure, index) => ({ field: fields[index]!, text: figure }));
      const cost = costOf(figures);
      return cost === null ? [] : [{ figures, cost }];
    }),
  );
  cuts.sort((a, b) => a.cost - b.cost);
  const [best, next] = cuts;
  if (!best) return null;
  // Without its rate nothing in the row speaks for a cut.
  const hasRate = best.figures.some(({ field }) => field === "executionRate");
  return { figures: best.figures, sure: hasRate && (!next || next.cost - best.cost >= CLEAR_MARGIN) };
}

/** Where each of several texts ends, once they are put together. */
function bordersOf(texts: readonly string[]): number[] {
  let end = 0;
  return texts.map((text) => {
    end += text.length;
    return end;
  });
}

/** The columns that a row may fill: all, or those of the amounts, with or without their rate. */
function patternsOf(columns: readonly FundingField[]): FundingField[][] {
  const amounts = columns.filter((field) => AMOUNTS.has(field));
  const withRate = columns.filter((field) => AMOUNTS.has(field) || field === "executionRate");
  const patterns = [[...columns], withRate, amounts];
  return patterns.filter(
    (pattern, index) => patterns.findIndex((other) => other.join() === pattern.join()) === index,
  );
}

function waysToCut(text: string, fields: readonly FundingField[]): string[][] {
  const [field, ...rest] = fields;
  if (!field) return text === "" ? [[]] : [];
  return figuresAt(text, field).flatMap((figure) =>
    waysToCut(text.slice(figure.length), rest).map((others) => [figure, ...others]),
  );
}

/** The figures that a text may begin with, as one column can hold them. A per cent sign stands behind a rate only. */
function figuresAt(text: string, field: FundingField): string[] {
  const shape = AMOUNTS.has(field) ? AMOUNT : field === "executionRate" ? RATE : POINTS;
  const longest = shape.exec(text)?.[0];
  if (!longest) return [];
  const figures: string[] = [];
  for (let length = 1; length <= longest.length; length++) {
    const figure = longest.slice(0, length);
    if (figure.endsWith(".") || shape.exec(figure)?.[0] !== figure) continue;
    const rest = text[length];
    if (rest === ".") continue;
    if (rest === "%") {
      if (field === "executionRate") figures.push(`${figure}%`);
    } else figures.push(figure);
  }
  return figures;
}

/** What a cut costs; null where it breaks the arithmetic of the row. */
function costOf(figures: readonly { field: FundingField; text: string }[]): number | null {
  const value = (field: FundingField): Decimal | null => {
    const figure = figures.find((own) => own.field === field);
    return figure ? parseDecimal(figure.text.replace("%", "")) : null;
  };
  const text = (field: FundingField): string => figures.find((own) => own.field === field)?.text ?? "";
  const [initial, adjusted, executed] = [value("initialBudget"), value("adjustedBudget"), value("executed")];
  const [rate, weight, score] = [value("executionRate"), value("weight"), value("score")];
  if (
    rate !== null &&
    adjusted !== null &&
    executed !== null &&
    !rateFits(rate, text("executionRate"), executed, adjusted)
  )
    return null;
  if (weight !== null && (weight > MOST_WEIGHT || weight === 0n)) return null;
  if (weight !== null && score !== null && (score > weight || !scoreFits(score, text("score"), weight, rate)))
    return null;
  let cost = rate === null ? COST.noRate : 0;
  if (adjusted !== null && executed !== null && executed > adjusted) cost += COST.overspent;
  if (initial !== null && adjusted !== null && initial !== adjusted) cost += COST.budgetChanged;
  return cost + costOfPlaces(figures.filter(({ field }) => AMOUNTS.has(field)).map((own) => own.text));
}

/** Whether a rate is executed over budget, to its last printed place. */
function rateFits(rate: Decimal, text: string, executed: Decimal, adjusted: Decimal): boolean {
  const exact = divide(executed * 100n, adjusted);
  if (exact === null) return rate === 0n || rate === HUNDRED;
  return distance(rate, exact) <= lastPlace(text);
}

function scoreFits(score: Decimal, text: string, weight: Decimal, rate: Decimal | null): boolean {
  if (rate === null) return true;
  const capped = rate > HUNDRED ? HUNDRED : rate;
  return distance(score, (weight * capped) / HUNDRED) <= lastPlace(text);
}

function distance(a: Decimal, b: Decimal): Decimal {
  return a > b ? a - b : b - a;
}

/** One unit of the last printed place of a figure. */
function lastPlace(text: string): Decimal {
  return decimal(1) / 10n ** BigInt(placesOf(text));
}

function placesOf(text: string): number {
  const point = text.indexOf(".");
  return point < 0 ? 0 : Math.min(MOST_DECIMALS, text.replace("%", "").length - point - 1);
}

/** Amounts of one row are mostly printed with like places. */
function costOfPlaces(texts: readonly string[]): number {
  const places = texts.map(placesOf);
  return COST.otherPlaces * (Math.max(...places) - Math.min(...places)) * 0.5;
}
