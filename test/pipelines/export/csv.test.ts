import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { beforeEach, describe, expect, it } from "vitest";
import { exportPackage } from "../../../pipelines/export/package.ts";
import { PUBLIC_TABLES } from "../../../pipelines/export/tables.ts";
import { connect, rows } from "../warehouse.ts";
import { exportFolder, filledWarehouse, readCsv } from "./package.ts";

const paths = exportFolder();

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
    const summary = await exportPackage(connection, { to: paths.to });
    expect((await readdir(paths.to)).sort()).toEqual(
      [...PUBLIC_TABLES.map(({ name }) => `${name}.csv`), "datapackage.json"].sort(),
    );
    for (const { name, columns } of PUBLIC_TABLES) {
      const text = await readFile(join(paths.to, `${name}.csv`), "utf8");
      expect(text.slice(0, text.indexOf("\n"))).toBe(columns.join(","));
    }
    expect(summary.tables.find(({ name }) => name === "indicators")).toEqual({
      name: "indicators",
      rows: 11,
      files: ["indicators.csv"],
    });
  });

  it("writes plain decimals with two places at least, nulls as nothing, times in UTC", async () => {
    await exportPackage(connection, { to: paths.to });
    const funding = await readFile(join(paths.to, "funding.csv"), "utf8");
    expect(funding.split("\n").slice(1)).toEqual([
      "0a1b2c3d4e5f-01,other_funds,0.00,0.00,0.00,,,,11",
      "0a1b2c3d4e5f-01,total,208.00,1465.28,132.912,10.00,80.00,8.00,10",
      "0a1b2c3d4e5f-02,total,0.50,,1000000.000001,10.00,80.00,8.00,10",
      "0a1b2c3d4e5f-03,total,-3.10,7.00,7.10,10.00,80.00,8.00,10",
      "0a1b2c3d4e5f-03,银行贷款,1.00,1.00,1.00,,,,11",
      "",
    ]);
    const documents = await readFile(join(paths.to, "documents.csv"), "utf8");
    expect(documents).toContain(",1024,text,utf-8,3,2031-03-04T05:06:07Z\n");
    const execution = await readCsv(join(paths.to, "execution.csv"));
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
    await exportPackage(connection, { to: paths.to });
    const forms = await readCsv(join(paths.to, "forms.csv"));
    expect(forms[1]!.project_name).toBe('含"引号"，逗号,和\r换行\n');
    for (const { name, columns } of PUBLIC_TABLES) {
      const exported = await readCsv(join(paths.to, `${name}.csv`));
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
    await exportPackage(connection, { to: paths.to });
    const flags = await readCsv(join(paths.to, "cell_flags.csv"));
    expect(flags.map(({ record, seq }) => `${record} ${seq}`)).toEqual([
      "form ",
      "funding total",
      "indicator 2",
      "indicator 9",
      "indicator 10",
    ]);
    const indicators = await readCsv(join(paths.to, "indicators.csv"));
    expect(indicators.map(({ seq }) => Number(seq))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it("is UTF-8 without a byte order mark, and its lines end in \\n", async () => {
    await exportPackage(connection, { to: paths.to });
    for (const name of await readdir(paths.to)) {
      const bytes = await readFile(join(paths.to, name));
      expect(bytes.subarray(0, 3)).not.toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
      expect(bytes.includes("\r\n"), name).toBe(false);
      expect(bytes.at(-1)).toBe(0x0a);
    }
  });

  it("is written the same from a read-only warehouse", async () => {
    const path = join(paths.folder, "warehouse.duckdb");
    const writer = await filledWarehouse(path);
    await writer.run("checkpoint");
    writer.closeSync();
    const reader = await connect(path, { access_mode: "READ_ONLY" });
    await exportPackage(reader, { to: join(paths.folder, "a") });
    reader.closeSync();
    await exportPackage(connection, { to: paths.to });
    for (const name of await readdir(paths.to)) {
      expect(await readFile(join(paths.folder, "a", name), "utf8"), name).toBe(
        await readFile(join(paths.to, name), "utf8"),
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
