import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { exportPackage, PipelineError } from "../../pipelines/export/package.ts";
import { PUBLIC_TABLES } from "../../pipelines/export/tables.ts";
import { runModels } from "../../pipelines/transform.ts";
import { addCorrection, addFlag, addForms, connect, emptyWarehouse, rows } from "./warehouse.ts";

let folder: string;
let to: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "export-"));
  to = join(folder, "包");
});
afterEach(() => rm(folder, { recursive: true }));

/** Three forms of two years and one without: money with many decimals and few, flags of every record. */
async function filledWarehouse(path?: string) {
  const connection = await emptyWarehouse(path);
  const indicators = Array.from({ length: 11 }, () => ["8.5", "8.125"] as const);
  const [first] = await addForms(connection, [
    { funding: { total: ["208", "1465.28", "132.912"], other_funds: ["0", "0", "0"] }, indicators },
    { year: 2030, project: '含"引号"，逗号,和\r换行\n', funding: { total: ["0.5", null, "1000000.000001"] } },
    { year: null, unit: null, funding: { total: ["-3.1", "7", "7.10"], 银行贷款: ["1", "1", "1"] } },
  ]);
  await connection.run("update raw.indicators set target = '11月底前', actual = '2031年10月' where seq = 3");
  for (const seq of ["10", "9", "2"])
    await addFlag(connection, [first!, "indicator", seq, "name"], "truncated");
  await addFlag(connection, [first!, "form", "", "rating"], "missing", { asRead: "", value: "", line: null });
  await addCorrection(connection, [first!, "funding", "total", "initial_budget"], "208.00");
  await runModels(connection, { runAt: new Date("2031-05-06T07:08:09.123Z"), version: "1.0.0" });
  return connection;
}

async function readCsv(name: string, at = to): Promise<Record<string, string>[]> {
  return parse(await readFile(join(at, name)), { columns: true });
}

/** The public interface, column by column: programs and people outside depend on it. Columns are only added on the right. */
const INTERFACE: Record<string, string> = {
  documents: "document_id, path, sha256, bytes, format, encoding, forms, ingested_at",
  forms:
    "form_id, document_id, ordinal, first_line, last_line, fiscal_year, project_name, department, implementing_unit, " +
    "total_score, rating, expected_goal, actual_outcome, weights_sum_ok, scores_sum_ok, form_type",
  funding:
    "form_id, source, initial_budget, adjusted_budget, executed, weight, reported_execution_rate, reported_score, line",
  indicators: "form_id, seq, level1, level2, name, target, actual, weight, score, deviation_reason, line",
  indicator_values:
    "form_id, seq, operator, target_value, actual_value, unit, verdict, attainment, attained, rule_score",
  cell_flags: "form_id, record, seq, field, status, as_read, value, reason, line",
  findings:
    "finding_id, rule, severity, fiscal_year, form_id, implementing_unit, project_name, field, reported, expected, " +
    "amount, message, line",
  execution:
    "fiscal_year, department, implementing_unit, project_name, form_id, source, initial_budget, adjusted_budget, " +
    "executed, unexecuted, execution_rate, adjustment_rate",
};

it("the public tables begin with the columns that were promised", () => {
  expect(PUBLIC_TABLES.map(({ name }) => name)).toEqual(Object.keys(INTERFACE));
  for (const { name, columns } of PUBLIC_TABLES) {
    const promised = INTERFACE[name]!.split(", ");
    expect(columns.slice(0, promised.length), name).toEqual(promised);
  }
});

