/** What pages load in parts holds under the names that sums go by, and every part is there. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { beforeAll, describe, expect, test } from "vitest";
import { runModels } from "../../../pipelines/transform.ts";
import { cutTables } from "../../../src/components/cut-file.ts";
import { projectFile } from "../../../src/components/project-file.ts";
import { CUTS } from "../../../src/data/cuts/all.ts";
import { cutFiles } from "../../../src/data/cuts/cut.ts";
import { addForms, emptyWarehouse, rows } from "../../pipelines/warehouse.ts";

const UNIT = "云溪市人才服务中心";
const funding = { total: ["0", "100", "80"], other_funds: ["0", "20", "5"] } as const;
const made = { funding, indicators: [["90", "90"]] as const, ordinal: 1 };

let connection: DuckDBConnection;

beforeAll(async () => {
  connection = await emptyWarehouse();
  await addForms(connection, [
    { ...made, document: "1".repeat(12), year: 2031, department: "云溪市甲局(汇总)", unit: UNIT },
    {
      ...made,
      document: "2".repeat(12),
      year: 2032,
      department: "219001-云溪市甲局",
      unit: `219003-${UNIT}`,
    },
    {
      ...made,
      document: "3".repeat(12),
      year: 2032,
      department: null,
      unit: "云溪市乙中心",
      project: "另一项目𠮷",
    },
  ]);
  await runModels(connection);
});

const read = async (name: string, address: string) => {
  const cut = CUTS.find((one) => one.name === name)!;
  return cutTables((await cutFiles(connection, cut)).get(address) ?? {});
};

describe("cuts", () => {
  test("gather a unit's forms under one name, however it is spelled", async () => {
    const [unit] = await rows(
      connection,
      `select unit_no from mart.units where implementing_unit = '${UNIT}'`,
    );
    const tables = await read("unit", `unit/${unit!.unit_no}`);
    const forms = tables.rows<{ fiscal_year: number; implementing_unit: string }>("forms");
    expect(forms.map((form) => [form.fiscal_year, form.implementing_unit])).toEqual([
      [2032, UNIT],
      [2031, UNIT],
    ]);
  });

  test("have a file for every year and every department in it", async () => {
    const known = await rows(
      connection,
      "select fiscal_year || '/' || department_no as address from mart.departments",
    );
    const addresses = [...known.map((row) => String(row.address)), "2031/all", "2032/all"];
    expect(known).toHaveLength(2);
    const files = async (name: string) => {
      const written = await cutFiles(connection, CUTS.find((cut) => cut.name === name)!);
      return [...written.keys()].toSorted();
    };
    for (const name of ["overview", "units"]) {
      expect(await files(name), name).toEqual(addresses.toSorted());
    }
    const units = await rows(
      connection,
      "select distinct fiscal_year || '/unit-' || unit_no as address from mart.unit_years join mart.units using (implementing_unit)",
    );
    expect(units).toHaveLength(3);
    const withUnits = [...addresses, ...units.map((row) => String(row.address))].toSorted();
    for (const name of ["other-funds", "streaks", "projects", "scores", "indicators"])
      expect(await files(name), name).toEqual(withUnits);
  });

  test("put a project into the file that its name tells, also with characters outside the basic plane", async () => {
    const tables = await read("project", projectFile("另一项目𠮷")!.join("/"));
    expect(tables.rows<{ project_name: string }>("forms").map((form) => form.project_name)).toEqual([
      "另一项目𠮷",
    ]);
  });
});
