/**
 * The tables that a query reads.
 *
 * DuckDB parses the query and hands over its syntax tree. (Its `getTableNames` would be shorter, but it binds the
 * query too, and answers with no table at all when binding fails: a join `using` a column of a table that is not
 * built yet is enough.)
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { PipelineError } from "./errors.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

interface ParsedSql {
  error: boolean;
  error_message?: string;
  position?: string;
  statements?: Json[];
}

/**
 * The tables that the one SELECT of a file reads, as `schema.table`, sorted.
 *
 * @throws PipelineError when the file holds anything but one SELECT, or names a table without its schema
 */
export async function tableReads(connection: DuckDBConnection, sql: string, file: string): Promise<string[]> {
  const statement = await parseSelect(connection, sql, file);
  const tables: { schema: string; name: string }[] = [];
  const steps = new Set<string>();
  visit(statement, (node) => {
    if (node.type === "BASE_TABLE")
      tables.push({ schema: lower(node.schema_name), name: lower(node.table_name) });
    if (isObject(node.cte_map)) for (const step of entriesOf(node.cte_map)) steps.add(lower(step.key));
  });
  const reads = new Set<string>();
  for (const { schema, name } of tables) {
    if (schema !== "") reads.add(`${schema}.${name}`);
    else if (!steps.has(name)) {
      throw new PipelineError(
        `${file} 读取的表 ${name} 没有写明所属层`,
        "请写成 raw.、staging.、core. 或 mart. 加表名。",
      );
    }
  }
  return [...reads].sort();
}

async function parseSelect(connection: DuckDBConnection, sql: string, file: string): Promise<Json> {
  const reader = await connection.runAndReadAll("select json_serialize_sql($sql::varchar)", { sql });
  const parsed = JSON.parse(String(reader.value(0, 0))) as ParsedSql;
  if (parsed.error) {
    const line = parsed.position ? `第 ${lineAt(sql, Number(parsed.position))} 行` : "";
    throw new PipelineError(
      `${file} ${line}不是一条能读懂的 SELECT：${parsed.error_message}`,
      "请改正这个文件。",
    );
  }
  if (parsed.statements?.length !== 1) {
    throw new PipelineError(
      `${file} 应当只有一条 SELECT，实有 ${parsed.statements?.length ?? 0} 条`,
      "请拆成几个文件。",
    );
  }
  return parsed.statements[0]!;
}

/** The 1-based line of a position that DuckDB counts in code points. */
function lineAt(sql: string, position: number): number {
  return [...sql].slice(0, position).filter((character) => character === "\n").length + 1;
}

function visit(node: Json, see: (node: { [key: string]: Json }) => void): void {
  if (Array.isArray(node)) for (const child of node) visit(child, see);
  else if (isObject(node)) {
    see(node);
    for (const child of Object.values(node)) visit(child, see);
  }
}

function entriesOf(map: { [key: string]: Json }): { [key: string]: Json }[] {
  return Array.isArray(map.map) ? map.map.filter(isObject) : [];
}

function isObject(node: Json | undefined): node is { [key: string]: Json } {
  return typeof node === "object" && node !== null && !Array.isArray(node);
}

function lower(value: Json | undefined): string {
  return String(value ?? "").toLowerCase();
}
