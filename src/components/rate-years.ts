/** How the rate of execution of each source of funds went over the years. */
import * as Plot from "@observablehq/plot";
import { nameChart } from "./chart-name.js";
import { percent, position, quotient, yearName } from "./format.js";
import { spread } from "./label-spread.js";
import { linkToPage } from "./links.js";
import { type ChangedYear, marked } from "./measures.js";
import { sourceColour, sourceName } from "./palette.js";
import { groupsOf } from "./rankings.js";
import { shorten, textWidth } from "./text-fit.js";
import type { View } from "./view.js";

type Row = Pick<
  ChangedYear,
  "fiscal_year" | "source" | "execution_rate" | "adjusted_budget" | "executed" | "doubtful_forms"
>;
type DatedRow = Row & { fiscal_year: number };

const SIZE = 13;
const LINE = 18;
const HEIGHT = 320;
const MARGIN = { top: 30, bottom: 36, left: 46 };

const isDated = (row: Row): row is DatedRow => row.fiscal_year !== null && row.execution_rate !== null;

/** Whether there are rates of two years, which is what a line needs. */
export function canBeDrawn(rows: Row[]): boolean {
  return new Set(rows.filter(isDated).map((row) => row.fiscal_year)).size > 1;
}

const nameOf = (row: Row) => marked(sourceName(row.source), row.doubtful_forms > 0);

/** A source's name with its rate, or alone where there is no room for both. */
function labelOf(row: DatedRow, room: number): string {
  const whole = `${nameOf(row)} ${percent(row.execution_rate)}`;
  return textWidth(whole, SIZE) <= room ? whole : shorten(nameOf(row), room, SIZE);
}

function said(row: DatedRow): string {
  const made = quotient(row.executed, row.adjusted_budget);
  return `${nameOf(row)} ${yearName(row.fiscal_year)}：执行率 ${percent(row.execution_rate)} = ${made}`;
}

/** A source's point of every year of the chart; a year without a rate breaks its line. */
function pointsOf(rows: DatedRow[], years: number[]): { source: string; year: number; rate: number }[] {
  return years.map((year) => {
    const row = rows.find((one) => one.fiscal_year === year);
    return { source: rows[0]!.source, year, rate: row ? position(row.execution_rate) : Number.NaN };
  });
}

/**
 * A line a source over the years, named where it ends. Each point leads to the overview of its year.
 *
 * @param rows of several sources; those without a year or a rate are left out
 */
export function rateYears(rows: Row[], view: View, { width }: { width: number }): Element {
  const dated = rows.filter(isDated);
  const years = [...new Set(dated.map((row) => row.fiscal_year))].sort((a, b) => a - b);
  const lines = groupsOf(dated, (row) => row.source);
  const marginRight = Math.min(200, width * 0.36);
  const top = Math.max(100, ...dated.map((row) => position(row.execution_rate)));
  const height = (rate: number) =>
    HEIGHT - MARGIN.bottom - (rate / top) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const ends = lines.map((line) => line.reduce((a, b) => (b.fiscal_year > a.fiscal_year ? b : a)));
  const at = ends.map((end) => height(position(end.execution_rate)));
  const labels = spread(at, LINE, HEIGHT - MARGIN.bottom);

  const plot = Plot.plot({
    width,
    height: HEIGHT,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    marginRight,
    style: { fontSize: `${SIZE}px` },
    x: {
      type: "point",
      domain: years,
      label: null,
      tickFormat: (year: number) => String(year),
      padding: 0.1,
    },
    y: { domain: [0, top], label: "执行率（%）", labelArrow: "none", ticks: 5, grid: true },
    marks: [
      Plot.ruleY([0], { stroke: "var(--ink-soft)" }),
      Plot.line(
        lines.flatMap((line) => pointsOf(line, years)),
        {
          x: "year",
          y: "rate",
          z: "source",
          stroke: ({ source }: { source: string }) => sourceColour(source),
          strokeWidth: 2,
        },
      ),
      Plot.dot(dated, {
        x: "fiscal_year",
        y: (row: DatedRow) => position(row.execution_rate),
        r: 5,
        fill: (row: DatedRow) => sourceColour(row.source),
        stroke: (row: DatedRow) => (row.doubtful_forms > 0 ? "var(--mark-edge)" : "var(--paper)"),
        strokeWidth: 1.5,
        href: (row: DatedRow) => linkToPage("index", { ...view, year: row.fiscal_year }),
        ariaLabel: said,
        title: said,
      }),
      // A text mark a label, since each has a shift of its own.
      ...ends.map((end, i) =>
        Plot.text([end], {
          x: () => years.at(-1),
          y: (row: DatedRow) => position(row.execution_rate),
          dx: 12,
          dy: labels[i]! - at[i]!,
          text: (row: DatedRow) => labelOf(row, marginRight - 14),
          textAnchor: "start",
          fontSize: SIZE,
          fill: "var(--ink)",
          stroke: "var(--paper)",
          strokeWidth: 4,
        }),
      ),
    ],
  });
  const last = ends.map(said).join("；");
  return nameChart(plot, `各资金来源的历年执行率，最近一年：${last}`, { holdsLinks: true });
}
