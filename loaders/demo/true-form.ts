/**
 * What a made form says, whatever happens to it on paper; and the arithmetic of the form, which makes it whole.
 */
import { type Decimal, decimal, divide } from "../form/decimal.ts";
import { RATING_BANDS } from "../form/vocabulary.ts";

/** What one made form says. Amounts in 万元, points for weights and scores, texts as printed. */
export interface TrueForm {
  year: number;
  project: string;
  department: string;
  unit: string;
  /** The total, and behind it the sources that it is the sum of. */
  funding: TrueFunding[];
  executionScore: Decimal;
  expectedGoal: string;
  actualOutcome: string;
  indicators: TrueIndicator[];
  totalScore: Decimal;
  rating: string;
  /** Where it does not stand in its unit's document of the year alone. */
  filing?: Filing;
}

/** A form that was filed twice, before with other figures; or one apart from all years, its own printed so that nobody can read it. */
export type Filing = { kind: "twice"; before: TrueForm } | { kind: "undated"; printedYear: string };

export interface TrueFunding extends Amounts {
  source: string;
  label: string;
  /** What had come in, where the form has a column for it. */
  received?: Decimal;
  /** %, truncated to hundredths; 0 over nothing, as offices print it. */
  rate: Decimal;
}

/** The three budget columns of a row of money. */
export interface Amounts {
  initial: Decimal;
  adjusted: Decimal;
  executed: Decimal;
}

export interface TrueIndicator {
  level1: string;
  level2: string;
  name: string;
  target: string;
  actual: string;
  weight: Decimal;
  score: Decimal;
  reason: string;
}

/** What the sums of a form follow from. */
export type FormContent = Omit<TrueForm, "funding" | "executionScore" | "totalScore" | "rating"> & {
  /** 当年财政拨款, 上年结转资金, 其他资金. */
  sources: readonly [Amounts, Amounts, Amounts];
};

const SOURCES = [
  ["current_year_appropriation", "其中: 当年财政拨款"],
  ["carry_over", "上年结转资金"],
  ["other_funds", "其他资金"],
] as const;
const EXECUTION_WEIGHT = decimal(10);

/** The whole form: total of the sources, rates, score of execution, total score and rating. */
export function wholeForm({ sources, ...content }: FormContent): TrueForm {
  const parts = SOURCES.map(([source, label], index) => fundingRow(source, label, sources[index]!));
  const sum = (field: keyof Amounts): Decimal => parts.reduce((all, row) => all + row[field], 0n);
  const total = fundingRow("total", "年度资金总额:", {
    initial: sum("initial"),
    adjusted: sum("adjusted"),
    executed: sum("executed"),
  });
  return rated({ ...content, funding: [total, ...parts] });
}

/** A form whose score of execution, total score and rating follow from its rows. */
export function rated(form: Omit<TrueForm, "executionScore" | "totalScore" | "rating">): TrueForm {
  const executionScore = executionScoreOf(form.funding[0]!.rate);
  const totalScore = form.indicators.reduce((sum, row) => sum + row.score, executionScore);
  return { ...form, executionScore, totalScore, rating: ratingOf(totalScore) };
}

/** A row of money with its rate. */
export function fundingRow(source: string, label: string, amounts: Amounts): TrueFunding {
  const rate = floorToHundredth(divide(amounts.executed * 100n, amounts.adjusted) ?? 0n);
  return { source, label, ...amounts, rate };
}

function executionScoreOf(rate: Decimal): Decimal {
  return rate >= decimal(100) ? EXECUTION_WEIGHT : roundedToHundredth(rate / 10n);
}

/** The rating of a total score. */
export function ratingOf(score: Decimal): string {
  return RATING_BANDS.find(([, least]) => score >= decimal(least))?.[0] ?? "差";
}

export function floorToHundredth(value: Decimal): Decimal {
  return (value / 10_000n) * 10_000n;
}

/** Half up. */
export function roundedToHundredth(value: Decimal): Decimal {
  return floorToHundredth(value + 5_000n);
}

/** So many hundredths as a decimal. */
export function hundredths(count: number): Decimal {
  return BigInt(count) * 10_000n;
}
