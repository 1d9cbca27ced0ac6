/**
 * Readings of the published document made by hand, and what they demand of the reader.
 *
 * `?` stands where a careful person can't say what is printed: there the reader must not sound sure either.
 */
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { readDocument } from "../../../loaders/document.ts";
import { formatDecimal } from "../../../loaders/form/decimal.ts";
import type { Reading } from "../../../loaders/form/types.ts";

const NAME = "jiading-zuzhibu-2024";

/** The document as published. */
export const DOCUMENT_BYTES: Uint8Array = readFileSync(
  new URL(`../../../data/sources/2024/${NAME}.txt`, import.meta.url),
);

/** The document read once for all tests. */
export const DOCUMENT = readDocument(DOCUMENT_BYTES, `2024/${NAME}.txt`);

/** The rows of a hand-made table of the document. */
export function golden(table: "forms" | "funding" | "indicators"): Record<string, string>[] {
  return parse(readFileSync(new URL(`${NAME}.${table}.csv`, import.meta.url)), { columns: true });
}

/** A value as the hand-made tables write it: empty for nothing. */
export function written(reading: Reading<unknown>): string {
  if (reading.value === null) return "";
  return typeof reading.value === "bigint" ? formatDecimal(reading.value) : String(reading.value);
}

/** Whether the reader stands by a value: no flag, or one that says what mended it. */
export function isVouchedFor({ flag }: Reading<unknown>): boolean {
  return flag === undefined || flag.status === "repaired";
}

/** What is wrong with a reading, for a message; null where it is right or asks for a person. */
export function mistake(place: string, reading: Reading<unknown>, expected: string): string | null {
  if (!isVouchedFor(reading) || written(reading) === expected) return null;
  const flag = reading.flag ? ` (${reading.flag.status}: ${reading.flag.reason})` : "";
  return `${place}: read “${written(reading)}”${flag}, printed “${expected}”`;
}
