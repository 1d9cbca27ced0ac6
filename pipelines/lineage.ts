/**
 * Which model reads which table, and the order that follows from it.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { PipelineError } from "./errors.ts";
import { MODEL_SCHEMAS, type Model, readModels } from "./models.ts";
import { tableReads } from "./table-reads.ts";

/** One model in the graph of models. */
export interface LineageNode {
  schema: string;
  name: string;
  /** The tables it reads, as `schema.table`; those of `raw` are what the loaders wrote. */
  reads: string[];
}

export interface ModelWithReads extends Model {
  reads: string[];
}

/** The graph of a folder's models, each after the models that it reads. */
export async function lineage(connection: DuckDBConnection, folder: string): Promise<LineageNode[]> {
  const ordered = await orderedModels(connection, folder);
  return ordered.map(({ schema, name, reads }) => ({ schema, name, reads }));
}

/**
 * The models of a folder, each after the models that it reads.
 *
 * @throws PipelineError when a model reads a table that is neither a model nor in `raw`, a layer built after its own,
 *   or, directly or through others, itself
 */
export async function orderedModels(connection: DuckDBConnection, folder: string): Promise<ModelWithReads[]> {
  const models: ModelWithReads[] = [];
  for (const model of await readModels(folder)) {
    models.push({ ...model, reads: await tableReads(connection, model.sql, model.file) });
  }
  const rawTables = await tablesOfRaw(connection);
  const byId = new Map(models.map((model) => [model.id, model]));
  for (const model of models) {
    for (const read of model.reads) checkRead(model, read, byId, rawTables);
  }
  return inOrder(models, byId);
}

async function tablesOfRaw(connection: DuckDBConnection): Promise<Set<string>> {
  const reader = await connection.runAndReadAll(
    "select 'raw.' || table_name from duckdb_tables() where schema_name = 'raw' and database_name = current_database()",
  );
  return new Set(reader.getRows().map(([id]) => String(id)));
}

function checkRead(
  model: Model,
  read: string,
  byId: ReadonlyMap<string, Model>,
  rawTables: ReadonlySet<string>,
) {
  const source = byId.get(read);
  if (source && MODEL_SCHEMAS.indexOf(source.schema) > MODEL_SCHEMAS.indexOf(model.schema)) {
    throw new PipelineError(
      `模型 ${model.file} 读取了后一层的表 ${read}`,
      `各层的先后为 ${MODEL_SCHEMAS.join("、")}，请只读前面或同一层的表。`,
    );
  }
  if (!source && !rawTables.has(read)) {
    throw new PipelineError(
      `模型 ${model.file} 读取的表 ${read} 不存在`,
      read.startsWith("raw.") ? "请先运行 npx jixiao ingest，或检查表名。" : "请检查表名，或补上这个模型。",
    );
  }
}

/** Depth first: a model follows what it reads; a model met again while its own reads are followed closes a cycle. */
function inOrder(models: ModelWithReads[], byId: ReadonlyMap<string, ModelWithReads>): ModelWithReads[] {
  const ordered = new Set<ModelWithReads>();
  const follow = (model: ModelWithReads, path: string[]) => {
    if (ordered.has(model)) return;
    if (path.includes(model.id)) {
      const cycle = [...path.slice(path.indexOf(model.id)), model.id].join(" → ");
      throw new PipelineError(`模型互相读取，成了一个圈：${cycle}`, "请去掉其中一处读取。");
    }
    for (const read of model.reads) {
      const source = byId.get(read);
      if (source) follow(source, [...path, model.id]);
    }
    ordered.add(model);
  };
  for (const model of models) follow(model, []);
  return [...ordered];
}
