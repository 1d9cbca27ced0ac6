import { describe, expect, it } from "vitest";
import { readModels } from "../../pipelines/models.ts";
import { PIPELINES_FOLDER } from "../../pipelines/transform.ts";
import { emptyWarehouse, row } from "./warehouse.ts";

/** Functions and operators of the models that look across forms; each is in DuckDB and in Spark SQL with the same meaning. */
const ARITHMETIC = ["+", "-", "*", "abs", "count", "count_star", "max", "min", "sum"];
const TEXT = ["||", "~~", "!~~", "length", "md5", "substr"];
const WINDOWS = ["row_number"];
/** What every engine is given; see shared-functions.ts. `/` is not here: DuckDB divides decimals as doubles. */
const GIVEN = ["percent"];
const SHARED = new Set([...ARITHMETIC, ...TEXT, ...WINDOWS, ...GIVEN]);

const models = (await readModels(PIPELINES_FOLDER)).filter(({ schema }) =>
  ["patterns", "core", "mart"].includes(schema),
);

describe("models that look across forms", () => {
  it.each(models.map((model) => [model.file, model.sql]))(
    "%s calls only what Spark SQL has too",
    async (_file, sql) => {
      const connection = await emptyWarehouse();
      const quoted = `'${sql.replaceAll("'", "''")}'`;
      const { tree } = await row(connection, `select json_serialize_sql(${quoted}) as tree`);
      const functions = [...String(tree).matchAll(/"function_name":"([^"]*)"/g)].map((match) => match[1]!);
      expect(functions.filter((name) => !SHARED.has(name))).toEqual([]);
      expect(sql).not.toMatch(/::|\b(?:exclude|replace|qualify|anti join|by name|group by all)\b/);
    },
  );
});
