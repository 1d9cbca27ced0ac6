/** The charts of a briefing, the same as in its document. */
import { barRows } from "../chart-bars.js";
import { figure } from "../figure.js";
import type { ChartData } from "./briefing-data.js";

const COLOUR = "var(--source-total)";

/** A bar a row: solid what was spent, pale what was not; the amounts stand beside it as text. */
export function briefingChart({ title, rows }: ChartData, label: string): HTMLElement {
  const isStacked = rows.some(({ amounts }) => amounts.length > 1);
  const bars = rows.map(({ name, amounts }) => ({
    name,
    detail: amounts.map((amount) => `${amount.name} ${amount.text} 万元`).join("，"),
    segments: amounts.map(({ tone, text }) => ({
      ...{ value: Number(text.replaceAll(",", "")), colour: COLOUR },
      solid: !isStacked || tone === "executed",
    })),
  }));
  const said = bars.map(({ name, detail }) => `${name}${detail}`).join("；");
  const note = isStacked ? "实心为全年执行数，空心为未执行数，单位万元" : "单位万元";
  return figure(`${label}　${title}`, note, (width) => barRows(bars, { width, label: `${title}：${said}` }));
}
