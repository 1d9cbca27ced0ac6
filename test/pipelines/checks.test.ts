import type { DuckDBConnection } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import { readModels } from "../../pipelines/models.ts";
import { PIPELINES_FOLDER, runModels } from "../../pipelines/transform.ts";
import { type Change, SECOND, THIRD, TOTAL } from "./check-cases/case.ts";
import { CREDIBILITY_CASES } from "./check-cases/credibility.ts";
import { DATE_CASES } from "./check-cases/dates.ts";
import { FUNDING_CASES } from "./check-cases/funding.ts";
import { SCORE_CASES } from "./check-cases/scores.ts";
import { testRule } from "./rule-cases.ts";
import { addFlag, addForms, emptyWarehouse, row, rows } from "./warehouse.ts";

const CASES = [...FUNDING_CASES, ...DATE_CASES, ...SCORE_CASES, ...CREDIBILITY_CASES];

let connection: DuckDBConnection;
const documents = new Map<string, string>();

/** Adds a form that no rule objects to, in a document of its own, and changes it. */
async function addForm(name: string, changes: readonly Change[]): Promise<string> {
  const document = documents.size.toString(16).padStart(12, "0");
  const [id] = (await addForms(connection, [
    {
      document,
      // A name of its own: the same project in two documents would count once.
      project: `活动经费${documents.size}`,
      totalScore: "99.53",
      funding: {
        total: ["100", "100", "95.25"],
        current_year_appropriation: ["60", "60", "58.25"],
        other_funds: ["40", "40", "37"],
      },
      indicators: [
        ["50", "50"],
        ["30", "30"],
        ["10", "10"],
      ],
    },
  ])) as [string];
  const printed: Change[] = [
    ["funding", "reported_execution_rate = 95.25, reported_score = 9.53", TOTAL],
    ["indicators", "level1 = '效益指标', level2 = '社会效益指标'", SECOND],
    ["indicators", "name = '参加者满意度', level1 = '满意度指标', level2 = '服务对象满意度指标'", THIRD],
  ];
  for (const [table, assignment, where = "true"] of [...printed, ...changes])
    await connection.run(`update raw.${table} set ${assignment} where form_id = '${id}' and ${where}`);
  documents.set(name, id);
  return id;
}

beforeAll(async () => {
  connection = await emptyWarehouse();
  await addForm("sound", []);
  for (const { rule, what, caught, left, cell } of CASES) {
    await addForm(`${rule} ${what}: caught`, caught);
    await addForm(`${rule} ${what}: left`, left);
    for (const status of ["uncertain", "repaired"]) {
      const id = await addForm(`${rule} ${what}: ${status}`, caught);
      await addFlag(connection, [id, ...cell], status);
    }
  }
  await runModels(connection);
});

/** The findings of one rule about one of the forms above. */
async function findingsOf(rule: string, name: string) {
  return rows(
    connection,
    `select * from mart.findings where rule = '${rule}' and form_id = '${documents.get(name)}'`,
  );
}

it("a sound form gives no finding", async () => {
  const id = documents.get("sound");
  expect(await rows(connection, `select * from mart.findings where form_id = '${id}'`)).toEqual([]);
});

describe.each(CASES)("$rule, $what", ({ rule, what, at: [seq, field], severity, says }) => {
  testRule(
    severity,
    (scenario) => findingsOf(rule, `${rule} ${what}: ${scenario}`),
    (finding) => {
      expect(finding).toMatchObject({ seq, field });
      expect(finding.message).toMatch(says);
      expect(finding.finding_id).toBe(`${rule}:${finding.form_id}:${seq}:${field}`);
    },
  );
});

describe("every rule", () => {
  it("has a case here, a name, and its findings in the mart", async () => {
    const files = (await readModels(PIPELINES_FOLDER)).filter(({ schema }) => schema === "checks");
    const ids = files.map(({ name }) => name.split("_")[0]!.toUpperCase()).sort();
    expect([...new Set(CASES.map(({ rule }) => rule))].sort()).toEqual(ids);
    for (const rule of ids) {
      const sql = `
        select findings, count(form_id) as counted from mart.rules left join mart.findings using (rule)
        where rule = '${rule}' group by findings`;
      const counts = await row(connection, sql);
      expect(counts.findings, rule).toBe(counts.counted);
      expect(Number(counts.findings), rule).toBeGreaterThan(0);
    }
  });

  it("has columns of the same names and types, so that they can be put together", async () => {
    const shapes = await rows(
      connection,
      `select table_name, string_agg(column_name || ' ' || data_type, ', ' order by column_index) as shape
       from duckdb_columns() where schema_name = 'checks' group by table_name`,
    );
    expect(new Set(shapes.map(({ shape }) => shape)).size).toBe(1);
    expect(shapes[0]!.shape).toMatch(
      /^form_id VARCHAR, seq VARCHAR, field VARCHAR, severity VARCHAR, reported VARCHAR/,
    );
  });

  it("takes its limits from the list of thresholds, which names a source for each", async () => {
    const sql = (await readModels(PIPELINES_FOLDER)).map((model) => model.sql).join("\n");
    const thresholds = await rows(connection, "select name, source from staging.stg_thresholds");
    for (const { name, source } of thresholds) {
      expect(sql.split(`name = '${name}'`).length, String(name)).toBeGreaterThan(1);
      expect(source).toMatch(/\p{Script=Han}/u);
    }
    const used = [...sql.matchAll(/name = '([a-z_]+)'/g)].map(([, name]) => name!);
    expect(thresholds.map(({ name }) => name)).toEqual(expect.arrayContaining([...new Set(used)]));
  });
});

describe("figures that make no sense", () => {
  it("give findings, not failures", async () => {
    const strange = await emptyWarehouse();
    const huge = "999999999999999999.999999";
    await addForms(strange, [
      { funding: { total: [huge, "0.000001", huge], other_funds: [`-${huge}`, huge, `-${huge}`] } },
      { funding: { total: ["0", "0", "0"] }, indicators: [["0", "0"]] },
      { funding: {}, indicators: [[null, null]] },
      { year: 202, totalScore: "999999", indicators: [["999999", "-999999"]] },
    ]);
    await strange.run("update raw.funding set reported_execution_rate = 999999, reported_score = 999999");
    await strange.run("update raw.indicators set target = '≥0.000001元', actual = '9999999999999999亿元'");
    await runModels(strange);
    const { n } = await row(strange, "select count(*) as n from mart.findings");
    expect(Number(n)).toBeGreaterThan(0);
  });
});
