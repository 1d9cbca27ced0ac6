import { describe, expect, it } from "vitest";
import { readModels } from "../../pipelines/models.ts";
import { PIPELINES_FOLDER } from "../../pipelines/transform.ts";
import { emptyWarehouse, row } from "./warehouse.ts";

/** Functions and operators of core and mart models; each is in DuckDB and in Spark SQL with the same meaning. */
const IN_BOTH = ["+", "-", "*", "||", "count", "count_star", "max", "min", "sum"];
/** What every engine is given; see shared-functions.ts. `/` is not here: DuckDB divides decimals as doubles. */
const GIVEN = ["percent"];
const SHARED = new Set([...IN_BOTH, ...GIVEN]);

const models = (await readModels(PIPELINES_FOLDER)).filter(
  ({ schema }) => schema === "core" || schema === "mart",
);

describe("core and mart models", () => {
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
