/**
 * What a briefing knows: every value comes with the query that it was read by, so that it can be computed again before
 * it is printed.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { martRows } from "../explore/mart-rows.ts";

export type Parameter = string | number | null;

/** A query on marts whose rows have a fixed order. */
export interface Query {
  sql: string;
  parameters: Readonly<Record<string, Parameter>>;
}

/** Where a value stands in the answer of a query. */
export interface Origin {
  query: Query;
  row: number;
  column: string;
}

/** A value of the warehouse, as text: decimals plain, truth as `true` or `false`; null where there is none. */
export interface Cell {
  value: string | null;
  origin: Origin;
}

export type Row<Column extends string> = Readonly<Record<Column, Cell>>;

/** Reads rows of cells. */
export interface Ledger {
  rows<Column extends string>(sql: string, parameters: Query["parameters"]): Promise<Row<Column>[]>;
}

/** A ledger on a connection. */
export function ledgerOn(connection: DuckDBConnection): Ledger {
  return {
    async rows<Column extends string>(sql: string, parameters: Query["parameters"]) {
      const query: Query = { sql, parameters };
      const values = await valuesOf(connection, query);
      return values.map((row, index) => rowOfCells(row, index, query) as Row<Column>);
    },
  };
}

/** The answer of a query, computed now. */
export async function valuesOf(
  connection: DuckDBConnection,
  { sql, parameters }: Query,
): Promise<Record<string, string | null>[]> {
  const rows = await martRows<Record<string, unknown>>(connection, sql, parameters);
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [column, value === null ? null : String(value)]),
    ),
  );
}

function rowOfCells(values: Readonly<Record<string, string | null>>, row: number, query: Query): Row<string> {
  return Object.fromEntries(
    Object.entries(values).map(([column, value]) => [column, { value, origin: { query, row, column } }]),
  );
}
