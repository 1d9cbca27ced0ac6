/** The limits of the rules that pages speak of; an office may have set its own. */
import { fixed } from "./format.js";

/** By name, as decimal text. */
export type Limits = Record<string, string>;

/** Limits by name, from the rows of `mart.thresholds`. */
export function limitsOf(rows: { name: string; value: string }[]): Limits {
  return Object.fromEntries(rows.map((row) => [row.name, row.value]));
}

/** A limit as a sentence tells it: `90`, `0.5`. */
export function limitText(limits: Limits, name: string): string {
  return fixed(limits[name], 2).replace(/\.?0+$/, "");
}
