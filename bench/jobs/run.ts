/**
 * The whole `jixiao run` on a workspace that has no warehouse yet: loading the program, reading every file, writing the
 * warehouse, computing all models.
 */
import { rm } from "node:fs/promises";
import { workspaceAt } from "../../loaders/workspace.ts";
import type { Job } from "./job.ts";

export async function prepare(path: string): Promise<Job> {
  const { warehouse } = workspaceAt(path);
  await rm(warehouse, { force: true });
  return {
    async work() {
      const { main } = await import("../../src/cli/main.ts");
      await main(["run", "--data", path]);
    },
    async count() {
      const { openDatabase, rowsOf } = await import("../../loaders/warehouse/database.ts");
      const { connection, close } = await openDatabase(warehouse, { readOnly: true });
      const [row] = await rowsOf<[number]>(connection, "SELECT count(*)::INTEGER FROM mart.forms");
      close();
      return row![0];
    },
  };
}