describe("a package of CSV", () => {
  let connection: DuckDBConnection;
  beforeEach(async () => {
    connection = await filledWarehouse();
  });

  it("holds the public tables, each with the public columns in their order", async () => {
    const summary = await exportPackage(connection, { to });
    expect((await readdir(to)).sort()).toEqual(
      [...PUBLIC_TABLES.map(({ name }) => `${name}.csv`), "datapackage.json"].sort(),
    );
    for (const { name, columns } of PUBLIC_TABLES) {
      const text = await readFile(join(to, `${name}.csv`), "utf8");
      expect(text.slice(0, text.indexOf("\n"))).toBe(columns.join(","));
    }
    expect(summary.tables.find(({ name }) => name === "indicators")).toEqual({
      name: "indicators",
      rows: 11,
      files: ["indicators.csv"],
    });
  });

  it("writes plain decimals with two places at least, nulls as nothing, times in UTC", async () => {
    await exportPackage(connection, { to });
    const funding = await readFile(join(to, "funding.csv"), "utf8");
    expect(funding.split("\n").slice(1)).toEqual([
      "0a1b2c3d4e5f-01,other_funds,0.00,0.00,0.00,,,,11",
      "0a1b2c3d4e5f-01,total,208.00,1465.28,132.912,10.00,80.00,8.00,10",
      "0a1b2c3d4e5f-02,total,0.50,,1000000.000001,10.00,80.00,8.00,10",
      "0a1b2c3d4e5f-03,total,-3.10,7.00,7.10,10.00,80.00,8.00,10",
      "0a1b2c3d4e5f-03,银行贷款,1.00,1.00,1.00,,,,11",
      "",
    ]);
    const documents = await readFile(join(to, "documents.csv"), "utf8");
    expect(documents).toContain(",1024,text,utf-8,3,2031-03-04T05:06:07Z\n");
    const execution = await readCsv("execution.csv");
    expect(execution.find(({ form_id }) => form_id!.endsWith("-02"))).toMatchObject({
      fiscal_year: "2030",
      adjusted_budget: "",
      executed: "1000000.000001",
      unexecuted: "",
      execution_rate: "",
    });
    expect(
      execution.find(({ form_id, source }) => form_id!.endsWith("-01") && source === "total"),
    ).toMatchObject({
      unexecuted: "1332.368",
      execution_rate: "9.070758",
      adjustment_rate: "604.461538",
    });
  });

  it("reads back as the warehouse has it", async () => {
    await exportPackage(connection, { to });
    const forms = await readCsv("forms.csv");
    expect(forms[1]!.project_name).toBe('含"引号"，逗号,和\r换行\n');
    for (const { name, columns } of PUBLIC_TABLES) {
      const exported = await readCsv(`${name}.csv`);
      const [held] = await rows(connection, `select count(*) as rows from mart.${name}`);
      expect(exported.length, name).toBe(Number(held!.rows));
      const texts = await rows(
        connection,
        `select ${columns.map((column) => `cast(${column} as varchar) as ${column}`).join(", ")} from mart.${name}`,
      );
      expect(exported.map(comparable).sort(), name).toEqual(texts.map(comparable).sort());
    }
  });

  it("sorts rows by their key, numbers by their value", async () => {
    await exportPackage(connection, { to });
    const flags = await readCsv("cell_flags.csv");
    expect(flags.map(({ record, seq }) => `${record} ${seq}`)).toEqual([
      "form ",
      "funding total",
      "indicator 2",
      "indicator 9",
      "indicator 10",
    ]);
    const indicators = await readCsv("indicators.csv");
    expect(indicators.map(({ seq }) => Number(seq))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it("is UTF-8 without a byte order mark, and its lines end in \\n", async () => {
    await exportPackage(connection, { to });
    for (const name of await readdir(to)) {
      const bytes = await readFile(join(to, name));
      expect(bytes.subarray(0, 3)).not.toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
      expect(bytes.includes("\r\n"), name).toBe(false);
      expect(bytes.at(-1)).toBe(0x0a);
    }
  });

  it("is written the same from a read-only warehouse", async () => {
    const path = join(folder, "warehouse.duckdb");
    const writer = await filledWarehouse(path);
    await writer.run("checkpoint");
    writer.closeSync();
    const reader = await connect(path, { access_mode: "READ_ONLY" });
    await exportPackage(reader, { to: join(folder, "a") });
    reader.closeSync();
    await exportPackage(connection, { to });
    for (const name of await readdir(to)) {
      expect(await readFile(join(folder, "a", name), "utf8"), name).toBe(
        await readFile(join(to, name), "utf8"),
      );
    }
  });
});

/** A row as one text, with the freedoms of writing taken out: idle zeros, T and Z of times. */
function comparable(row: Record<string, unknown>): string {
  return Object.values(row)
    .map((value) => String(value ?? "").replace(/^(\d{4}-\d\d-\d\d)T(.*)Z$/, "$1 $2"))
    .map((value) => (/^-?\d+\.\d+$/.test(value) ? value.replace(/0+$/, "") : value))
    .join("\u0001");
}

describe("datapackage.json", () => {
  it("describes every file: types, keys, references and meanings", async () => {
    const connection = await filledWarehouse();
    await exportPackage(connection, { to });
    const described = JSON.parse(await readFile(join(to, "datapackage.json"), "utf8"));
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
      const exported = await readCsv(resource.path);
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
        const theirs = await readCsv(resources.get(reference.resource)!.path);
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
    expect((await readCsv("indicator_values.csv"))[2]).toMatchObject({
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

describe("a package of Parquet", () => {
  it("is cut by fiscal year and reads back with types", async () => {
    const connection = await filledWarehouse();
    const { tables } = await exportPackage(connection, { to, format: "parquet" });
    expect(tables.find(({ name }) => name === "funding")).toEqual({
      name: "funding",
      rows: 5,
      files: ["2030", "2031", "__HIVE_DEFAULT_PARTITION__"].map(
        (year) => `funding/fiscal_year=${year}/funding.parquet`,
      ),
    });
    for (const { name, columns } of PUBLIC_TABLES) {
      const glob = name === "documents" ? "documents.parquet" : `${name}/*/*.parquet`;
      const options = "hive_partitioning = true, hive_types = {'fiscal_year': integer}";
      const source = `read_parquet('${join(to, glob)}'${name === "documents" ? "" : `, ${options}`})`;
      const picked = columns.join(", ");
      expect(await rows(connection, `select ${picked} from ${source} order by all`), name).toEqual(
        await rows(connection, `select ${picked} from mart.${name} order by all`),
      );
    }
    const [type] = await rows(
      connection,
      `select typeof(executed) as type from read_parquet('${join(to, "funding/fiscal_year=2031/funding.parquet")}')`,
    );
    expect(type).toEqual({ type: "DECIMAL(24,6)" });
    const described = JSON.parse(await readFile(join(to, "datapackage.json"), "utf8"));
    expect(described.profile).toBe("data-package");
    for (const { path } of described.resources as { path: string[] }[]) {
      for (const file of path)
        expect((await readFile(join(to, file))).subarray(0, 4).toString()).toBe("PAR1");
    }
  });

  it("drops years that are gone", async () => {
    const connection = await filledWarehouse();
    await exportPackage(connection, { to, format: "parquet" });
    await connection.run("update raw.forms set fiscal_year = 2032");
    await runModels(connection);
    await exportPackage(connection, { to, format: "parquet" });
    expect(await readdir(join(to, "forms"))).toEqual(["fiscal_year=2032"]);
  });
});

describe("the folder", () => {
  it("keeps what is not the package's, and holds the new package whole", async () => {
    const connection = await filledWarehouse();
    await mkdir(to);
    await writeFile(join(to, "说明.docx"), "mine");
    await writeFile(join(to, "forms.csv"), "old");
    await exportPackage(connection, { to });
    expect(await readFile(join(to, "说明.docx"), "utf8")).toBe("mine");
    expect(await readCsv("forms.csv")).toHaveLength(3);
    expect(await readdir(folder)).toEqual(["包"]);
  });

  it("is made with the folders above it", async () => {
    const connection = await filledWarehouse();
    const deep = join(to, "甲", "it's");
    await exportPackage(connection, { to: deep });
    expect(await readdir(deep)).toContain("datapackage.json");
  });

  it("is untouched when writing fails", async () => {
    const connection = await filledWarehouse();
    await connection.run("alter table mart.execution drop column adjustment_rate");
    await mkdir(to);
    await writeFile(join(to, "forms.csv"), "old");
    await expect(exportPackage(connection, { to })).rejects.toThrow(
      "mart.execution 表没有 adjustment_rate 列",
    );

    const closed = await filledWarehouse();
    await closed.run("set enable_external_access = false");
    await expect(exportPackage(closed, { to })).rejects.toThrow(PipelineError);
    await expect(exportPackage(closed, { to: join(folder, "新") })).rejects.toThrow("导出 documents 表失败");
    expect(await readdir(folder)).toEqual(["包"]);
    expect(await readdir(to)).toEqual(["forms.csv"]);
    expect(await readFile(join(to, "forms.csv"), "utf8")).toBe("old");
  });

  it("may not be a file, nor lie in one", async () => {
    const connection = await filledWarehouse();
    await writeFile(to, "a file");
    await expect(exportPackage(connection, { to })).rejects.toThrow("不是文件夹");
    await expect(exportPackage(connection, { to: join(to, "下级") })).rejects.toThrow("不是文件夹");
    expect(await readFile(to, "utf8")).toBe("a file");
  });
});

it("a warehouse without marts cannot be exported, and the message says what to run", async () => {
  const error = await exportPackage(await emptyWarehouse(), { to }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(PipelineError);
  expect(String(error)).toContain("没有 mart.documents 表");
  expect((error as PipelineError).advice).toContain("npx jixiao run");
  expect(await readdir(dirname(to))).toEqual([]);
});
