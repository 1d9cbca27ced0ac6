/**
 * Rows of the tables that people read, for the commands that list them.
 */
import type { DuckDBConnection, DuckDBValue } from "@duckdb/node-api";
import { PipelineError } from "../errors.ts";

/**
 * The rows of a query as objects, decimals as text.
 *
 * @throws PipelineError when the warehouse lacks a table or a column: nothing was computed yet, or by another version
 */
export async function martRows<Row>(
  connection: DuckDBConnection,
  sql: string,
  parameters?: Readonly<Record<string, DuckDBValue>>,
): Promise<Row[]> {
  const reader = await connection.runAndReadAll(sql, parameters).catch((error: Error) => {
    if (!/^(Catalog|Binder) Error/.test(error.message)) throw error;
    throw new PipelineError(
      "数据仓库里还没有计算结果，或由别的版本写成",
      "请运行 jixiao run 或 jixiao transform。",
      { cause: error },
    );
  });
  return reader.getRowObjectsJson() as unknown as Row[];
}
