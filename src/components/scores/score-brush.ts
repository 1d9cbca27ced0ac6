/** A rectangle that a reader draws on a chart of two figures. */

import type { Plot } from "@observablehq/plot";
import { brush, type D3BrushEvent, select } from "d3";

/** From and to, in the figures of an axis. */
export type Span = readonly [from: number, to: number];

/**
 * Lets a rectangle be drawn on a plot, beneath its marks, so that what they link to and say stays within reach; it may
 * begin on a mark too, since squares of a density leave no ground free. Fingers scroll the page as ever.
 *
 * @param take is handed what the rectangle spans
 */
export function addBrush(plot: Element & Plot, take: (x: Span, y: Span) => void): void {
  const [x, y] = [plot.scale("x"), plot.scale("y")];
  if (!x?.invert || !y?.invert) return;
  const [invertX, invertY] = [x.invert, y.invert];
  const [left, right] = x.range as [number, number];
  const [bottom, top] = y.range as [number, number];
  const area = brush<unknown>()
    .extent([
      [left, top],
      [right, bottom],
    ])
    .touchable(false)
    .on("end", ({ selection }: D3BrushEvent<unknown>) => {
      if (!selection) return;
      const [[x1, y1], [x2, y2]] = selection as [[number, number], [number, number]];
      // At the edge there is no end: the highest of all lies on it.
      const to = (end: number, isEdge: boolean) => (isEdge ? Number.POSITIVE_INFINITY : end);
      take([invertX(x1), to(invertX(x2), x2 >= right)], [invertY(y2), to(invertY(y1), y1 <= top)]);
    });
  const ground = select<Element, unknown>(plot).insert<SVGGElement>("g", ":first-child").call(area);
  beginOnMarks(plot, ground.select<SVGRectElement>(".overlay").node()!);
}

/** Lets the ground feel a press on a mark, too: one that moves on draws, and one that does not stays a click on the mark. */
function beginOnMarks(plot: Element, ground: SVGRectElement): void {
  plot.addEventListener("mousedown", (event) => {
    const press = event as MouseEvent;
    const isPlain =
      press.button === 0 && !press.ctrlKey && !press.metaKey && !press.shiftKey && !press.altKey;
    if (!isPlain || !(press.target as Element).closest("a")) return;
    // A browser would drag the link itself.
    press.preventDefault();
    ground.dispatchEvent(new MouseEvent("mousedown", press));
  });
}
