/**
 * The data dictionary of a warehouse, from the comments that its tables and columns carry and from the tables that
 * document rules and thresholds.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { martRows } from "./mart-rows.ts";

export interface DictionaryColumn {
  name: string;
  type: string;
  description: string;
}

export interface DictionaryTable {
  schema: string;
  name: string;
  description: string;
  columns: DictionaryColumn[];
}

/** Every table and view of the warehouse's layers, `mart` first, in the order of their names. */
export async function dictionaryTables(connection: DuckDBConnection): Promise<DictionaryTable[]> {
  const reader = await connection.runAndReadAll(`
    with tables as (
      select schema_name, table_name, comment from duckdb_tables() where database_name = current_database()
      union all
      select schema_name, view_name, comment from duckdb_views()
      where database_name = current_database() and not internal
    )
    select
      tables.schema_name,
      tables.table_name,
      coalesce(tables.comment, ''),
      columns.column_name,
      columns.data_type,
      coalesce(columns.comment, '')
    from tables
    inner join duckdb_columns() as columns
      on columns.database_name = current_database()
      and columns.schema_name = tables.schema_name
      and columns.table_name = tables.table_name
    order by
      list_position(['mart', 'core', 'patterns', 'checks', 'staging', 'raw'], tables.schema_name),
      tables.schema_name, tables.table_name, columns.column_index`);
  const tables = new Map<string, DictionaryTable>();
  for (const [schema, name, description, column, type, meaning] of reader
    .getRows()
    .map((row) => row.map(String))) {
    const id = `${schema}.${name}`;
    const table = tables.get(id) ?? { schema: schema!, name: name!, description: description!, columns: [] };
    table.columns.push({ name: column!, type: type!, description: meaning! });
    tables.set(id, table);
  }
  return [...tables.values()];
}

export interface DictionaryMeasure {
  measure: string;
  name: string;
  unit: string;
  formula: string;
  source: string;
  cannot_tell: string;
}

export interface DictionaryRule {
  rule: string;
  name: string;
  source: string;
  cannot_tell: string;
  question: string;
}

export interface DictionaryThreshold {
  name: string;
  /** A decimal. */
  threshold: string;
  unit: string;
  source: string;
  meaning: string;
  /** A decimal; what holds where the workspace sets nothing else. */
  default_value: string;
  /** The document or reason by which the workspace set it anew; null where it did not. */
  overridden_by: string | null;
}

/** The measures, in the order in which they are documented. */
export function dictionaryMeasures(connection: DuckDBConnection): Promise<DictionaryMeasure[]> {
  return martRows(connection, "select measure, name, unit, formula, source, cannot_tell from mart.measures");
}

/** The rules of the checks, in the order in which they are documented. */
export function dictionaryRules(connection: DuckDBConnection): Promise<DictionaryRule[]> {
  return martRows(
    connection,
    "select rule, name, source, cannot_tell, question from mart.rules order by position",
  );
}

/** The limits that the rules use. */
export function dictionaryThresholds(connection: DuckDBConnection): Promise<DictionaryThreshold[]> {
  return martRows(
    connection,
    `select
       name, regexp_replace(cast(value as varchar), '\\.?0+$', '') as threshold, unit, source, meaning,
       regexp_replace(cast(default_value as varchar), '\\.?0+$', '') as default_value, overridden_by
     from mart.thresholds order by position`,
  );
}

export type ThresholdOverride = Pick<DictionaryThreshold, "name" | "threshold" | "default_value" | "unit"> & {
  reason: string;
};

/** The limits that thresholds.csv set anew, in the order in which limits are documented. */
export async function thresholdOverrides(connection: DuckDBConnection): Promise<ThresholdOverride[]> {
  const thresholds = await dictionaryThresholds(connection);
  return thresholds.flatMap(({ name, threshold, default_value, unit, overridden_by }) =>
    overridden_by === null ? [] : [{ name, threshold, default_value, unit, reason: overridden_by }],
  );
}

export interface Dictionary {
  tables: DictionaryTable[];
  measures: DictionaryMeasure[];
  rules: DictionaryRule[];
  thresholds: DictionaryThreshold[];
}

/** What people look up: the tables of `mart`, and what their figures rest on. */
export async function wholeDictionary(connection: DuckDBConnection): Promise<Dictionary> {
  const tables = (await dictionaryTables(connection)).filter(({ schema }) => schema === "mart");
  return {
    tables,
    measures: await dictionaryMeasures(connection),
    rules: await dictionaryRules(connection),
    thresholds: await dictionaryThresholds(connection),
  };
}

/**
 * What is called so, or has it in its name: measures, rules, limits, and columns with their tables. A code that names one
 * thing exactly gives that alone.
 */
export function entriesLike({ tables, measures, rules, thresholds }: Dictionary, asked: string): Dictionary {
  const code = asked.toUpperCase();
  const rule = rules.filter((each) => each.rule === code);
  if (rule.length > 0) return { tables: [], measures: [], rules: rule, thresholds: [] };
  const isLike = (...names: string[]) => names.some((name) => name.includes(asked));
  const ofColumns = tables.map((table) => ({
    ...table,
    columns: table.columns.filter(({ name, description }) => isLike(name, description.split(/[，：；]/)[0]!)),
  }));
  return {
    tables: ofColumns.filter(({ columns }) => columns.length > 0),
    measures: measures.filter(({ measure, name }) => isLike(measure, name)),
    rules: rules.filter(({ name }) => isLike(name)),
    thresholds: thresholds.filter(({ name, meaning }) => isLike(name, meaning)),
  };
}
