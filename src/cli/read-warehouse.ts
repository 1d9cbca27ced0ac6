/**
 * Looking into the warehouse of a workspace without changing it.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { messageOf, Problem } from "../../loaders/problem.ts";
import { type Database, isLocked, openDatabase } from "../../loaders/warehouse/database.ts";
import { requireWarehouse, type Workspace } from "../../loaders/workspace.ts";
import { pipelineProblem } from "./pipeline-problem.ts";

/**
 * Opens the warehouse read-only for `work` and closes it whatever happens.
 * @throws Problem when there is none, it is open for writing elsewhere, or it is damaged; and for what stops a pipeline
 */
export async function readWarehouse<T>(
  workspace: Workspace,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  await requireWarehouse(workspace);
  let database: Database;
  try {
    database = await openDatabase(workspace.warehouse, { readOnly: true });
  } catch (error) {
    throw isLocked(error)
      ? new Problem(
          "failed",
          `数据仓库正被其他程序写入：${workspace.warehouse}`,
          "请等它结束或关闭它后再试。",
          error,
        )
      : new Problem(
          "failed",
          `打不开数据仓库 ${workspace.warehouse}：${messageOf(error)}`,
          "请运行 jixiao run 从 sources 重新读取。",
          error,
        );
  }
  try {
    return await work(database.connection);
  } catch (error) {
    throw pipelineProblem(error);
  } finally {
    database.close();
  }
}
