/**
 * Making readings: a value with the place that it was read from.
 */
import type { Flag, Reading } from "./types.ts";

/** The reading of a value at a place, with its doubt where there is one. */
export function readingAt<T>(
  { line, asRead }: Pick<Reading<T>, "line" | "asRead">,
  value: T | null,
  flag?: Flag | null,
): Reading<T> {
  return flag ? { value, line, asRead, flag } : { value, line, asRead };
}
