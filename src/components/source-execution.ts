/** How much of each source of funds was spent. */
import { barRows } from "./chart-bars.js";
import { percent, position, quotient } from "./format.js";
import { marked, type YearRow } from "./measures.js";
import { sourceColour, sourceName } from "./palette.js";

/** A bar as long as the adjusted budget for each source: solid what was spent, pale what was not. */
export function sourceExecution(rows: YearRow[], { width }: { width: number }): Element {
  const bars = rows.map((row) => ({
    name: marked(sourceName(row.source), row.doubtful_forms > 0),
    detail:
      row.execution_rate === null
        ? "没有全年预算"
        : `${percent(row.execution_rate)} = ${quotient(row.executed, row.adjusted_budget)}`,
    segments: [
      { value: position(row.executed), colour: sourceColour(row.source), solid: true },
      { value: position(row.unexecuted), colour: sourceColour(row.source), solid: false },
    ],
  }));
  const said = bars.map((bar) => `${bar.name}执行率 ${bar.detail}`).join("；");
  return barRows(bars, { width, label: `各资金来源的执行情况：${said}` });
}
