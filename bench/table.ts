/**
 * Tables and figures as plain text.
 */
import type { Spread } from "./statistics.ts";

/** Columns under their headings: the first to the left, figures to the right. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines
    .map((line) =>
      line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))),
    )
    .map((cells) => `  ${cells.join("   ")}`)
    .join("\n");
}

/** A figure in its unit, with its least and most where they differ: `2.41 (2.38–2.50)`. */
export function withSpread({ median, least, most }: Spread, format: (value: number) => string): string {
  const [low, high] = [format(least), format(most)];
  return low === high ? format(median) : `${format(median)} (${low}–${high})`;
}

export const ratio = (value: number): string => `${value.toFixed(2)}×`;
export const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;
export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
export const milliseconds = (duration: number): string => `${duration.toFixed(2)} ms`;
