/** How much of each year's budget was spent. */
import { barRows } from "./chart-bars.js";
import { percent, position, quotient, yearName } from "./format.js";
import { linkToPage } from "./links.js";
import { type Measures, marked } from "./measures.js";
import { sourceColour } from "./palette.js";
import type { View } from "./view.js";

type YearOfSource = Pick<Measures, "adjusted_budget" | "executed" | "unexecuted" | "execution_rate"> & {
  fiscal_year: number | null;
  source: string;
  doubtful_forms: number;
};

/**
 * A bar as long as the adjusted budget for each year, the latest first: solid what was spent, pale what was not. Each
 * leads to the same page in its year.
 *
 * @param page the page's file name without extension
 */
export function yearExecution(
  rows: YearOfSource[],
  view: View,
  { width, page = "unit" }: { width: number; page?: string },
): Element {
  const bars = rows.map((row) => ({
    name: marked(
      `${yearName(row.fiscal_year)}${row.fiscal_year === view.year ? "（所选）" : ""}`,
      row.doubtful_forms > 0,
    ),
    detail:
      row.execution_rate === null
        ? "没有全年预算"
        : `${percent(row.execution_rate)} = ${quotient(row.executed, row.adjusted_budget)}`,
    href: linkToPage(page, { ...view, year: row.fiscal_year }),
    segments: [
      { value: position(row.executed), colour: sourceColour(row.source), solid: true },
      { value: position(row.unexecuted), colour: sourceColour(row.source), solid: false },
    ],
  }));
  const said = bars.map((bar) => `${bar.name}执行率 ${bar.detail}`).join("；");
  return barRows(bars, { width, label: `历年的执行情况：${said}` });
}
