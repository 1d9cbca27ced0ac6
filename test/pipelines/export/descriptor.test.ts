import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exportPackage } from "../../../pipelines/export/package.ts";
import { PUBLIC_TABLES } from "../../../pipelines/export/tables.ts";
import { exportFolder, filledWarehouse, readCsv } from "./package.ts";

const paths = exportFolder();

describe("datapackage.json", () => {
  it("describes every file: types, keys, references and meanings", async () => {
    const connection = await filledWarehouse();
    await exportPackage(connection, { to: paths.to });
    const described = JSON.parse(await readFile(join(paths.to, "datapackage.json"), "utf8"));
    expect(described).toMatchObject({
      profile: "tabular-data-package",
      name: "jixiao",
      created: "2031-05-06T07:08:09Z",
    });
    const resources = new Map<string, Resource>(
      described.resources.map((each: Resource) => [each.name, each]),
    );
    expect([...resources.keys()]).toEqual(PUBLIC_TABLES.map(({ name }) => name));
    for (const [name, resource] of resources) {
      expect(resource).toMatchObject({
        profile: "tabular-data-resource",
        path: `${name}.csv`,
        encoding: "utf-8",
        format: "csv",
        mediatype: "text/csv",
        dialect: { delimiter: ",", lineTerminator: "\n", quoteChar: '"', doubleQuote: true, header: true },
      });
      expect(resource.schema.missingValues).toEqual([""]);
      const exported = await readCsv(join(paths.to, resource.path));
      const fields = resource.schema.fields;
      for (const { name: field, type, description } of fields) {
        expect(description, `${name}.${field}`).toMatch(/\p{Script=Han}/u);
        for (const row of exported)
          if (row[field] !== "") expect(row[field], `${name}.${field}`).toMatch(LEXICAL[type]!);
      }
      expect(
        Object.keys(exported[0] ?? {}).every((column) => fields.some((field) => field.name === column)),
      ).toBe(true);
      const keys = exported.map((row) =>
        resource.schema.primaryKey.map((field) => row[field]).join("\u0001"),
      );
      expect(new Set(keys).size).toBe(keys.length);
      for (const { fields: ours, reference } of resource.schema.foreignKeys ?? []) {
        const theirs = await readCsv(join(paths.to, resources.get(reference.resource)!.path));
        const known = new Set(
          theirs.map((row) => reference.fields.map((field) => row[field]).join("\u0001")),
        );
        for (const row of exported) expect(known).toContain(ours.map((field) => row[field]).join("\u0001"));
      }
    }
    const types = Object.fromEntries(
      resources.get("forms")!.schema.fields.map(({ name, type }) => [name, type]),
    );
    expect(types).toMatchObject({
      form_id: "string",
      fiscal_year: "integer",
      total_score: "number",
      scores_sum_ok: "boolean",
    });
    expect(resources.get("indicator_values")!.schema.fields).toContainEqual(
      expect.objectContaining({ name: "target_date", type: "date" }),
    );
    expect((await readCsv(join(paths.to, "indicator_values.csv")))[2]).toMatchObject({
      target_date: "2031-11-30",
      actual_date: "2031-10-31",
    });
    expect(resources.get("documents")!.schema.fields.at(-1)).toMatchObject({
      name: "ingested_at",
      type: "datetime",
    });
  });
});

interface Resource {
  name: string;
  path: string;
  schema: {
    fields: { name: string; type: string; description: string }[];
    missingValues: string[];
    primaryKey: string[];
    foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
  };
}

const LEXICAL: Record<string, RegExp> = {
  string: /./s,
  integer: /^-?\d+$/,
  number: /^-?\d+\.\d{2,}$/,
  boolean: /^(true|false)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
};
