/** A chart of an answer without being told which: bars by name, or dots of two figures. */
import * as Plot from "@observablehq/plot";
import { nameChart } from "../chart-name.js";
import { shorten } from "../text-fit.js";
import type { Answer } from "./answer.js";
import { plainFigure } from "./arrow-cells.js";

/** Bars that can still be read. */
const MOST_BARS = 30;

export interface QuickChart {
  /** What the chart shows and leaves out. */
  note: string;
  draw: (width: number) => Element;
}

/** Good enough for pixels; nothing where there is no figure. */
function figure(cell: string | null | undefined): number | null {
  return cell == null ? null : Number(cell);
}

/** The chart that suits an answer; null where none does. */
export function quickChart({ columns, rows }: Answer): QuickChart | null {
  const value = columns.findIndex(({ numeric }, at) => numeric && rows.some((row) => row[at] !== null));
  const name = columns.findIndex(({ numeric }) => !numeric);
  if (rows.length < 2 || value < 0) return null;
  if (name >= 0) return bars({ columns, rows }, name, value);
  const second = columns.findIndex(({ numeric }, at) => numeric && at > value);
  return second < 0 ? null : dots({ columns, rows }, value, second);
}

function bars({ columns, rows }: Pick<Answer, "columns" | "rows">, name: number, value: number): QuickChart {
  const shown = rows.slice(0, MOST_BARS).map((row, at) => ({
    at: String(at),
    name: row[name] ?? "（空）",
    value: figure(row[value]),
    text: plainFigure(row[value] ?? ""),
  }));
  const names = new Map(shown.map((row) => [row.at, row.name]));
  const label = `${columns[value]!.name}，按${columns[name]!.name}`;
  return {
    note: rows.length > MOST_BARS ? `${label}；只画前 ${MOST_BARS} 行，共 ${rows.length} 行` : label,
    draw: (width) => {
      const marginLeft = Math.min(220, width * 0.4);
      const plot = Plot.plot({
        ...{ width, marginLeft, marginRight: 90, height: 40 + shown.length * 24 },
        x: { label: columns[value]!.name, grid: true },
        y: {
          label: null,
          domain: shown.map((row) => row.at),
          tickFormat: (at: string) => shorten(names.get(at)!, marginLeft - 20, 12),
        },
        marks: [
          Plot.ruleX([0]),
          Plot.barX(shown, { x: "value", y: "at", fill: "var(--source-appropriation)", title: "name" }),
          Plot.text(shown, {
            x: "value",
            y: "at",
            text: "text",
            textAnchor: "start",
            dx: 4,
            fill: "currentColor",
          }),
        ],
      });
      return nameChart(plot, `${label}；数字见下表`, { holdsLinks: false });
    },
  };
}

function dots({ columns, rows }: Pick<Answer, "columns" | "rows">, x: number, y: number): QuickChart {
  const points = rows.map((row) => ({ x: figure(row[x]), y: figure(row[y]) }));
  const label = `${columns[y]!.name} 对 ${columns[x]!.name}`;
  return {
    note: label,
    draw: (width) => {
      const plot = Plot.plot({
        ...{ width, height: Math.min(420, width * 0.6), grid: true },
        x: { label: columns[x]!.name },
        y: { label: columns[y]!.name },
        marks: [
          Plot.ruleY([0]),
          Plot.dot(points, { x: "x", y: "y", r: 3, fill: "var(--source-appropriation)", fillOpacity: 0.5 }),
        ],
      });
      return nameChart(plot, `${label}；数字见下表`, { holdsLinks: false });
    },
  };
}
