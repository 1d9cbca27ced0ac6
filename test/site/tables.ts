/** Tables of pages as texts, and figures of the warehouse as pages write them. */
import type { Page } from "playwright-core";
import { plain } from "./browser.ts";

/** A figure of the warehouse, rounded there, as pages write it. */
export function written(figure: unknown): string {
  if (figure === null) return "—";
  return String(figure)
    .replace(/\B(?=(\d{3})+\.)/g, ",")
    .replace("-", "−");
}

/** A rate of the warehouse, rounded there, as pages write it. */
export function writtenRate(figure: unknown): string {
  return figure === null ? "—" : `${written(figure)}%`;
}

/** The body of the table whose caption begins so, cell by cell; marks of doubt left out. */
export async function tableOf(page: Page, caption: string): Promise<string[][]> {
  const table = page.locator("table.data", { has: page.locator("caption", { hasText: caption }) }).first();
  const lines = await table.locator("tbody tr").all();
  return Promise.all(
    lines.map(async (line) => {
      const cells = await line.locator("th, td").allInnerTexts();
      return cells.map((cell) => plain(cell.replace(/⚑.*/, "")));
    }),
  );
}
