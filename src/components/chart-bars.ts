/** Rows of bars made of segments: the form that the charts of amounts share. */
import * as Plot from "@observablehq/plot";
import { type LabelledRow, rowLayout, rowLinks, rowPlot, zeroLine } from "./chart-rows.js";
import { UNEXECUTED_OPACITY } from "./palette.js";

export interface Segment {
  /** Its length, for pixels only. */
  value: number;
  colour: string;
  /** Solid for what is spent or what the chart is about; pale with an outline for the rest. */
  solid: boolean;
}

export interface BarRow extends LabelledRow {
  segments: Segment[];
}

interface PlacedSegment extends Segment {
  row: number;
  x1: number;
  x2: number;
}

/** Lays the segments of each row end to end from zero, to the left what is less than nothing. */
export function placed(rows: BarRow[]): PlacedSegment[] {
  return rows.flatMap(({ segments }, row) => {
    const ends = { left: 0, right: 0 };
    return segments.map((segment) => {
      const side = segment.value < 0 ? "left" : "right";
      const x1 = ends[side];
      ends[side] += segment.value;
      return { ...segment, row, x1, x2: ends[side] };
    });
  });
}

/** Bars from a common zero line, the longest as wide as the chart. */
export function barRows(rows: BarRow[], { width, label }: { width: number; label: string }): Element {
  const segments = placed(rows);
  const min = Math.min(0, ...segments.map((segment) => segment.x2));
  // An axis needs some length even where every amount is nothing.
  const max = Math.max(min + 1e-6, ...segments.map((segment) => segment.x2));
  const { insetTop, insetBottom, labels } = rowLayout(width);
  return rowPlot(rows, width, label, {
    x: { domain: [min, max], range: [0, width - 1] },
    marks: [
      Plot.barX(segments, {
        x1: "x1",
        x2: "x2",
        y: "row",
        fill: "colour",
        fillOpacity: (segment: PlacedSegment) => (segment.solid ? 1 : UNEXECUTED_OPACITY),
        stroke: "colour",
        strokeWidth: (segment: PlacedSegment) => (segment.value === 0 ? 0 : 1),
        insetTop,
        insetBottom,
      }),
      zeroLine(rows, width),
      ...labels(rows),
      rowLinks(rows, min, max),
    ],
  });
}
