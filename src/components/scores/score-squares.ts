/** How many forms lie where, as squares of execution by score: for more forms than can be told apart as points. */
import * as Plot from "@observablehq/plot";
import { count } from "../format.js";
import { isPicked, linkPicking, type Picks } from "../picks.js";
import type { DensityCell } from "./scores.js";

/** How wide and high a square is, in percent and points. */
export const RATE_STEP = 5;
export const SCORE_STEP = 2;

/** What a square picks when it is clicked. */
function pickOf({ rate_band, score_band }: DensityCell) {
  return {
    score: `${score_band}-${score_band + SCORE_STEP}`,
    rate: `${rate_band}-${rate_band + RATE_STEP}`,
    rating: null,
  };
}

/** A square a cell, the darker the more forms; each picks its forms, and the picked one is outlined. */
export function scoreSquares(cells: DensityCell[], picks: Picks): Plot.Markish[] {
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
