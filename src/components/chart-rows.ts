/**
 * The layout that the charts with one row a thing share: a name, its figures, and a mark beneath them. Names are
 * long (40 characters and more), so they have a line of their own instead of a margin that is always too narrow.
 */
import * as Plot from "@observablehq/plot";
import { nameChart } from "./chart-name.js";
import { shorten, textWidth } from "./text-fit.js";

export interface LabelledRow {
  name: string;
  /** The figures of the row, written out. */
  detail: string;
  /** Where the row leads. */
  href?: string;
  /** The form and line that it leads to, for its tooltip. */
  place?: string;
}

export interface RowLayout {
  /** Pixels a row. */
  rowHeight: number;
  /** Where the row's mark lies, in pixels from the row's edges. */
  insetTop: number;
  insetBottom: number;
  /** The row's label, to be drawn beneath its mark's ends. */
  labels: (rows: LabelledRow[]) => Plot.Markish[];
}

const SIZE = 14;
const GAP = 16;
/** How high the mark of a row is where nothing else is said. */
const MARK = 18;

/** On a narrow screen the figures stand under the name instead of beside it. */
export function rowLayout(width: number, { mark = MARK }: { mark?: number } = {}): RowLayout {
  const narrow = width < 560;
  const insetTop = narrow ? 47 : 26;
  const insetBottom = 12;
  const rowHeight = insetTop + mark + insetBottom;
  const centre = (y: number) => y - rowHeight / 2;
  return {
    rowHeight,
    insetTop,
    insetBottom,
    labels: (rows) => {
      const room = (row: LabelledRow) => (narrow ? width : width - GAP - textWidth(row.detail, SIZE));
      return [
        Plot.text(rows, {
          y: (_, i) => i,
          frameAnchor: "left",
          text: (row: LabelledRow) => shorten(row.name, room(row), SIZE),
          dy: centre(14),
          fontSize: SIZE,
          fontWeight: 500,
          fill: (row: LabelledRow) => (row.href ? "var(--link)" : "var(--ink)"),
          className: "row-name",
        }),
        Plot.text(rows, {
          y: (_, i) => i,
          frameAnchor: narrow ? "left" : "right",
          text: "detail",
          dy: centre(narrow ? 33 : 14),
          fontSize: SIZE,
          fill: "var(--ink-soft)",
          fontVariant: "tabular-nums",
        }),
      ];
    },
  };
}

/** A line at `x` through the mark of every row, clear of their labels. */
export function rowTicks(
  rows: LabelledRow[],
  width: number,
  x: number,
  stroke = "var(--rule)",
): Plot.Markish {
  const { insetTop, insetBottom } = rowLayout(width);
  const overhang = 4;
  return Plot.tickX(rows, {
    x: () => x,
    y: (_, i) => i,
    stroke,
    insetTop: insetTop - overhang,
    insetBottom: insetBottom - overhang,
  });
}

/** Where amounts begin. */
export function zeroLine(rows: LabelledRow[], width: number): Plot.Markish {
  return rowTicks(rows, width, 0, "var(--ink-soft)");
}

/** A clickable, titled area over each whole row: one link a row, as large as can be. */
export function rowLinks(rows: LabelledRow[], x1: number, x2: number): Plot.Markish {
  return Plot.barX(rows, {
    x1,
    x2,
    y: (_, i) => i,
    fill: "transparent",
    href: "href",
    title: (row: LabelledRow) => [row.name, row.detail, row.place].filter(Boolean).join("\n"),
    ariaLabel: (row: LabelledRow) => `${row.name}：${row.detail}`,
    className: "row-link",
  });
}

/** What a plot of rows needs around it; `label` says in a sentence what is drawn, `mark` how high a row's mark is. */
export function rowPlot(
  rows: LabelledRow[],
  width: number,
  label: string,
  { mark, ...options }: Plot.PlotOptions & { mark?: number },
): Element {
  const { rowHeight } = rowLayout(width, { mark });
  const plot = Plot.plot({
    width,
    height: Math.max(1, rows.length) * rowHeight,
    margin: 0,
    ...options,
    x: { axis: null, ...options.x },
    y: { axis: null, type: "band", domain: rows.map((_, i) => i), padding: 0 },
  });
  // On paper a page may end after any row.
  if (rows.length > 1) plot.setAttribute("data-row-height", String(rowHeight));
  return nameChart(plot, label, { holdsLinks: rows.some((row) => row.href) });
}
