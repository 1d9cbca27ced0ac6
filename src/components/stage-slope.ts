/** What became of money over the year: budget at its start, after adjustments, and what was spent. */
import * as Plot from "@observablehq/plot";
import { money, position } from "./format.js";
import { shorten } from "./text-fit.js";

/** Something whose three stages are drawn as a line. */
export interface Staged {
  name: string;
  initial_budget: string | null;
  adjusted_budget: string | null;
  executed: string | null;
  href?: string;
}

const STAGES = ["年初预算", "全年预算", "全年执行"] as const;
const SIZE = 13;
const LINE = 17;
const HEIGHT = 320;
const MARGIN = { top: 52, bottom: 16 };

interface Point {
  item: number;
  stage: string;
  amount: number;
  text: string;
}

function points(staged: Staged[]): Point[] {
  return staged.flatMap(({ initial_budget, adjusted_budget, executed }, item) =>
    [initial_budget, adjusted_budget, executed].flatMap((figure, i) =>
      figure === null ? [] : [{ item, stage: STAGES[i]!, amount: position(figure), text: money(figure) }],
    ),
  );
}

/**
 * Moves labels apart so that none lies on another: in the order of their heights, each at least `gap` from the one
 * before, and the whole pushed back up where it would leave the chart.
 */
export function spread(heights: number[], gap: number, bottom: number): number[] {
  const order = heights.map((_, i) => i).sort((a, b) => heights[a]! - heights[b]!);
  const placed = [...heights];
  let limit = Number.NEGATIVE_INFINITY;
  for (const i of order) {
    placed[i] = Math.max(placed[i]!, limit);
    limit = placed[i]! + gap;
  }
  limit = bottom;
  for (const i of order.reverse()) {
    placed[i] = Math.min(placed[i]!, limit);
    limit = placed[i]! - gap;
  }
  return placed;
}

/**
 * A line each over three stages, the first `limit` of `staged` with their amounts and names at the line.
 *
 * @param colour of all lines: they are the same source of funds
 */
export function stageSlope(
  staged: Staged[],
  { width, colour, label, limit = 5 }: { width: number; colour: string; label: string; limit?: number },
): Element {
  const marginRight = Math.min(300, width * 0.42);
  const named = staged.slice(0, limit);
  const drawn = points(staged);
  const max = Math.max(1e-6, ...drawn.map((point) => point.amount));
  const y = (amount: number) =>
    HEIGHT - MARGIN.bottom - (amount / max) * (HEIGHT - MARGIN.top - MARGIN.bottom);

  // Names stand at the right, each at the height of what was spent; amounts at the dots of the other two stages.
  const ends = drawn.filter((point) => point.stage === STAGES[2] && point.item < named.length);
  const endHeights = spread(
    ends.map((point) => y(point.amount)),
    LINE * 2 + 4,
    HEIGHT - MARGIN.bottom - LINE / 2,
  );
  const starts = STAGES.slice(0, 2).flatMap((stage) => {
    const here = drawn.filter((point) => point.stage === stage && point.item < named.length);
    const heights = spread(
      here.map((point) => y(point.amount) - 12),
      LINE,
      HEIGHT - MARGIN.bottom - 8,
    );
    return here.map((point, i) => ({ ...point, dy: heights[i]! - y(point.amount) }));
  });

  const endLabel = (point: Point, i: number, text: (item: Staged) => string, style: Plot.TextOptions) =>
    Plot.text([point], {
      x: "stage",
      y: "amount",
      text: () => text(named[point.item]!),
      href: () => named[point.item]!.href,
      title: () => `${named[point.item]!.name}\n${STAGES[2]} ${point.text} 万元`,
      textAnchor: "start",
      dx: 12,
      fontSize: SIZE,
      fill: named[point.item]!.href ? "var(--link)" : "var(--ink)",
      ...style,
      dy: endHeights[i]! - y(point.amount) + Number(style.dy ?? 0),
    });

  const plot = Plot.plot({
    width,
    height: HEIGHT,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    marginLeft: 44,
    marginRight,
    x: { type: "point", domain: STAGES, axis: null, padding: 0 },
    y: { domain: [0, max], axis: null },
    marks: [
      Plot.text(STAGES, {
        x: (stage) => stage,
        frameAnchor: "top",
        dy: -44,
        text: (stage) => stage,
        fontSize: SIZE,
      }),
      Plot.ruleX(STAGES, { stroke: "var(--rule)" }),
      Plot.ruleY([0], { stroke: "var(--ink-soft)" }),
      Plot.line(drawn, {
        x: "stage",
        y: "amount",
        z: "item",
        stroke: colour,
        strokeOpacity: (point: Point) => (point.item < named.length ? 1 : 0.3),
        strokeWidth: 2,
      }),
      Plot.dot(drawn, { x: "stage", y: "amount", r: 4, fill: colour, stroke: "var(--paper)" }),
      ...starts.map((point) =>
        Plot.text([point], {
          x: "stage",
          y: "amount",
          text: "text",
          dy: point.dy,
          fontSize: SIZE,
          fontVariant: "tabular-nums",
          fill: "var(--ink)",
          stroke: "var(--paper)",
          strokeWidth: 4,
        }),
      ),
      ...ends.flatMap((point, i) => [
        endLabel(point, i, (item) => shorten(item.name, marginRight - 14, SIZE), {}),
        endLabel(point, i, () => `${point.text} 万元`, {
          dy: LINE,
          fill: "var(--ink-soft)",
          href: undefined,
        }),
      ]),
    ],
  });
  plot.setAttribute("role", "group");
  plot.setAttribute("aria-label", label);
  return plot;
}
