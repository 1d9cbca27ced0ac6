/** The total score over the rate of execution, form by form or, where forms are many, by how many lie where. */
import * as Plot from "@observablehq/plot";
import { nameChart } from "../chart-name.js";
import { count, position } from "../format.js";
import type { Box } from "../label-places.js";
import { type Picks, rangeOf } from "../picks.js";
import { textWidth } from "../text-fit.js";
import { addBrush, type Span } from "./score-brush.js";
import { said, scoreDots } from "./score-dots.js";
import { BENEATH, HEIGHT, MARGIN, type Scales, SIZE } from "./score-frame.js";
import { RATE_STEP, SCORE_STEP, scoreSquares } from "./score-squares.js";
import type { DensityCell, ScoredForm } from "./scores.js";

/** The limits that the chart is divided by. */
export interface ScoreLimits {
  /** Total score from which a form is 优. */
  excellent: number;
  /** Rate of execution, in percent, below which it is poor. */
  poor: number;
}

export interface ScoreChartOptions extends ScoreLimits {
  width: number;
  picks?: Picks;
  /** Is handed the rates and scores that a rectangle spans which a reader draws; without it none can be drawn. */
  brushed?: (rates: Span, scores: Span) => void;
}

/** Where the corner of 优 over a poor rate says what it is, from the top left of the chart. */
const CORNER = { x: 6, y: 8 };
const LINE = 1.3;

/** What the corner is, in as few lines as fit into it. */
function cornerName({ excellent, poor }: ScoreLimits, room: number): string {
  const [score, and, rate] = [`${excellent} 分以上`, "而执行率", `不到 ${poor}%`];
  const names = [`${score}${and}${rate}`, `${score}\n${and}${rate}`, `${score}\n${and}\n${rate}`];
  return names.find((name) => widthOf(name) <= room) ?? names.at(-1)!;
}

function widthOf(lines: string): number {
  return Math.max(...lines.split("\n").map((line) => textWidth(line, SIZE)));
}

/** The box that the corner's name takes. */
function boxOf(corner: string): Box {
  const [left, top] = [MARGIN.left + CORNER.x, MARGIN.top];
  return {
    ...{ left, top },
    right: left + widthOf(corner),
    bottom: top + CORNER.y + corner.split("\n").length * SIZE * LINE,
  };
}

/** The lines of the limits, as boxes that no name may lie on. */
function linesOf({ excellent, poor }: ScoreLimits, { x, y }: Scales, width: number): Box[] {
  const [across, down] = [y.apply(excellent), x.apply(poor)];
  return [
    { left: MARGIN.left, right: width, top: across - 1, bottom: across + 1 },
    { left: down - 1, right: down + 1, top: MARGIN.top, bottom: HEIGHT - MARGIN.bottom },
  ];
}

interface Part {
  rates: Span;
  scores: Span;
}

/** The part of the chart that is picked; null where none is. */
function pickedPart({ rate, score }: Picks): Part | null {
  const everything: Span = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const [rates, scores] = [rangeOf(rate), rangeOf(score)];
  return rates || scores ? { rates: rates ?? everything, scores: scores ?? everything } : null;
}

/** Points where forms are few enough, else squares; the corner of 优 over a poor rate is marked, and the square that is picked. */
export function scoreExecution(
  forms: ScoredForm[],
  cells: DensityCell[],
  { width, excellent, poor, picks = {}, brushed }: ScoreChartOptions,
): Element {
  const rated = forms.filter((form) => form.execution_rate !== null);
  const scores = [
    ...rated.map((form) => position(form.total_score)),
    ...cells.flatMap(({ score_band }) => [score_band, score_band + SCORE_STEP]),
  ];
  const rates = [
    ...rated.map((form) => position(form.execution_rate)),
    ...cells.flatMap(({ rate_band }) => [rate_band, rate_band + RATE_STEP]),
  ];
  const bottom = Math.floor(Math.min(excellent - 10, ...scores) / 10) * 10;
  const left = Math.max(0, Math.floor(Math.min(poor - 10, ...rates) / 10) * 10);
  const right = Math.max(100, ...rates);
  const [top, part] = [Math.max(100, ...scores), pickedPart(picks)];
  const x = { domain: [left, right], range: [MARGIN.left, width - MARGIN.right] };
  const y = { domain: [bottom, top], range: [HEIGHT - MARGIN.bottom, MARGIN.top] };
  const scales = { x: Plot.scale({ x })!, y: Plot.scale({ y })! };
  const corner = cornerName({ excellent, poor }, scales.x.apply(poor) - MARGIN.left - 2 * CORNER.x);
  const taken = [boxOf(corner), ...linesOf({ excellent, poor }, scales, width)];
  const drawn = cells.length > 0 ? scoreSquares(cells, picks) : scoreDots(rated, scales, { width, taken });
  const plot = Plot.plot({
    width,
    height: HEIGHT,
    marginTop: MARGIN.top,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    style: { fontSize: `${SIZE}px` },
    x: { ...x, label: "执行率（%）", labelAnchor: "center", labelArrow: "none", ticks: 6 },
    y: {
      ...y,
      label: "自评总分（分）",
      labelArrow: "none",
      ticks: 6,
      grid: true,
    },
    marks: [
      Plot.rect([0], {
        x1: left,
        x2: poor,
        y1: excellent,
        y2: top,
        fill: "var(--accent)",
        fillOpacity: 0.08,
        ...BENEATH,
      }),
      Plot.ruleY([excellent], { stroke: "var(--accent)", ...BENEATH }),
      Plot.ruleX([poor], { stroke: "var(--accent)", ...BENEATH }),
      Plot.text([corner], {
        lineHeight: LINE,
        frameAnchor: "top-left",
        dx: CORNER.x,
        dy: CORNER.y,
        fontSize: SIZE,
        fill: "var(--accent)",
        ...BENEATH,
      }),
      Plot.ruleX([left], { stroke: "var(--ink-soft)" }),
      ...drawn,
      Plot.rect(part ? [part] : [], {
        x1: ({ rates }: Part) => Math.max(left, rates[0]),
        x2: ({ rates }: Part) => Math.min(right, rates[1]),
        y1: ({ scores }: Part) => Math.max(bottom, scores[0]),
        y2: ({ scores }: Part) => Math.min(top, scores[1]),
        fill: "none",
        stroke: "var(--accent)",
        strokeWidth: 2,
        strokeDasharray: "5 3",
        ...BENEATH,
      }),
    ],
  });
  if (brushed) addBrush(plot, brushed);
  const some = rated.slice(0, 3).map(said).join("；");
  const many =
    cells.length > 0
      ? `按执行率和总分分格的 ${count(cells.reduce((sum, cell) => sum + cell.forms, 0))} 张表单`
      : some;
  return nameChart(plot, `自评总分与执行率：${many}`, { holdsLinks: cells.length > 0 || rated.length > 0 });
}
