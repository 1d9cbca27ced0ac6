/**
 * A form as the tables can hold it: no amount wider than its column, no source of funds twice. What had to give way
 * is flagged, so that nothing is lost in silence and no single file stops a run.
 */
import { type Decimal, formatDecimal } from "../form/decimal.ts";
import type { Form, FundingRow, Indicator, Reading } from "../form/types.ts";

/** Digits of a DECIMAL column for money, six of them behind the point. */
export const MONEY_WIDTH = 24;
/** Digits of a DECIMAL column for weights, scores and rates, six of them behind the point. */
export const POINTS_WIDTH = 12;

/** The form with every value that no column can hold taken out and flagged. */
export function storable(form: Form): Form {
  return {
    ...form,
    funding: distinctSources(form.funding).map(storableFunding),
    indicators: form.indicators.map(storableIndicator),
    totalWeight: within(form.totalWeight, POINTS_WIDTH),
    totalScore: within(form.totalScore, POINTS_WIDTH),
  };
}

function storableFunding(row: FundingRow): FundingRow {
  return {
    ...row,
    initialBudget: within(row.initialBudget, MONEY_WIDTH),
    adjustedBudget: within(row.adjustedBudget, MONEY_WIDTH),
    received: within(row.received, MONEY_WIDTH),
    executed: within(row.executed, MONEY_WIDTH),
    weight: within(row.weight, POINTS_WIDTH),
    executionRate: within(row.executionRate, POINTS_WIDTH),
    score: within(row.score, POINTS_WIDTH),
  };
}

function storableIndicator(row: Indicator): Indicator {
  return { ...row, weight: within(row.weight, POINTS_WIDTH), score: within(row.score, POINTS_WIDTH) };
}

function within(reading: Reading<Decimal>, width: number): Reading<Decimal> {
  const { value } = reading;
  const limit = 10n ** BigInt(width);
  if (value === null || (value < limit && value > -limit)) return reading;
  const reason = `数值 ${formatDecimal(value)} 过大，超出可存范围，未采用；请核对原文`;
  return { ...reading, value: null, flag: { status: "uncertain", reason } };
}

/** A source that a form prints twice keeps both rows: the later ones under a name of their own, flagged. */
function distinctSources(rows: FundingRow[]): FundingRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const times = (seen.get(row.source) ?? 0) + 1;
    seen.set(row.source, times);
    if (times === 1) return row;
    const reason = `资金来源“${row.label}”在同一张表中第 ${times} 次出现；请核对是哪一种来源`;
    return {
      ...row,
      source: `${row.label}（第${times}次出现）`,
      adjustedBudget: { ...row.adjustedBudget, flag: { status: "uncertain", reason } },
    };
  });
}
