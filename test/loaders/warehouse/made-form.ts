/** An invented form as readers hand it over. */
import { type Decimal, decimal } from "../../../loaders/form/decimal.ts";
import type { Form, FundingRow, Indicator, Reading } from "../../../loaders/form/types.ts";

/** A value as it stands in a line. */
export function reading<T>(value: T | null, line: number | null = 5): Reading<T> {
  return { value, line, asRead: value === null ? "" : String(value) };
}

const points = (whole: number): Reading<Decimal> => reading(decimal(whole));

function fundingRow(source: string, label: string): FundingRow {
  return {
    source,
    label,
    line: 5,
    initialBudget: points(20),
    adjustedBudget: points(40),
    received: points(35),
    executed: points(30),
    weight: points(10),
    executionRate: points(75),
    score: reading(7_500_000n),
  };
}

function indicator(seq: number): Indicator {
  return {
    seq,
    line: 12,
    lastLine: 13,
    level1: reading("产出指标", 12),
    level2: reading("数量指标", 12),
    name: reading("开展活动场次", 12),
    target: reading("≥12.00(次)", 12),
    actual: reading("15.00(次)", 12),
    weight: points(90),
    score: points(90),
    deviationReason: reading<string>(null, null),
  };
}

/** A form without a doubt; the n-th of its document. */
export function madeForm(ordinal = 1): Form {
  return {
    ordinal,
    firstLine: 1,
    lastLine: 15,
    formType: "project",
    fiscalYear: reading(2031, 1),
    projectName: reading("活动经费", 2),
    department: reading("云溪市甲局", 3),
    implementingUnit: reading("云溪市甲局本级", 3),
    amountUnit: "万元",
    funding: [fundingRow("total", "年度资金总额")],
    expectedGoal: reading("办好全年的活动。", 10),
    actualOutcome: reading("全年的活动已办好。", 10),
    indicators: [indicator(1)],
    totalWeight: points(100),
    totalScore: reading(97_500_000n),
    rating: reading("优"),
    weightsSumOk: true,
    scoresSumOk: true,
    ghosts: [],
  };
}
