/**
 * What the results of before held, carried over into the warehouse that is being built, so that the new results can be
 * told against them: which problems are new, which stayed and since when, which are gone.
 */
import type { DuckDBConnection } from "@duckdb/node-api";

const SOURCES: Readonly<Record<string, { schema: string; table: string; select: string }>> = {
  known_problems: {
    schema: "mart",
    table: "finding_history",
    select: `problem, finding_id, rule, fiscal_year, department, implementing_unit, project_name, form_id, line, state,
      since_at, last_seen_at`,
  },
  known_projects: {
    schema: "mart",
    table: "execution",
    select: "distinct fiscal_year, department, implementing_unit, project_name",
  },
  known_results: {
    schema: "mart",
    table: "results",
    select: "results_at, base_at, rules, rules_changed",
  },
  known_rules: { schema: "staging", table: "stg_rule_codes", select: "rule, code" },
  known_documents: { schema: "staging", table: "stg_readings", select: "document_id, reading" },
};

/**
 * Fills the raw tables of what was known from another database on the same connection. One that was read and not
 * computed hands on what it knew itself; one that tells no history leaves them empty, and the history begins anew.
 *
 * @param previous name of the attached database
 */
export async function carryHistory(connection: DuckDBConnection, previous: string): Promise<void> {
  const computed = Object.values(SOURCES).map(({ schema, table }) => `${schema}.${table}`);
  const handedOn = Object.keys(SOURCES).map((known) => `raw.${known}`);
  const isComputed = await hasTables(connection, previous, computed);
  if (!isComputed && !(await hasTables(connection, previous, handedOn))) return;
  for (const [known, { schema, table, select }] of Object.entries(SOURCES)) {
    const from = isComputed
      ? `select ${select} from ${previous}.${schema}.${table}`
      : `from ${previous}.raw.${known}`;
    await connection.run(`insert into raw.${known} ${from}`);
  }
}

async function hasTables(
  connection: DuckDBConnection,
  database: string,
  tables: readonly string[],
): Promise<boolean> {
  const names = tables.map((table) => `'${table}'`).join(", ");
  const reader = await connection.runAndReadAll(
    `select count(*)::integer from duckdb_tables()
    where database_name = $1 and schema_name || '.' || table_name in (${names})`,
    [database],
  );
  return reader.getRows()[0]![0] === tables.length;
}
