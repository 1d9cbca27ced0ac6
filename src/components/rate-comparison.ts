/** The rate of execution of 其他资金 beside that of 当年财政拨款, unit by unit. */
import * as Plot from "@observablehq/plot";
import { rowLayout, rowLinks, rowPlot, rowTicks } from "./chart-rows.js";
import { percent, position } from "./format.js";
import { marked, type UnitRow } from "./measures.js";
import { sourceColour, sourceName } from "./palette.js";

/** A unit with its rows of the two sources that are compared. */
export interface ComparedUnit {
  name: string;
  href?: string;
  rows: UnitRow[];
}

interface Dot {
  row: number;
  source: string;
  rate: number;
}

/** Units that are drawn. */
const SHOWN = 20;

function described(unit: ComparedUnit): string {
  return unit.rows
    .map((row) => {
      const rate = row.execution_rate === null ? "没有预算" : percent(row.execution_rate);
      return `${marked(sourceName(row.source), row.doubtful_forms > 0)} ${rate}`;
    })
    .join("，");
}

/** On a scale from 0 to 100 %, a square for 其他资金 and a ring for the other: both are seen where they meet. */
export function rateComparison(units: ComparedUnit[], { width }: { width: number }): Element {
  const drawn = units.slice(0, SHOWN);
  const labelled = drawn.map((unit) => ({ name: unit.name, href: unit.href, detail: described(unit) }));
  const dots: Dot[] = drawn.flatMap((unit, row) =>
    unit.rows
      .filter((part) => part.execution_rate !== null)
      .map((part) => ({ row, source: part.source, rate: position(part.execution_rate) })),
  );
  const end = Math.max(100, ...dots.map((dot) => dot.rate));
  const { rowHeight, insetTop, insetBottom, labels } = rowLayout(width);
  const dy = insetTop + (rowHeight - insetTop - insetBottom) / 2 - rowHeight / 2;
  const said = labelled.map((row) => `${row.name}：${row.detail}`).join("；");
  return rowPlot(labelled, width, `各单位其他资金与当年财政拨款的执行率：${said}`, {
    x: { domain: [0, end], range: [8, width - 9] },
    marks: [
      Plot.ruleY(labelled, { y: (_, i) => i, x1: 0, x2: end, dy, stroke: "var(--rule)", strokeWidth: 2 }),
      [0, 50, 100].map((at) => rowTicks(labelled, width, at)),
      Plot.dot(dots, {
        filter: (dot: Dot) => dot.source !== "other_funds",
        x: "rate",
        y: "row",
        dy,
        r: 7,
        stroke: (dot: Dot) => sourceColour(dot.source),
        strokeWidth: 2.5,
      }),
      Plot.dot(dots, {
        filter: (dot: Dot) => dot.source === "other_funds",
        x: "rate",
        y: "row",
        dy,
        r: 4.5,
        symbol: "square",
        fill: (dot: Dot) => sourceColour(dot.source),
      }),
      ...labels(labelled),
      rowLinks(labelled, 0, end),
    ],
  });
}
