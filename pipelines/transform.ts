/**
 * The model runner: from `raw` to the tables that people read.
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { DuckDBConnection } from "@duckdb/node-api";
import { answersBeside } from "./answers.ts";
import { runDataTests } from "./data-tests.ts";
import { decisionsBeside } from "./decisions.ts";
import { PipelineError } from "./errors.ts";
import { type ModelWithReads, orderedModels } from "./lineage.ts";
import { MODEL_SCHEMAS, type Model } from "./models.ts";
import { profilesBeside } from "./profiles.ts";
import { rulesInForce } from "./rules-in-force.ts";
import { rulesVersion } from "./rules-version.ts";
import { registerFunctions } from "./scalar-functions.ts";
import { defineSharedFunctions } from "./shared-functions.ts";
import { identifier, literal } from "./sql-text.ts";
import { thresholdsBeside } from "./thresholds.ts";

export { PipelineError } from "./errors.ts";
export { type LineageNode, lineage } from "./lineage.ts";

/** The product's own `models`, `checks` and `tests`. */
export const PIPELINES_FOLDER = fileURLToPath(new URL(".", import.meta.url));

export interface TransformProgress {
  /** `schema.table` that is about to be built. */
  model: string;
  /** Models built so far. */
  done: number;
  total: number;
}

export interface TransformOptions {
  /** Holds `models`, `checks` and `tests`. */
  folder?: string;
  /** When the run began; stands in `mart.run`. */
  runAt?: Date;
  /** The version of the program that runs; stands in `mart.run`. */
  version?: string;
  onProgress?: (progress: TransformProgress) => void;
}

export interface TransformSummary {
  /** Tables and views built, as `schema.table`, in the order they were built. */
  models: string[];
  /** Data tests that passed. */
  tests: number;
}

/**
 * Builds every model on the `raw` tables of a connection, comments them and runs the data tests, in one transaction of
 * its own: whatever fails, the models of the run before stay as they were.
 *
 * @throws PipelineError when a model or a test is wrong, or a test finds rows
 */
export async function runModels(
  connection: DuckDBConnection,
  { folder = PIPELINES_FOLDER, runAt = new Date(), version = "", onProgress }: TransformOptions = {},
): Promise<TransformSummary> {
  const models = await orderedModels(connection, folder);
  await setRunVariables(connection, { runAt, version, models });
  await setWorkspaceVariables(connection, models);
  registerFunctions(connection);
  await defineSharedFunctions(connection);
  await connection.run("begin transaction");
  try {
    await replaceSchemas(connection);
    for (const [done, model] of models.entries()) {
      onProgress?.({ model: model.id, done, total: models.length });
      await buildModel(connection, model);
    }
    const tests = await runDataTests(connection, join(folder, "tests"));
    await commit(connection);
    return { models: models.map((model) => model.id), tests };
  } catch (error) {
    // A commit that failed has ended the transaction: there is nothing to roll back, and why it failed must be heard.
    await connection.run("rollback").catch(() => {});
    throw error;
  }
}

async function commit(connection: DuckDBConnection): Promise<void> {
  await connection.run("commit").catch((error: Error) => {
    throw new PipelineError(
      `计算的结果没有写进数据仓库：${error.message}`,
      "数据仓库未作改动。请检查磁盘空间和文件夹的权限，再运行一次。",
      { cause: error },
    );
  });
}

/** What a model cannot read from a table: `getvariable('run_at')`, `run_version`, `rules_version`, `model_versions` and `rules_in_force`. */
async function setRunVariables(
  connection: DuckDBConnection,
  { runAt, version, models }: { runAt: Date; version: string; models: readonly ModelWithReads[] },
): Promise<void> {
  const timestamp = runAt.toISOString().replace("T", " ").replace("Z", "");
  const rules = rulesVersion(models);
  await connection.run(`set variable run_at = timestamp ${literal(timestamp)}`);
  await connection.run(`set variable run_version = ${literal(version)}`);
  await connection.run(`set variable rules_version = ${literal(rules.all)}`);
  await connection.run(`set variable model_versions = ${literal(JSON.stringify(rules.models))}`);
  const inForce = JSON.stringify(rulesInForce(models, rules.functions));
  await connection.run(`set variable rules_in_force = ${literal(inForce)}`);
}

/** What the office keeps beside the warehouse, as JSON: `getvariable('decisions')`, `'answers'`, `'thresholds'`. */
async function setWorkspaceVariables(connection: DuckDBConnection, models: readonly Model[]): Promise<void> {
  const decisions = await decisionsBeside(connection);
  await connection.run(`set variable decisions = ${literal(JSON.stringify(decisions))}`);
  const answers = await answersBeside(connection);
  await connection.run(`set variable answers = ${literal(JSON.stringify(answers))}`);
  const defaults = models.find(({ id }) => id === "staging.stg_default_thresholds");
  const thresholds = defaults ? await thresholdsBeside(connection, defaults.sql) : [];
  await connection.run(`set variable thresholds = ${literal(JSON.stringify(thresholds))}`);
  const profiles = await profilesBeside(connection);
  await connection.run(`set variable profiles = ${literal(JSON.stringify(profiles))}`);
}

async function replaceSchemas(connection: DuckDBConnection): Promise<void> {
  for (const schema of MODEL_SCHEMAS.toReversed())
    await connection.run(`drop schema if exists ${schema} cascade`);
  for (const schema of MODEL_SCHEMAS) await connection.run(`create schema ${schema}`);
}

async function buildModel(connection: DuckDBConnection, model: ModelWithReads): Promise<void> {
  await connection
    .run(`create ${model.materialization} ${model.id} as ${model.sql}`)
    .catch((error: Error) => {
      throw new PipelineError(`模型 ${model.file} 无法执行：${error.message}`, "请改正这个模型。", {
        cause: error,
      });
    });
  checkColumns(model, await columnsOf(connection, model));
  await connection.run(commentStatements(model));
}

async function columnsOf(connection: DuckDBConnection, model: Model): Promise<string[]> {
  const reader = await connection.runAndReadAll(`select * from ${model.id} limit 0`);
  return reader.columnNames();
}

function checkColumns(model: Model, columns: string[]): void {
  const unexplained = columns.filter((column) => !model.head.columns.has(column));
  if (unexplained.length > 0) {
    throw new PipelineError(
      `模型 ${model.file} 有列没有说明：${unexplained.join("、")}`,
      "请在文件开头为每一列加一行“-- 列名: 说明”。",
    );
  }
  const unknown = [...model.head.columns.keys()].filter((column) => !columns.includes(column));
  if (unknown.length > 0) {
    throw new PipelineError(
      `模型 ${model.file} 说明了不存在的列：${unknown.join("、")}`,
      "请改正列名，或删去这一行说明。",
    );
  }
}

function commentStatements(model: Model): string {
  const onTable = `comment on ${model.materialization} ${model.id} is ${literal(model.head.description)};`;
  const onColumns = [...model.head.columns].map(
    ([column, text]) => `comment on column ${model.id}.${identifier(column)} is ${literal(text)};`,
  );
  return [onTable, ...onColumns].join("\n");
}
