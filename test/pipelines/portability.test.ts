import { describe, expect, it } from "vitest";
import { orderedModels } from "../../pipelines/lineage.ts";
import { readModels } from "../../pipelines/models.ts";
import { PIPELINES_FOLDER } from "../../pipelines/transform.ts";
import { emptyWarehouse, row } from "./warehouse.ts";

/** Functions and operators of the models that look across forms; each is in DuckDB and in Spark SQL with the same meaning. */
const ARITHMETIC = ["+", "-", "*", "abs", "count", "count_star", "max", "min", "sum"];
const TEXT = ["||", "~~", "!~~", "length", "md5", "substr"];
const WINDOWS = ["row_number"];
/** What every engine is given; see shared-functions.ts. `/` is not here: DuckDB divides decimals as doubles. */
const GIVEN = ["percent", "amount_text"];
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

/**
 * Staging models that compare forms: which ways of writing are one name, which of two forms of a project counts, what is
 * like last year's. They call functions of TypeScript on pairs, so they are not among `core`; nothing of one form rests on them.
 */
const ACROSS_FORMS = [
  "staging.stg_names",
  "staging.stg_named_forms",
  "staging.stg_superseded_forms",
  "staging.stg_forms",
  "staging.stg_similar_names",
  "staging.stg_outcomes_alike",
];

describe("models that look at one form", () => {
  it("rest on none that compares forms, so that each machine can compute its share of the files", async () => {
    const ordered = await orderedModels(await emptyWarehouse(), PIPELINES_FOLDER);
    const ids = ordered.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(ACROSS_FORMS));
    const ofOneForm = ordered.filter(
      ({ id, schema }) => ["staging", "checks"].includes(schema) && !ACROSS_FORMS.includes(id),
    );
    expect(ofOneForm.length).toBeGreaterThan(60);
    const mixed = ofOneForm.filter(({ reads }) => reads.some((read) => ACROSS_FORMS.includes(read)));
    expect(mixed.map(({ id }) => id)).toEqual([]);
  });
});
