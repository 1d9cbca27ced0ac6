/**
 * Corrections in the warehouse, one row a line of corrections.csv that can be understood.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Correction } from "../corrections.ts";
import { openTable } from "./table-writer.ts";

/** Loads corrections into raw.corrections, which takes one a cell. */
export async function loadCorrections(
  connection: DuckDBConnection,
  corrections: readonly Correction[],
): Promise<void> {
  const writer = await openTable(connection, "corrections");
  for (const { formId, record, seq, field, value, reason, reviewer, line } of corrections) {
    writer.write([formId, record, seq, field, value, reason, reviewer, line]);
  }
  writer.close();
}
