/**
 * The printed execution rate in %, whether a form prints it as a percentage or as a share of one.
 */
import type { Decimal } from "./decimal.ts";
import type { RowReading } from "./funding-row.ts";
import { rateInPercent } from "./rules.ts";
import type { Reading } from "./types.ts";

/** The rate in %; in doubt where the amounts of its row do not tell which it is. @param places decimals of the amounts */
export function inPercent(
  rate: Reading<Decimal>,
  { fields: { executed, adjustedBudget } }: RowReading,
  places: number,
): Reading<Decimal> {
  if (rate.value === null || /[%％]/.test(rate.asRead)) return rate;
  const value = rateInPercent(rate.value, executed.value, adjustedBudget.value, places);
  if (value !== null) return { ...rate, value };
  const reason = `执行率印作“${rate.asRead}”，按执行数和全年预算数看不出是百分数还是比值`;
  return { flag: { status: "uncertain", reason }, ...rate };
}
