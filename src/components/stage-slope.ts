/** What became of money over the year: budget at its start, after adjustments, and what was spent. */
import * as Plot from "@observablehq/plot";
import { nameChart } from "./chart-name.js";
import { money, position } from "./format.js";
import { spread } from "./label-spread.js";
import { marked } from "./measures.js";
import { shorten, textWidth } from "./text-fit.js";

/** Something whose three stages are drawn as a line. */
export interface Staged {
  name: string;
  initial_budget: string | null;
  adjusted_budget: string | null;
  executed: string | null;
  href?: string;
  /** The form and line that it stands on. */
  place?: string;
  /** One of the amounts asks for a person. */
  doubtful: boolean;
}

const STAGES = ["年初预算", "全年预算", "全年执行"] as const;
const SIZE = 13;
const LINE = 17;
const HEIGHT = 340;
/** With more lines than these, those without a name are a ground to the others. */
const FEW = 40;
/** Beside the lines: least for an amount, most as a share of the width; and between a line and its name. */
const LEAST_ROOM = 100;
const MOST_ROOM = 0.45;
const GAP = 16;
const MARGIN = { top: 44, bottom: 20, left: 78 };

interface Point {
  item: number;
  stage: string;
  amount: number;
  text: string;
}

interface Label extends Point {
  /** From its mark to where it stands clear of its neighbours. */
  dy: number;
}

const nameOf = (one: Staged) => marked(one.name, one.doubtful);

function points(staged: Staged[]): Point[] {
  return staged.flatMap(({ initial_budget, adjusted_budget, executed }, item) =>
    [initial_budget, adjusted_budget, executed].flatMap((figure, i) =>
      figure === null ? [] : [{ item, stage: STAGES[i]!, amount: position(figure), text: money(figure) }],
    ),
  );
}

/** Sets labels apart, `gap` pixels from one to the next; `y` places an amount. */
function labelled(marks: Point[], y: (amount: number) => number, gap: number): Label[] {
  const heights = spread(
    marks.map((mark) => y(mark.amount)),
    gap,
    HEIGHT - MARGIN.bottom,
  );
  return marks.map((mark, i) => ({ ...mark, dy: heights[i]! - y(mark.amount) }));
}

/** One of each amount: forms that begin at nothing share one `0.00`. */
function distinct(marks: Point[]): Point[] {
  return [...new Map(marks.map((mark) => [mark.text, mark])).values()];
}

/** A text mark a label, since each has a shift of its own. */
function texts(labels: Label[], options: Plot.TextOptions): Plot.Markish[] {
  return labels.map((label) =>
    Plot.text([label], {
      x: "stage",
      y: "amount",
      text: "text",
      fontSize: SIZE,
      fontVariant: "tabular-nums",
      fill: "var(--ink)",
      stroke: "var(--paper)",
      strokeWidth: 4,
      ...options,
      dy: label.dy + Number(options.dy ?? 0),
    }),
  );
}

/** As wide as the longest name, and never so wide that the lines cannot be told apart. */
function roomForNames(staged: readonly Staged[], width: number): number {
  const longest = Math.max(...staged.map((one) => textWidth(nameOf(one), SIZE)), LEAST_ROOM);
  return Math.min(longest + GAP, width * MOST_ROOM);
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
  const marginRight = roomForNames(staged.slice(0, limit), width);
  const drawn = points(staged);
  const many = staged.length > FEW;
  const named = (point: Point) => point.item < limit;
  const min = Math.min(0, ...drawn.map((point) => point.amount));
  const max = Math.max(min + 1e-6, ...drawn.map((point) => point.amount));
  const y = (amount: number) =>
    HEIGHT - MARGIN.bottom - ((amount - min) / (max - min)) * (HEIGHT - MARGIN.top - MARGIN.bottom);

  const [starts, middles, ends] = STAGES.map((stage) =>
    drawn.filter((point) => point.stage === stage && named(point)),
  ) as [Point[], Point[], Point[]];
  const item = (point: Point) => staged[point.item]!;
  const names = labelled(ends, y, LINE * 2 + 6);

  const plot = Plot.plot({
    width,
    height: HEIGHT,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    marginRight,
    x: { type: "point", domain: STAGES, axis: null, padding: 0 },
    y: { domain: [min, max], axis: null },
    marks: [
      Plot.text(STAGES, { x: (stage) => stage, frameAnchor: "top", dy: -32, fontSize: SIZE }),
      Plot.ruleX(STAGES, { stroke: "var(--rule)" }),
      Plot.ruleY([0], { stroke: "var(--ink-soft)" }),
      Plot.line(drawn, {
        x: "stage",
        y: "amount",
        z: "item",
        stroke: colour,
        strokeOpacity: (point: Point) => (named(point) ? 1 : many ? 0.1 : 0.3),
        strokeWidth: many ? 1.5 : 2,
      }),
      Plot.dot(many ? drawn.filter(named) : drawn, {
        x: "stage",
        y: "amount",
        r: 4,
        fill: colour,
        stroke: "var(--paper)",
      }),
      ...texts(labelled(distinct(starts), y, LINE), { textAnchor: "end", dx: -10 }),
      ...texts(labelled(distinct(middles), y, LINE), { textAnchor: "start", dx: 10 }),
      ...texts(names, {
        text: (point: Point) => shorten(nameOf(item(point)), marginRight - GAP, SIZE),
        href: (point: Point) => item(point).href,
        ariaLabel: (point: Point) => `${nameOf(item(point))}：${STAGES[2]} ${point.text} 万元`,
        title: (point: Point) =>
          [nameOf(item(point)), `${STAGES[2]} ${point.text} 万元`, item(point).place]
            .filter(Boolean)
            .join("\n"),
        fill: (point: Point) => (item(point).href ? "var(--link)" : "var(--ink)"),
        textAnchor: "start",
        dx: 12,
        dy: -LINE / 2,
      }),
      ...texts(names, {
        text: (point: Point) => `${point.text} 万元`,
        fill: "var(--ink-soft)",
        textAnchor: "start",
        dx: 12,
        dy: LINE / 2,
      }),
    ],
  });
  return nameChart(plot, label, { holdsLinks: staged.some((one) => one.href) });
}
