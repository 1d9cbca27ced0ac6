/** A source's share of the budget against its share of what was not spent. */
import * as Plot from "@observablehq/plot";
import { rowLayout, rowPlot, rowTicks, zeroLine } from "./chart-rows.js";
import { percent, position } from "./format.js";
import { isFunded, marked, type YearRow } from "./measures.js";
import { sourceColour, sourceName, UNEXECUTED_OPACITY } from "./palette.js";

/** Two bars on one scale of 0–100 % for each source: pale the share of the budget, solid that of the unexecuted. */
export function shareComparison(rows: YearRow[], { width }: { width: number }): Element {
  const sources = rows.filter((row) => row.source !== "total" && isFunded(row));
  const labelled = sources.map((row) => ({
    name: marked(sourceName(row.source), row.doubtful_forms > 0),
    detail: `占预算 ${percent(row.share_of_budget)}，占未执行 ${percent(row.share_of_unexecuted)}`,
  }));
  const { rowHeight, insetTop, insetBottom, labels } = rowLayout(width);
  const half = (rowHeight - insetTop - insetBottom) / 2;
  const bar = { y: (_: unknown, i: number) => i, x1: 0, fill: (row: YearRow) => sourceColour(row.source) };
  const said = labelled.map((row) => `${row.name}${row.detail}`).join("；");
  return rowPlot(labelled, width, `各资金来源占预算与占未执行的比重：${said}`, {
    x: { domain: [0, 100], range: [0, width - 1] },
    marks: [
      [25, 50, 75, 100].map((share) => rowTicks(labelled, width, share)),
      Plot.barX(sources, {
        ...bar,
        x2: (row: YearRow) => position(row.share_of_budget),
        fillOpacity: UNEXECUTED_OPACITY,
        stroke: (row: YearRow) => sourceColour(row.source),
        insetTop,
        insetBottom: insetBottom + half,
      }),
      Plot.barX(sources, {
        ...bar,
        x2: (row: YearRow) => position(row.share_of_unexecuted),
        insetTop: insetTop + half + 1,
        insetBottom,
      }),
      zeroLine(labelled, width),
      ...labels(labelled),
    ],
  });
}
