/**
 * Writing rows into a table over DuckDB's appender, a chunk of columns at a time: about twice as fast as value by
 * value, and with memory for one chunk.
 */
import {
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBDecimalType,
  DuckDBDecimalValue,
  type DuckDBType,
  type DuckDBValue,
} from "@duckdb/node-api";

/** A value of a row. A bigint in a DECIMAL column is the scaled integer of loaders/form/decimal.ts. */
export type Cell = DuckDBValue;

export interface TableWriter {
  /** Adds a row: a value for each column, in the table's order. */
  write(row: readonly Cell[]): void;
  /** Hands what is buffered to DuckDB and ends the appender. */
  close(): void;
}

/** Rows that DuckDB takes in one chunk. */
const CHUNK_ROWS = 2048;

/** Opens a table of schema `raw` for writing. */
export async function openTable(connection: DuckDBConnection, table: string): Promise<TableWriter> {
  const appender = await connection.createAppender(table, "raw");
  const types = Array.from({ length: appender.columnCount }, (_, column) => appender.columnType(column));
  const columns: DuckDBValue[][] = types.map(() => []);

  return {
    write(row) {
      if (row.length !== types.length) {
        throw new RangeError(`raw.${table} has ${types.length} columns, the row has ${row.length}`);
      }
      row.forEach((cell, column) => {
        columns[column]!.push(toValue(cell, types[column]!));
      });
      if (columns[0]!.length === CHUNK_ROWS) flush(appender, types, columns);
    },
    close() {
      flush(appender, types, columns);
      appender.closeSync();
    },
  };
}

function flush(appender: DuckDBAppender, types: DuckDBType[], columns: DuckDBValue[][]): void {
  const rows = columns[0]!.length;
  if (rows === 0) return;
  const chunk = DuckDBDataChunk.create(types, rows);
  chunk.setColumns(columns);
  appender.appendDataChunk(chunk);
  for (const column of columns) column.length = 0;
}

function toValue(cell: Cell, type: DuckDBType): DuckDBValue {
  if (typeof cell !== "bigint" || !(type instanceof DuckDBDecimalType)) return cell;
  return new DuckDBDecimalValue(cell, type.width, type.scale);
}
