/**
 * One question to the warehouse in SQL, which may look at everything and change nothing.
 */
import {
  type DuckDBConnection,
  type DuckDBPreparedStatement,
  type Json,
  StatementType,
} from "@duckdb/node-api";
import { WrongRequest } from "../errors.ts";
import { defineSharedFunctions } from "../shared-functions.ts";

/** An answer: decimals, integers too large for JSON, and times are text. */
export interface Answer {
  columns: string[];
  rows: Json[][];
}

const READING: ReadonlySet<StatementType> = new Set([StatementType.SELECT, StatementType.EXPLAIN]);

/**
 * Runs one SELECT (or SHOW, DESCRIBE, EXPLAIN). Afterwards the connection reaches neither other files nor the network.
 *
 * @throws WrongRequest when the text is anything else, or DuckDB cannot run it
 */
export async function select(connection: DuckDBConnection, sql: string): Promise<Answer> {
  if (sql.trim() === "") throw new WrongRequest("没有给出 SQL", '例如 jixiao sql "show all tables"。');
  await defineSharedFunctions(connection);
  await connection.run("set enable_external_access = false");
  await connection.run("set lock_configuration = true");
  try {
    const statement = await onlyStatement(connection, sql);
    const reader = await statement.runAndReadAll();
    return { columns: reader.columnNames(), rows: reader.getRowsJson() };
  } catch (error) {
    if (error instanceof WrongRequest) throw error;
    throw new WrongRequest(
      `这条 SQL 无法执行：${(error as Error).message}`,
      "表和列可用 jixiao dictionary 查看。",
      { cause: error },
    );
  }
}

async function onlyStatement(connection: DuckDBConnection, sql: string): Promise<DuckDBPreparedStatement> {
  const statements = await connection.extractStatements(sql);
  if (statements.count !== 1) {
    throw new WrongRequest(`应当只有一条 SQL，实有 ${statements.count} 条`, "请一次只问一条。");
  }
  try {
    const statement = await statements.prepare(0);
    if (READING.has(statement.statementType)) return statement;
  } catch (error) {
    // What cannot be changed, a view, is refused by DuckDB with other words, and before it tells what kind of statement it is.
    if (await isQuestion(connection, sql)) throw error;
  }
  throw refused();
}

/** Whether a text asks for something, by its words alone: DuckDB writes the tree of nothing but a SELECT. */
async function isQuestion(connection: DuckDBConnection, sql: string): Promise<boolean> {
  if (/^\s*explain\b/i.test(sql)) return true;
  const reader = await connection.runAndReadAll("select json_serialize_sql($1::varchar)->>'error_type'", [
    sql,
  ]);
  return reader.getRows()[0]?.[0] !== "not implemented";
}

function refused(): WrongRequest {
  return new WrongRequest("只能查询，不能改动数据仓库", "请用 select、show、describe 或 explain。");
}
