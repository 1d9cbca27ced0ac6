/**
 * The money of forms whose text lost its columns: a row is trusted where its own arithmetic, or the sum that it is part of, bears it
 * out, and where its label can be one.
 */
import type { Decimal } from "./decimal.ts";
import { decimal } from "./decimal.ts";
import { addsUp } from "./rules.ts";
import type { Flag, Form, FundingRow, Reading } from "./types.ts";
import { FULL_SCORE, SOURCE_LABELS } from "./vocabulary.ts";

/** Places that amounts of such texts are printed with at least: what they are compared to. */
const PLACES = 2;
const WHOLE_FORM = decimal(FULL_SCORE);
/** A percentage point. */
const ONE_POINT = decimal(1);
/** No office spends ten times its budget: it is another column. */
const MOST_RATE = decimal(1000);
/** What is in no label of a source of funds. */
const NO_LABEL = /[≥≤=%\d]|指标|目标|^项目资金/;
const KNOWN_SOURCES: ReadonlySet<string> = new Set(SOURCE_LABELS.map(([source]) => source));
const AMOUNTS = ["initialBudget", "adjustedBudget", "executed"] as const;

const TANGLED: Flag = {
  status: "uncertain",
  reason: "原文没有分栏，这一行的标题或各数彼此对不上，可能错位",
};

/** The form with a flag on every figure of rows of money that contradict themselves or are none. */
export function doubtTangledMoney(form: Form): Form {
  const isSum = AMOUNTS.some((field) => addUp(form.funding, field));
  const funding = form.funding.map((row) => (isTangled(row, isSum) ? doubtedRow(row) : row));
  return { ...form, funding };
}

function isTangled({ source, label, ...row }: FundingRow, isSum: boolean): boolean {
  const isKnown = KNOWN_SOURCES.has(source);
  if (!isKnown && (NO_LABEL.test(source) || NO_LABEL.test(label))) return true;
  const { initialBudget, adjustedBudget, executed, weight, executionRate, score } = row;
  // A word with one figure behind it may stand anywhere on the form.
  if (!isKnown && [initialBudget, adjustedBudget, executed].filter(({ value }) => value !== null).length < 2)
    return true;
  if ((weight.value ?? 0n) > WHOLE_FORM || (executionRate.value ?? 0n) > MOST_RATE) return true;
  if (weight.value !== null && score.value !== null && score.value > weight.value) return true;
  const [rate, spent] = [executionRate.value, executed.value];
  if (rate === null || spent === null || adjustedBudget.value === null || isSum) return false;
  // A rate over the initial budget is one of the form's own habits.
  const budgets = [adjustedBudget.value, initialBudget.value ?? 0n].filter((budget) => budget > 0n);
  return budgets.length > 0 && budgets.every((budget) => isFarFrom(rate, (spent * WHOLE_FORM) / budget));
}

/** Rates are printed with two places, with one, or with none. */
function isFarFrom(rate: Decimal, exact: Decimal): boolean {
  const off = rate > exact ? rate - exact : exact - rate;
  return off > ONE_POINT;
}

/** Whether the total of a column is the sum of at least two of its sources. */
function addUp(rows: readonly FundingRow[], field: (typeof AMOUNTS)[number]): boolean {
  const total = rows.find(({ source }) => source === "total")?.[field].value ?? null;
  const parts = rows.flatMap((row) => (row.source === "total" ? [] : (row[field].value ?? [])));
  const filled = parts.filter((value: Decimal) => value !== 0n);
  return total !== null && total > 0n && filled.length > 1 && addsUp(total, parts, PLACES);
}

function doubtedRow(row: FundingRow): FundingRow {
  return {
    ...row,
    initialBudget: doubted(row.initialBudget),
    adjustedBudget: doubted(row.adjustedBudget),
    executed: doubted(row.executed),
    weight: doubted(row.weight),
    executionRate: doubted(row.executionRate),
    score: doubted(row.score),
  };
}

function doubted(reading: Reading<Decimal>): Reading<Decimal> {
  const isSure = reading.flag === undefined || reading.flag.status === "repaired";
  return reading.value !== null && isSure ? { ...reading, flag: TANGLED } : reading;
}
