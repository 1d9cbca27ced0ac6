/**
 * Sources of funds that print one amount behind their name, in the same cell (`基本支出：1768.16万元`), as forms of whole departments
 * do: the amount has no column, so nobody can say whether it was planned or spent.
 */
import { halfWidth, squeeze } from "./glyphs.ts";
import type { Reading } from "./types.ts";

/** A source with one amount behind it. */
export interface LoneAmount {
  label: string;
  amount: string;
  /** The cell, verbatim. */
  asRead: string;
}

const LONE_AMOUNT = /^(?:其中:)?(\D*[\u3400-\u9fff]\D*?):?(\d[\d,.]*(?:万元|亿元|元))$/;

/** The source and the amount of a cell; null for any other cell. */
export function loneAmountOf(cell: string): LoneAmount | null {
  if (!cell.includes("元")) return null;
  const match = LONE_AMOUNT.exec(halfWidth(squeeze(cell)));
  return match && { label: match[1]!, amount: match[2]!, asRead: cell };
}

export function isLoneAmount(cell: string): boolean {
  return loneAmountOf(cell) !== null;
}

/** What stands for the amounts of such a source: nothing, with the amount that a person must place. */
export function unplacedAmount({ amount, asRead }: LoneAmount, line: number): Reading<never> {
  const reason = `名称后只印了一个数“${amount}”，没有说明是预算数还是执行数`;
  return { value: null, line, asRead, flag: { status: "missing", reason } };
}
