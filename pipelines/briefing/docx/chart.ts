/**
 * Charts as the word processor draws them: bars of what was executed and what was not. Drawn by it, they use its fonts,
 * so that Chinese labels are never boxes, and can be edited like any chart.
 */
import { Paragraph } from "docx";
import { ChartRun } from "docx/charts";
import type { Chart } from "../briefing.ts";
import type { HouseStyle } from "../house-style.ts";
import { textOf } from "../sentence.ts";
import { pixelsOfMillimetres } from "./page.ts";
import { STYLE } from "./styles.ts";

/** They differ in lightness, and so in black and white too. */
const TONES = { executed: "1F4E79", unexecuted: "B7C4D3" } as const;
const ROW_MM = 6;
/** Above and below the bars. */
const AROUND_MM = 5;
/** Labels are rounded; the tables hold the exact figures. */
const WHOLE = "#,##0";

/** The caption and the chart; the largest bar is on top. */
export function chartBlock(chart: Chart, label: string, { page, fonts }: HouseStyle): Paragraph[] {
  const font = { name: fonts.table };
  const isStacked = chart.series.length > 1;
  return [
    new Paragraph({ style: STYLE.caption, text: `${label}　${textOf(chart.title)}（${unitOf(chart)}）` }),
    new Paragraph({
      children: [
        new ChartRun({
          type: "bar",
          stacking: isStacked ? "stacked" : "none",
          gapWidth: 40,
          font,
          categories: chart.categories.map(textOf),
          series: chart.series.map(({ name, tone, values }) => ({
            name,
            color: isStacked ? TONES[tone] : TONES.executed,
            values: values.map((value) => amountOf(value.text)),
            dataLabels: isStacked && tone === "executed" ? false : { value: true, numberFormat: WHOLE },
          })),
          categoryAxis: { reverseOrder: true },
          // The bars tell their lengths themselves.
          valueAxis: { visible: false, gridlines: false },
          chartArea: { border: "none" },
          legend: false,
          // The library's own description is in English.
          altText: { name: label, description: described(chart) },
          transformation: {
            width: pixelsOfMillimetres(page.text_width_mm),
            height: pixelsOfMillimetres(AROUND_MM + ROW_MM * chart.categories.length),
          },
        }),
      ],
    }),
  ];
}

/** The chart in words, for those who have it read to them: `其他资金：全年执行数437.16，未执行数1,401.22`. */
function described({ title, categories, series }: Chart): string {
  const bars = categories.map((category, at) => {
    const values = series.map(({ name, values }) => `${name}${values[at]!.text}`);
    return `${textOf(category)}：${values.join("，")}`;
  });
  return `${textOf(title)}（万元）。${bars.join("；")}。`;
}

/** The unit, and which bars are which where there are two kinds. */
function unitOf({ series }: Chart): string {
  const shades = series.map(({ name, tone }) => `${tone === "executed" ? "深色" : "浅色"}为${name}`);
  return ["万元", ...(series.length > 1 ? shades : [])].join("，");
}

/** A printed amount as a length to draw. */
function amountOf(text: string): number {
  return Number(text.replaceAll(",", ""));
}
