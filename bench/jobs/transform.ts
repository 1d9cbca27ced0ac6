/**
 * Computing all models on what was read: `raw` → `staging` → `core` → `mart`, with the data tests, until it is written.
 */
import { copyFile } from "node:fs/promises";
import { DuckDBScalarFunction } from "@duckdb/node-api";
import type { Job } from "./job.ts";

/** The functions that SQL calls, with a clock around each. */
function timeFunctions(): () => number {
  let milliseconds = 0;
  const create = DuckDBScalarFunction.create;
  DuckDBScalarFunction.create = (definition) =>
    create.call(DuckDBScalarFunction, {
      ...definition,
      mainFunction(...chunk) {
        const before = performance.now();
        definition.mainFunction(...chunk);
        milliseconds += performance.now() - before;
      },
    });
  return () => milliseconds;
}

/** @param path a warehouse that holds `raw`; the work is done on a copy */
export async function prepare(path: string): Promise<Job> {
  // Before the functions are made, which is when their module is loaded.
  const inFunctions = timeFunctions();
  const { openDatabase, rowsOf } = await import("../../loaders/warehouse/database.ts");
  const { runModels } = await import("../../pipelines/transform.ts");
  const copy = `${path}.transform`;
  await copyFile(path, copy);
  const { connection, close } = await openDatabase(copy);
  let forms = 0;
  return {
    async work() {
      await runModels(connection);
      await connection.run("CHECKPOINT");
    },
    async count() {
      const [row] = await rowsOf<[number]>(
        connection,
        "SELECT count(*)::INTEGER FROM staging.stg_printed_forms",
      );
      forms = row![0];
      close();
      return forms;
    },
    functionMilliseconds: inFunctions,
  };
}
