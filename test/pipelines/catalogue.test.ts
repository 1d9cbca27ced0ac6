/** One catalogue of units and projects across files and years, and one form a project. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import { runModels } from "../../pipelines/transform.ts";
import { addFlag, addForms, emptyWarehouse, type MadeForm, rows } from "./warehouse.ts";

const CENTRE = "云溪市人才服务中心";
const FUNDING = { total: ["0", "100", "80"] } as const;
const form = (document: string, made: MadeForm): MadeForm => ({
  document: document.repeat(12),
  ordinal: 1,
  unit: CENTRE,
  funding: FUNDING,
  indicators: [["90", "90"]],
  ...made,
});

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await emptyWarehouse();
  await addForms(connection, [
    form("1", { year: 2031, department: "云溪市甲局(汇总)" }),
    form("2", { year: 2032, department: "219001-云溪市甲局", unit: "219003-云溪市人才服务中心" }),
    form("3", { year: 2033, department: "云溪市 甲局", unit: "云溪市人服务中心" }),
    // Two schools, and a unit that may be the centre.
    form("4", { unit: "云溪市第一中学校", year: 2031 }),
    form("5", { unit: "云溪市第十一中学校", year: 2031 }),
    form("6", { unit: "云溪市人才报务中心", year: 2034, project: "培训经费补助" }),
    form("7", { unit: "云溪市人才报务中心", year: 2035, project: "培训经费补贴" }),
    // In one year, and as frequent: two units.
    form("c", { unit: "云溪市教育管理中心", department: "云溪市戊局", year: 2031 }),
    form("d", { unit: "云溪市体育管理中心", department: "云溪市戊局", year: 2031 }),
    // Neighbours that one word tells apart, each with a form of its own.
    ...[
      "云溪市红星第一小学",
      "云溪市红星第二小学",
      "云溪市岚桥镇政府",
      "云溪市岚桥街道政府",
      "云溪市和平小学校",
      "云溪市和平路小学校",
    ].map((unit, at) => form("e", { unit, ordinal: at + 1, project: "校舍维修" })),
    ...["绿化改造(一期)", "绿化改造(二期)", "2030年人才经费", "2031年人才经费"].map((project, at) =>
      form("e", { project, ordinal: at + 11, unit: "云溪市红星第一小学" }),
    ),
    // 站 may be lost, but both file the same project in one file.
    form("f", { unit: "云溪市水务服务管理", ordinal: 1, department: "云溪市己局" }),
    form("f", { unit: "云溪市水务服务站管理", ordinal: 2, department: "云溪市己局" }),
    // One project in two files, the better reading in the first; another of the same name and other money.
    form("8", { unit: "云溪市乙中心", funding: { total: ["0", "50", "30"] } }),
    form("9", { unit: "云溪市乙中心", funding: { total: ["0", "50", "31"] } }),
    form("a", { unit: "云溪市丙中心", funding: { total: ["0", "50", "30"] } }),
    form("b", { unit: "云溪市丙中心", funding: { total: ["0", "60", "40"] } }),
  ]);
  await addFlag(connection, ["999999999999-01", "funding", "total", "executed"], "uncertain");
  await connection.run("update raw.indicators set name = '另一指标' where form_id = 'bbbbbbbbbbbb-01'");
  await runModels(connection);
});

describe("spellings of one unit", () => {
  it("meet in one name, with the reason", async () => {
    const spellings = await rows(
      connection,
      `select printed, reason from mart.name_spellings where name = '${CENTRE}' order by printed`,
    );
    expect(spellings).toEqual([
      { printed: "219003-云溪市人才服务中心", reason: "code" },
      { printed: CENTRE, reason: "same" },
      { printed: "云溪市人服务中心", reason: "lost_character" },
    ]);
  });

  it("are added up over the years", async () => {
    const years = await rows(
      connection,
      `select fiscal_year, years_present from mart.unit_years
       where implementing_unit = '${CENTRE}' and source = 'total' order by fiscal_year`,
    );
    expect(years.map(({ fiscal_year, years_present }) => [fiscal_year, years_present])).toEqual([
      [2031, "1"],
      [2032, "2"],
      [2033, "3"],
    ]);
    expect(
      await rows(connection, "select name, first_year, last_year from mart.names where name = '云溪市甲局'"),
    ).toEqual([{ name: "云溪市甲局", first_year: 2031, last_year: 2035 }]);
  });

  it("stay as printed in the forms themselves", async () => {
    expect(
      await rows(
        connection,
        "select implementing_unit, unit_name from mart.forms where form_id = '333333333333-01'",
      ),
    ).toEqual([{ implementing_unit: "云溪市人服务中心", unit_name: CENTRE }]);
  });
});

describe("names that are only similar", () => {
  it("are proposed to a person, not merged", async () => {
    const similar = await rows(
      connection,
      "select kind, name, similar_name, distance from mart.similar_names",
    );
    expect(similar).toContainEqual({
      ...{ kind: "unit", name: CENTRE, similar_name: "云溪市人才报务中心", distance: 1 },
    });
    expect(similar).toContainEqual({
      ...{ kind: "project", name: "培训经费补助", similar_name: "培训经费补贴", distance: 1 },
    });
    // 乙中心 and 丙中心 are neighbours.
    expect(similar.filter(({ name }) => String(name).endsWith("丙中心"))).toEqual([]);
    expect(similar.filter(({ name }) => String(name).includes("育"))).toEqual([]);
    const names = await rows(connection, "select name from mart.names where name like '%中学%' order by 1");
    expect(names).toHaveLength(2);
  });
});

describe("neighbours", () => {
  it("of one name but for the word that tells them apart are neither merged nor taken for each other", async () => {
    const names = await rows(
      connection,
      `select printed, name from mart.name_spellings
       where printed <> name and (printed like '%小学%' or printed like '%政府' or kind = 'project' or printed like '%管理')`,
    );
    expect(names).toEqual([]);
    const similar = await rows(
      connection,
      "select name from mart.similar_names where name like '%小学%' or name like '%期)' or name like '%年人才经费'",
    );
    expect(similar).toEqual([]);
  });
});

describe("one project in two files", () => {
  it("counts once, by the better reading", async () => {
    expect(
      await rows(
        connection,
        "select form_id, kept_form_id, reason, executed, kept_executed from mart.superseded_forms",
      ),
    ).toEqual([
      {
        ...{ form_id: "999999999999-01", kept_form_id: "888888888888-01", reason: "flags" },
        ...{ executed: "31.000000", kept_executed: "30.000000" },
      },
    ]);
    const units = await rows(
      connection,
      "select implementing_unit, forms, executed from mart.unit_execution where implementing_unit like '%乙%'",
    );
    expect(units).toMatchObject([{ forms: "1", executed: "30.000000" }]);
  });

  it("stays readable as a form, and brings no findings of its own", async () => {
    expect(
      await rows(connection, "select form_id from mart.forms where superseded_by = '888888888888-01'"),
    ).toEqual([{ form_id: "999999999999-01" }]);
    expect(await rows(connection, "select * from mart.findings where form_id = '999999999999-01'")).toEqual(
      [],
    );
  });

  it("is two projects where neither money nor indicators agree", async () => {
    const units = await rows(
      connection,
      "select forms, executed from mart.unit_execution where implementing_unit = '云溪市丙中心'",
    );
    expect(units).toMatchObject([{ forms: "2", executed: "70.000000" }]);
  });
});
