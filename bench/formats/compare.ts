/**
 * Reading the forms of each format against its library parsing the same file.
 */
import { type Measurement, measure } from "../measure.ts";
import { spreadOf } from "../statistics.ts";
import { megabytes, ratio, table, withSpread } from "../table.ts";
import type { FormatFile } from "./material.ts";

const HEADINGS = [
  "format",
  "forms",
  "forms/s",
  "CPU time to library",
  "peak memory to library",
  "peak memory",
];

/** Measures each file by turns with its library. */
export async function compareFormats(files: readonly FormatFile[], rounds: number): Promise<string> {
  const rows: string[][] = [];
  for (const { format, path, forms } of files) {
    const own: Measurement[] = [];
    const library: Measurement[] = [];
    for (let round = 0; round < rounds; round++) {
      library.push(await measure("library", path));
      own.push(await measure("open", path, forms));
    }
    const times = (of: keyof Measurement): string =>
      withSpread(spreadOf(own.map((taken, round) => taken[of] / library[round]![of])), ratio);
    const speeds = spreadOf(own.map(({ milliseconds }) => (forms * 1000) / milliseconds));
    const peak = spreadOf(own.map(({ peakBytes }) => peakBytes));
    rows.push([
      format,
      String(forms),
      speeds.median.toFixed(0),
      times("cpuMilliseconds"),
      times("peakBytes"),
      withSpread(peak, megabytes),
    ]);
  }
  return table(HEADINGS, rows);
}
