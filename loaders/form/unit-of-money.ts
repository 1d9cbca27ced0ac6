/**
 * The unit that a form prints its amounts in: what the form says, and what to think where it says nothing.
 */
import type { Row } from "../readers/sheet.ts";
import { type Decimal, decimal, formatDecimal } from "./decimal.ts";
import { halfWidth } from "./glyphs.ts";
import { rowText } from "./sections.ts";
import type { Flag, Form, FundingRow, Reading } from "./types.ts";

/** The unit that the table says in brackets, else the line above the form, else any word of the table; null where nothing says it. */
export function unitOf(rows: readonly Row[], above: Form["amountUnit"] | null): Form["amountUnit"] | null {
  const text = halfWidth(rows.map(rowText).join(""));
  const said = /\((?:金额)?(?:单位:?)?(亿元|万元|元)\)|单位:(亿元|万元|元)/.exec(text);
  const unit = said?.[1] ?? said?.[2] ?? above ?? (text.includes("万") ? "万元" : null);
  if (unit) return unit as Form["amountUnit"];
  return /亿元\)/.test(text) ? "亿元" : null;
}

/**
 * 万元. One project of 10 亿元 is rare even in a province, and of 10 万元 usual: whoever prints 100000 and no unit rather means
 * 元 (practice of reviews; the form itself is in 万元 where it says nothing).
 */
const RATHER_YUAN = decimal(100_000);

const AMOUNTS = ["initialBudget", "adjustedBudget", "received", "executed"] as const;

/** The rows of a form that names no unit: where one of its amounts is beyond belief in 万元, each of them is in doubt. */
export function doubtUnsaidUnit(rows: FundingRow[]): FundingRow[] {
  const amounts = rows.flatMap((row) => AMOUNTS.map((field) => row[field].value ?? 0n));
  let most = 0n;
  for (const amount of amounts) if (amount > most) most = amount;
  if (most < RATHER_YUAN) return rows;
  const reason = `表上没有印金额单位，暂按万元读；最大的金额${formatDecimal(most)}若是万元则过大，更可能是元`;
  const doubt = (reading: Reading<Decimal>): Reading<Decimal> => {
    const isSure = reading.flag === undefined || reading.flag.status === "repaired";
    const flag: Flag = { status: "uncertain", reason };
    return reading.value !== null && reading.value !== 0n && isSure ? { ...reading, flag } : reading;
  };
  return rows.map((row) => ({
    ...row,
    initialBudget: doubt(row.initialBudget),
    adjustedBudget: doubt(row.adjustedBudget),
    received: doubt(row.received),
    executed: doubt(row.executed),
  }));
}
