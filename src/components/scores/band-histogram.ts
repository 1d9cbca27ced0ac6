/** How many forms lie in each band of one point. */
import * as Plot from "@observablehq/plot";
import { nameChart } from "../chart-name.js";
import { count } from "../format.js";
import { isPicked, linkPicking, type Picks } from "../picks.js";
import type { BandCount } from "./scores.js";

const SIZE = 13;
const HEIGHT = 260;
/** Bands that an axis has room for at least: two bands across a page would look like a fact. */
const FEWEST = 7;
/** The band of the full score holds nothing else. */
const FULL = 100;

export interface HistogramOptions {
  width: number;
  /** What the bands are of, with its unit. */
  label: string;
  /** Points at which lines are drawn, with what they mean. */
  lines: { at: number; name: string }[];
  /** What the chart is, for those who cannot see it. */
  title: string;
  /** What a band picks, and what is picked; without it bands are no links. */
  picking?: { of: (band: BandCount) => Readonly<Record<string, string | null>>; made: Picks };
  /** Where a band begins, from its number: 0, or −0.5 where bands are around whole points. */
  begin?: number;
}

/** A band in words. */
export function bandName({ band }: BandCount, begin = 0): string {
  if (begin === 0 && band === FULL) return `${FULL} 分`;
  return `${band + begin} 至 ${band + begin + 1} 分`.replaceAll("-", "−");
}

/** What a band of scores picks when it is clicked. */
export function pickOfBand({ band, rating }: BandCount): Readonly<Record<string, string | null>> {
  return { score: `${band}-${band + 1}`, rate: null, rating: rating ?? null };
}

/** Bars from zero, one a band; lines where something begins. */
export function bandHistogram(
  bands: BandCount[],
  { width, label, lines, title, picking, begin = 0 }: HistogramOptions,
): Element {
  const first = Math.min(...bands.map((band) => band.band + begin), ...lines.map((line) => line.at));
  const last = Math.max(...bands.map((band) => band.band + begin + 1), ...lines.map((line) => line.at + 1));
  const room = Math.max(0, Math.ceil((FEWEST - (last - first)) / 2));
  const [from, to] = [first - room, last + room];
  const told = (band: BandCount) =>
    `${bandName(band, begin)}${band.rating ? `，${band.rating}` : ""}：${count(band.forms)} 张`;
  const plot = Plot.plot({
    width,
    height: HEIGHT,
    marginLeft: 46,
    marginBottom: 44,
    marginTop: 30,
    style: { fontSize: `${SIZE}px` },
    x: { domain: [from, to], label, labelAnchor: "center", labelArrow: "none", ticks: 8 },
    y: { label: null, ticks: 4, grid: true, tickFormat: "d" },
    marks: [
      Plot.rectY(
        bands,
        Plot.stackY({
          x1: (band: BandCount) => band.band + begin,
          x2: (band: BandCount) => band.band + begin + 1,
          y: "forms",
          fill: "var(--source-total)",
          insetLeft: 0.5,
          insetRight: 0.5,
          href: picking ? (band: BandCount) => linkPicking(picking.of(band)) : undefined,
          stroke: (band: BandCount) =>
            picking && isPicked(picking.of(band), picking.made) ? "var(--accent)" : "none",
          strokeWidth: 3,
          ariaLabel: picking ? told : undefined,
          title: told,
        }),
      ),
      Plot.ruleX(lines, { x: "at", stroke: "var(--accent)" }),
      Plot.text(lines, {
        x: "at",
        text: "name",
        frameAnchor: "top",
        dy: -18,
        fontSize: SIZE,
        fill: "var(--accent)",
      }),
      Plot.ruleY([0], { stroke: "var(--ink-soft)" }),
    ],
  });
  const said = bands.map((band) => `${bandName(band, begin)} ${count(band.forms)} 张`).join("，");
  return nameChart(plot, `${title}：${said}`, { holdsLinks: picking !== undefined && bands.length > 0 });
}
