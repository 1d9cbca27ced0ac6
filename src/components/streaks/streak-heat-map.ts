/** Units by years: the rate of each year as a cell, those of a streak outlined. */
import * as Plot from "@observablehq/plot";
import { html } from "htl";
import { rowLayout, rowPlot } from "../chart-rows.js";
import { count, fixed, percent, position } from "../format.js";
import { marked, nameWithDoubt } from "../measures.js";
import { linkPicking } from "../picks.js";
import { bandOf, rateBands } from "../rate-bands.js";
import { streakText } from "./streak-findings.js";
import type { StreakCell, StreakUnit } from "./streaks.js";

const CELL = 40;
/** Cells are as wide as their text needs, and no wider. */
const CELL_WIDTH = 130;

/** Units that are drawn. */
const SHOWN = 20;

/** The colours of the bands, named. */
export function bandLegend(limit: number): HTMLElement {
  const keys = rateBands(limit).map(
    ({ name, fill }) =>
      html`<span class="key"><i class="framed" ${{ style: { background: fill } }}></i>${name}</span>`,
  );
  return html`<span class="legend">${keys}</span>`;
}

/**
 * The first units, each a row of cells, one a year; the years of their streak are outlined. A unit
 * narrows the page to itself, a cell to the unit in its year.
 *
 * @param low the rate, in percent, below which it is low
 */
export function streakHeatMap(
  units: StreakUnit[],
  cells: StreakCell[],
  { width, low }: { width: number; low: number },
): Element {
  const shown = units.slice(0, SHOWN);
  const rows = shown.map((unit) => ({
    name: marked(nameWithDoubt(unit.implementing_unit, unit.unit_doubtful), unit.doubtful_forms > 0),
    detail: streakText(unit),
    href: linkPicking({ unit: unit.implementing_unit }),
  }));
  const at = new Map(shown.map((unit, i) => [unit.implementing_unit, i]));
  const drawn = cells.filter((cell) => at.has(cell.implementing_unit));
  const years = [...new Set(drawn.map((cell) => cell.fiscal_year))].sort((a, b) => a - b);
  const { insetTop, insetBottom, labels, rowHeight } = rowLayout(width, { mark: CELL });
  const place = {
    x: "fiscal_year",
    y: (cell: StreakCell) => at.get(cell.implementing_unit),
  };
  const dy = insetTop + CELL / 2 - rowHeight / 2;
  const band = (cell: StreakCell) => bandOf(position(cell.execution_rate), low);
  const said = (cell: StreakCell) => {
    const rate = cell.execution_rate === null ? "没有" : percent(cell.execution_rate);
    const figures = `执行率 ${rate}，未执行 ${fixed(cell.unexecuted, 2)} 万元`;
    const doubt = cell.doubtful_forms > 0 ? `，⚑ 含 ${count(cell.doubtful_forms)} 张金额待核的表单` : "";
    return `${cell.implementing_unit} ${cell.fiscal_year}年：${figures}${doubt}`;
  };
  return rowPlot(
    rows,
    width,
    `各单位历年的执行率：${rows.map((row) => `${row.name}，${row.detail}`).join("；")}`,
    {
      mark: CELL,
      x: {
        type: "band",
        domain: years,
        range: [0, Math.min(width, years.length * CELL_WIDTH)],
        padding: 0.03,
      },
      marks: [
        Plot.cell(drawn, {
          ...place,
          fill: (cell: StreakCell) => (cell.execution_rate === null ? "none" : band(cell).fill),
          stroke: (cell: StreakCell) => (cell.in_streak ? "var(--accent)" : "var(--rule)"),
          strokeWidth: (cell: StreakCell) => (cell.in_streak ? 2 : 1),
          insetTop,
          insetBottom,
          href: (cell: StreakCell) =>
            linkPicking({ unit: cell.implementing_unit, year: String(cell.fiscal_year) }),
          ariaLabel: said,
          title: said,
        }),
        Plot.text(drawn, {
          ...place,
          dy,
          // Two decimals: 89.95 % is below a limit of 90 %, and 90 % is not.
          text: (cell: StreakCell) =>
            `${marked(String(cell.fiscal_year), cell.doubtful_forms > 0)}\n${percent(cell.execution_rate)}`,
          fontSize: 12,
          lineHeight: 1.3,
          fontVariant: "tabular-nums",
          fill: (cell: StreakCell) => (cell.execution_rate === null ? "var(--ink-soft)" : band(cell).ink),
          pointerEvents: "none",
        }),
        ...labels(rows),
      ],
    },
  );
}
