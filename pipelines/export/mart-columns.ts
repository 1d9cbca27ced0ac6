/**
 * The columns of the public tables as the warehouse has them: type and meaning.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { PipelineError } from "../errors.ts";
import { PUBLIC_TABLES, type PublicTable } from "./tables.ts";

/** What a column holds, in the words of Frictionless Table Schema. */
export type FieldType = "string" | "integer" | "number" | "boolean" | "date" | "datetime";

export interface MartColumn {
  name: string;
  type: FieldType;
  /** The column's comment, in Chinese. */
  description: string;
}

export interface MartTable extends Omit<PublicTable, "columns"> {
  description: string;
  columns: readonly MartColumn[];
}

/**
 * The public tables of a warehouse.
 *
 * @throws PipelineError when the warehouse lacks a table or a column of the public interface
 */
export async function martTables(connection: DuckDBConnection): Promise<MartTable[]> {
  const descriptions = await tableDescriptions(connection);
  const columns = await columnsByTable(connection);
  return PUBLIC_TABLES.map((table) => {
    const found = columns.get(table.name);
    if (!found) {
      throw new PipelineError(`数据仓库里没有 mart.${table.name} 表`, "请先运行 npx jixiao run，再导出。");
    }
    return {
      ...table,
      description: descriptions.get(table.name) ?? "",
      columns: table.columns.map((name) => {
        const column = found.get(name);
        if (column) return column;
        throw new PipelineError(
          `数据仓库的 mart.${table.name} 表没有 ${name} 列`,
          "数据仓库由别的版本写成，请重新运行 npx jixiao run，再导出。",
        );
      }),
    };
  });
}

async function tableDescriptions(connection: DuckDBConnection): Promise<Map<string, string>> {
  const reader = await connection.runAndReadAll(`
    select table_name, comment from duckdb_tables()
    where database_name = current_database() and schema_name = 'mart'
    union all
    select view_name, comment from duckdb_views()
    where database_name = current_database() and schema_name = 'mart'`);
  return new Map(reader.getRows().map(([name, comment]) => [String(name), String(comment ?? "")]));
}

async function columnsByTable(connection: DuckDBConnection): Promise<Map<string, Map<string, MartColumn>>> {
  const reader = await connection.runAndReadAll(`
    select table_name, column_name, data_type, comment from duckdb_columns()
    where database_name = current_database() and schema_name = 'mart'
    order by table_name, column_index`);
  const tables = new Map<string, Map<string, MartColumn>>();
  for (const [table, name, type, comment] of reader
    .getRows()
    .map((row) => row.map((cell) => String(cell ?? "")))) {
    const columns = tables.get(table!) ?? new Map<string, MartColumn>();
    columns.set(name!, { name: name!, type: fieldType(type!), description: comment! });
    tables.set(table!, columns);
  }
  return tables;
}

function fieldType(duckdbType: string): FieldType {
  if (duckdbType.startsWith("DECIMAL")) return "number";
  if (/^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(duckdbType)) return "integer";
  if (duckdbType === "BOOLEAN") return "boolean";
  if (duckdbType === "DATE") return "date";
  if (duckdbType.startsWith("TIMESTAMP")) return "datetime";
  return "string";
}
