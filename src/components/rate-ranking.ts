/** Rates on a scale from 0 to 100 %, each with what it is a rate of. */
import * as Plot from "@observablehq/plot";
import { rowLayout, rowLinks, rowPlot, rowTicks, zeroLine } from "./chart-rows.js";
import { percent, position, quotient } from "./format.js";
import { marked } from "./measures.js";

/** A thing with its rate of execution. */
export interface Rated {
  name: string;
  href?: string;
  executed: string | null;
  adjusted_budget: string | null;
  execution_rate: string | null;
  colour: string;
  doubtful: boolean;
}

/**
 * The first `limit` of `rated`, in the order given, those without a rate left out.
 *
 * @param subject what is ranked, for those who cannot see the chart: 单位, 年度
 * @param limitRate a rate to compare with, drawn as a line; percent
 */
export function rateRanking(
  rated: Rated[],
  {
    width,
    limit = 10,
    subject,
    limitRate,
  }: { width: number; limit?: number; subject: string; limitRate?: number },
): Element {
  const drawn = rated.filter((item) => item.execution_rate !== null).slice(0, limit);
  const rows = drawn.map((item) => ({
    name: marked(item.name, item.doubtful),
    detail: `${percent(item.execution_rate)} = ${quotient(item.executed, item.adjusted_budget)}`,
    href: item.href,
  }));
  const end = Math.max(100, ...drawn.map((item) => position(item.execution_rate)));
  const { insetTop, insetBottom, labels } = rowLayout(width);
  const said = rows.map((row) => `${row.name} ${row.detail}`).join("；");
  return rowPlot(rows, width, `各${subject}的执行率：${said}`, {
    x: { domain: [0, end], range: [0, width - 2] },
    marks: [
      rowTicks(rows, width, 100),
      Plot.barX(drawn, {
        x1: 0,
        x2: (item: Rated) => position(item.execution_rate),
        y: (_: unknown, i: number) => i,
        fill: "colour",
        insetTop,
        insetBottom,
      }),
      limitRate === undefined ? null : rowTicks(rows, width, limitRate, "var(--accent)"),
      zeroLine(rows, width),
      ...labels(rows),
      rowLinks(rows, 0, end),
    ],
  });
}
