/**
 * The models of a folder: `models/<schema>/<table>.sql`, `checks/<rule>.sql` for the rules that look at one form and
 * `checks/across_forms/<rule>.sql` for those that compare forms; one SELECT a file.
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { PipelineError } from "./errors.ts";
import { type Materialization, type ModelHead, parseHead } from "./model-head.ts";

/** The layers, each built from the ones before it. */
export const MODEL_SCHEMAS = ["staging", "checks", "patterns", "core", "mart"] as const;
export type ModelSchema = (typeof MODEL_SCHEMAS)[number];

/** Where the models of each layer lie. */
const FOLDERS: Readonly<Record<ModelSchema, string>> = {
  staging: join("models", "staging"),
  checks: "checks",
  patterns: join("checks", "across_forms"),
  core: join("models", "core"),
  mart: join("models", "mart"),
};

export interface Model {
  schema: ModelSchema;
  /** The table's name, that of the file. */
  name: string;
  /** `schema.name`, as queries read it. */
  id: string;
  /** `schema/name.sql`, as messages name it. */
  file: string;
  sql: string;
  head: ModelHead;
  materialization: Materialization;
}

const TABLE_NAME = /^[a-z][a-z0-9_]*$/;

/**
 * Reads every model of a folder, in the order of their names.
 *
 * @param folder holds `models` and `checks`
 * @throws PipelineError when a file's name cannot be a table's, or its head says too little
 */
export async function readModels(folder: string): Promise<Model[]> {
  const models: Model[] = [];
  for (const schema of MODEL_SCHEMAS) {
    const files = join(folder, FOLDERS[schema]);
    for (const name of await sqlFiles(files)) {
      const file = `${schema}/${name}.sql`;
      if (!TABLE_NAME.test(name)) {
        throw new PipelineError(`模型文件名不能作表名：${file}`, "请只用小写字母、数字和下划线。");
      }
      const sql = await readFile(join(files, `${name}.sql`), "utf8");
      const head = parseHead(sql, file);
      const materialization = head.materialization ?? (schema === "staging" ? "view" : "table");
      models.push({ schema, name, id: `${schema}.${name}`, file, sql, head, materialization });
    }
  }
  return models;
}

/** The names of a folder's SQL files, without their ending, sorted; none where there is no such folder. */
export async function sqlFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.endsWith(".sql"))
    .map((entry) => entry.slice(0, -".sql".length))
    .sort();
}
