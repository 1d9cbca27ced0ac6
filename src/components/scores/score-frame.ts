/** The frame of the chart of scores over execution: its sizes, in pixels, and its scales. */
import type * as Plot from "@observablehq/plot";

/** Of the type. */
export const SIZE = 13;
export const HEIGHT = 420;
export const MARGIN = { top: 26, right: 16, bottom: 44, left: 46 };

/** Drawn on the chart and not to be clicked: what lies under it is. */
export const BENEATH = { pointerEvents: "none" } as const;

/** The scales of the chart: figures to pixels and back. */
export interface Scales {
  x: Plot.Scale;
  y: Plot.Scale;
}
