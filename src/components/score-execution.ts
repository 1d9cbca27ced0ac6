/** The total score over the rate of execution, form by form or, where forms are many, by how many lie where. */
import * as Plot from "@observablehq/plot";
import { nameChart } from "./chart-name.js";
import { count, exact, percent, position } from "./format.js";
import { linkToForm, placeOf } from "./links.js";
import { formTitle } from "./measures.js";
import { isPicked, linkPicking, type Picks, rangeOf } from "./picks.js";
import { addBrush, type Span } from "./score-brush.js";
import type { DensityCell, ScoredForm } from "./scores.js";
import { shorten } from "./text-fit.js";

const SIZE = 13;
const HEIGHT = 420;
/** How wide and high a square of the density is. */
const RATE_STEP = 5;
const SCORE_STEP = 2;

/** The limits that the chart is divided by. */
export interface ScoreLimits {
  /** Total score from which a form is 优. */
  excellent: number;
  /** Rate of execution, in percent, below which it is poor. */
  poor: number;
}

function said(form: ScoredForm): string {
  return `${formTitle(form)}：总分 ${exact(form.total_score)}，执行率 ${percent(form.execution_rate)}`;
}

/** Those of the forms whose names would not stand on each other: a few points of score or much of the width apart. */
function apart(forms: ScoredForm[]): ScoredForm[] {
  const kept: ScoredForm[] = [];
  for (const form of forms) {
    const near = kept.some(
      (other) =>
        Math.abs(position(form.total_score) - position(other.total_score)) < 3 &&
        Math.abs(position(form.execution_rate) - position(other.execution_rate)) < 35,
    );
    if (!near) kept.push(form);
  }
  return kept;
}

function dots(forms: ScoredForm[], width: number): Plot.Markish[] {
  const narrow = width < 560;
  const named = apart(forms.slice(0, 12)).slice(0, narrow ? 2 : 4);
  return [
    Plot.dot(forms, {
      x: (form: ScoredForm) => position(form.execution_rate),
      y: (form: ScoredForm) => position(form.total_score),
      r: 5,
      fill: "var(--source-total)",
      fillOpacity: forms.length > 100 ? 0.45 : 0.75,
      stroke: (form: ScoredForm) => (form.doubtful ? "var(--mark-edge)" : "var(--paper)"),
      href: (form: ScoredForm) => linkToForm(form.form_id, form.total_score_line),
      ariaLabel: said,
      title: (form: ScoredForm) => `${said(form)}\n${placeOf(form.form_id, form.total_score_line)}`,
    }),
    Plot.text(named, {
      x: (form: ScoredForm) => position(form.execution_rate),
      y: (form: ScoredForm) => position(form.total_score),
      text: (form: ScoredForm) => shorten(form.project_name ?? "", narrow ? 90 : 220, SIZE),
      textAnchor: "start",
      dx: 9,
      fontSize: SIZE,
      fill: "var(--ink)",
      stroke: "var(--paper)",
      strokeWidth: 4,
    }),
  ];
}

/** What a square picks when it is clicked. */
function pickOf({ rate_band, score_band }: DensityCell) {
  return {
    score: `${score_band}-${score_band + SCORE_STEP}`,
    rate: `${rate_band}-${rate_band + RATE_STEP}`,
    rating: null,
  };
}

function squares(cells: DensityCell[], picks: Picks): Plot.Markish[] {
  const most = Math.max(1, ...cells.map((cell) => cell.forms));
  const told = (cell: DensityCell) =>
    `执行率 ${cell.rate_band}–${cell.rate_band + RATE_STEP}%、总分 ${cell.score_band}–${cell.score_band + SCORE_STEP}：${count(cell.forms)} 张`;
  return [
    Plot.rect(cells, {
      x1: "rate_band",
      x2: (cell: DensityCell) => cell.rate_band + RATE_STEP,
      y1: "score_band",
      y2: (cell: DensityCell) => cell.score_band + SCORE_STEP,
      fill: "var(--source-total)",
      // Roots, since a square of three forms has to be seen beside one of three hundred.
      fillOpacity: (cell: DensityCell) => 0.12 + 0.88 * Math.sqrt(cell.forms / most),
      inset: 0.5,
      href: (cell: DensityCell) => linkPicking(pickOf(cell)),
      stroke: (cell: DensityCell) => (isPicked(pickOf(cell), picks) ? "var(--accent)" : "none"),
      strokeWidth: 2,
      ariaLabel: told,
      title: told,
    }),
  ];
}

export interface ScoreChartOptions extends ScoreLimits {
  width: number;
  picks?: Picks;
  /** Is handed the rates and scores that a rectangle spans which a reader draws; without it none can be drawn. */
  brushed?: (rates: Span, scores: Span) => void;
}

/** Drawn on a chart and not to be clicked: what lies under it is. */
const BENEATH = { pointerEvents: "none" } as const;

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
  const drawn = cells.length > 0 ? squares(cells, picks) : dots(rated, width);
  const [top, part] = [Math.max(100, ...scores), pickedPart(picks)];
  const plot = Plot.plot({
    width,
    height: HEIGHT,
    marginLeft: 46,
    marginBottom: 44,
    marginTop: 26,
    marginRight: 16,
    style: { fontSize: `${SIZE}px` },
    x: { domain: [left, right], label: "执行率（%）", labelAnchor: "center", labelArrow: "none", ticks: 6 },
    y: {
      domain: [bottom, top],
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
      Plot.text([`${excellent} 分以上${width < 560 ? "\n" : ""}而执行率不到 ${poor}%`], {
        lineHeight: 1.3,
        frameAnchor: "top-left",
        dx: 6,
        dy: 8,
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
