/**
 * Opening DuckDB files: offline, one writer at a time, and with errors that say which of their few causes it was.
 */
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { messageOf } from "../problem.ts";

/** An open file and the connection to it. `close` gives the file and its lock back. */
export interface Database {
  connection: DuckDBConnection;
  close(): void;
}

/** Nothing is fetched at run time: DuckDB downloads extensions by itself unless told not to. */
const OFFLINE = { autoinstall_known_extensions: "false", autoload_known_extensions: "false" };

/**
 * The memory that DuckDB takes for its pages and tables. What does not fit goes to the folder `<file>.tmp` beside the
 * file until it is closed, so that a province takes no more memory than a city; the program itself takes some 400 MB more.
 */
export const MEMORY_LIMIT = "1GB";

export interface OpenOptions {
  readOnly?: boolean;
  /** Of who writes. As DuckDB has it: `512MB`, `2GB`. */
  memoryLimit?: string;
}

/** Opens a file to write in it, or an existing one to read. DuckDB's lock on the file holds until `close`. */
export async function openDatabase(
  path: string,
  { readOnly = false, memoryLimit = MEMORY_LIMIT }: OpenOptions = {},
): Promise<Database> {
  const instance = await DuckDBInstance.create(path, {
    ...OFFLINE,
    // Who reads a warehouse is not alone: two that put pages to the same folder would overwrite each other's.
    ...(!readOnly && { memory_limit: memoryLimit }),
    access_mode: readOnly ? "READ_ONLY" : "READ_WRITE",
  });
  const connection = await instance.connect();
  return {
    connection,
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Whether DuckDB refused a file because another program has it open. */
export function isLocked(error: unknown): boolean {
  return /Could not set lock|being used by another process|另一个程序正在使用/i.test(messageOf(error));
}

const FULL =
  /No space left|not enough space|File too large|Disk quota|磁盘空间不足|ENOSPC|EFBIG|EDQUOT|failed to offload/i;

/** Whether writing failed for want of space, in the file or for what does not fit into memory. */
export function isFull(error: unknown): boolean {
  return FULL.test(messageOf(error));
}

/** Whether the memory limit was too small even with pages put to disk. */
export function isOutOfMemory(error: unknown): boolean {
  return /Out of Memory Error/.test(messageOf(error));
}

/** A string as a literal of SQL, for the statements that take no parameters. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The rows of a query, a value a column; for the small results that programs look at. */
export async function rowsOf<T extends readonly unknown[]>(
  connection: DuckDBConnection,
  sql: string,
  values?: Parameters<DuckDBConnection["run"]>[1],
): Promise<T[]> {
  const reader = await connection.runAndReadAll(sql, values);
  return reader.getRowsJS() as unknown as T[];
}
