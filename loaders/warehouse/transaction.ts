/**
 * A run as a transaction: the new warehouse is built beside the old one and renamed into place. Whatever stops a run
 * (an exception, a full disk, a kill), the old warehouse stays as it was; what is left over goes at the next run.
 */
import { existsSync, statSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { messageOf, Problem } from "../problem.ts";
import {
  type Database,
  isFull,
  isLocked,
  isOutOfMemory,
  literal,
  MEMORY_LIMIT,
  openDatabase,
} from "./database.ts";
import { createRawSchema, hasRawSchema } from "./schema.ts";

/** The name under which the warehouse of the last run is attached, read-only, while the new one is built. */
export const PREVIOUS = "previous";

/** What there is of the last run: nothing, a warehouse of this layout, or something that can't be built upon. */
export type PreviousState = "none" | "attached" | "unusable";

/** What a run works on: a new warehouse with empty raw tables. */
export interface Building {
  connection: DuckDBConnection;
  /** The last run's raw tables are in the database `previous` when this is `attached`. */
  previous: PreviousState;
}

export interface TransactionOptions {
  /** See `MEMORY_LIMIT`. */
  memoryLimit?: string | undefined;
  /** How files are moved; tests make it fail. */
  rename?(from: string, to: string): Promise<void>;
}

/**
 * Replaces a warehouse by one that `build` fills, or leaves it untouched.
 *
 * @param warehouse path of the DuckDB file; it need not exist
 * @returns what `build` returns
 * @throws Problem `failed` when another run is under way, the warehouse is open elsewhere, the disk is full, the memory
 * limit is too small or the work fails otherwise; a Problem that `build` throws comes through as it is
 */
export async function rebuildWarehouse<T>(
  warehouse: string,
  build: (building: Building) => Promise<T>,
  { memoryLimit = MEMORY_LIMIT, rename: move = rename }: TransactionOptions = {},
): Promise<T> {
  const path = `${warehouse}.building`;
  try {
    const database = await openBuilding(path, memoryLimit);
    const result = await fill(database, warehouse, build);
    await foldJournal(warehouse);
    await move(path, warehouse);
    return result;
  } catch (error) {
    if (!(error instanceof AnotherRun)) await removeDatabase(path);
    throw isOutOfMemory(error) && !isFull(error)
      ? outOfMemory(error, memoryLimit)
      : asProblem(error, warehouse);
  }
}

/** Lets `build` fill the new file and closes it, also when `build` fails. */
async function fill<T>(
  { connection, close }: Database,
  warehouse: string,
  build: (building: Building) => Promise<T>,
): Promise<T> {
  try {
    await createRawSchema(connection);
    const previous = await attachPrevious(connection, warehouse);
    // From here on SQL works on what is in the two databases, and on nothing else of this computer.
    await connection.run("SET enable_external_access = false");
    const result = await build({ connection, previous });
    if (previous === "attached") await connection.run(`DETACH ${PREVIOUS}`);
    await connection.run("CHECKPOINT");
    close();
    return result;
  } catch (error) {
    try {
      close();
    } catch {
      // The first error is the one to tell; a file that can't be closed properly is removed all the same.
    }
    throw error;
  }
}

/** Opens the file of the new warehouse for this run alone. */
async function openBuilding(path: string, memoryLimit: string): Promise<Database> {
  // DuckDB's lock belongs to the file that was opened, not to its name: a file that another run removed or renamed
  // between our look and our lock is not ours, so the look is repeated under the lock.
  for (let attempt = 0; attempt < 5; attempt++) {
    const before = inode(path);
    let database: Database;
    try {
      database = await openDatabase(path, { memoryLimit });
    } catch (error) {
      if (isLocked(error)) throw new AnotherRun(path);
      if (before === null) throw asProblem(error, path);
      await removeDatabase(path);
      continue;
    }
    const after = inode(path);
    if (before === null && after !== null) return database;
    if (before !== null && before === after && process.platform !== "win32") await removeDatabase(path);
    database.close();
    // Windows removes no open file, and a file that another run opened meanwhile refuses to go.
    if (process.platform === "win32") await removeDatabase(path);
  }
  throw new AnotherRun(path);
}

function inode(path: string): bigint | null {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? null;
}

/** Removes a DuckDB file with its journal and its folder of spilled pages. */
async function removeDatabase(path: string): Promise<void> {
  for (const file of [path, `${path}.wal`, `${path}.tmp`]) await rm(file, { recursive: true, force: true });
}

async function attachPrevious(connection: DuckDBConnection, warehouse: string): Promise<PreviousState> {
  if (!existsSync(warehouse)) return "none";
  try {
    await connection.run(`ATTACH ${literal(warehouse)} AS ${PREVIOUS} (READ_ONLY)`);
  } catch (error) {
    if (isLocked(error)) throw error;
    return "unusable";
  }
  if (await hasRawSchema(connection, PREVIOUS)) return "attached";
  await connection.run(`DETACH ${PREVIOUS}`);
  return "unusable";
}

/** A journal beside the old file holds what another program wrote last; left there it would meet the new file. */
async function foldJournal(warehouse: string): Promise<void> {
  const journal = `${warehouse}.wal`;
  if (!existsSync(journal)) return;
  try {
    (await openDatabase(warehouse)).close();
  } catch (error) {
    if (isLocked(error)) throw error;
  }
  await rm(journal, { force: true });
}

/** The new file belongs to a run that is under way: it must not be touched. */
class AnotherRun extends Problem {
  constructor(path: string) {
    super("failed", `另一次运行正在写数据仓库：${path}`, "请等它结束后再运行。原有数据仓库没有改动。");
  }
}

function outOfMemory(error: unknown, memoryLimit: string): Problem {
  const advice =
    "请放宽后重新运行，例如 jixiao run --memory 2GB；内存不够时请关闭别的程序。原有数据仓库没有改动。";
  return new Problem("failed", `内存限额 ${memoryLimit} 太小，没有算完`, advice, error);
}

function asProblem(error: unknown, path: string): Problem {
  // First of all: whoever was writing when the disk was full, the person needs to hear of the disk.
  if (isFull(error)) {
    const advice =
      "请腾出磁盘空间（或放宽配额）后重新运行：除数据仓库本身，计算时内存放不下的也暂存在它旁边。原有数据仓库没有改动。";
    return new Problem("failed", `磁盘已满，写不下新的数据仓库：${path}`, advice, error);
  }
  if (error instanceof Problem) return error;
  if (isLocked(error) || isBusy(error)) {
    const advice =
      "请关闭正在使用它的程序（例如 DuckDB 命令行、数据库工具或另一个 jixiao）后重新运行。原有数据仓库没有改动。";
    return new Problem("failed", `数据仓库正被其他程序打开：${path}`, advice, error);
  }
  const advice = "请检查文件夹是否存在、是否有写入权限，再重新运行。原有数据仓库没有改动。";
  return new Problem("failed", `没有建成新的数据仓库 ${path}：${messageOf(error)}`, advice, error);
}

/** Windows refuses to replace a file that anybody has open, with one code or another. */
function isBusy(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return code === "EBUSY" || (process.platform === "win32" && (code === "EPERM" || code === "EACCES"));
}
