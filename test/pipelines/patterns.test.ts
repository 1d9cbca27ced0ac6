import type { DuckDBConnection } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import { readModels } from "../../pipelines/models.ts";
import { PIPELINES_FOLDER, runModels } from "../../pipelines/transform.ts";
import { CASES, type Form } from "./pattern-cases.ts";
import { testRule } from "./rule-cases.ts";
import { addFlag, addForms, emptyWarehouse, row, rows } from "./warehouse.ts";

/** Years from the first of one group to that of the next: no group is compared with another. */
const APART = 10;

let connection: DuckDBConnection;
const groups = new Map<string, number>();

/** Adds forms in years of their own; their texts are their own, too, where a rule compares texts of any year. */
async function addGroup(name: string, forms: readonly Form[]): Promise<string[]> {
  const first = 3000 + APART * groups.size;
  const document = groups.size.toString(16).padStart(12, "0");
  groups.set(name, first);
  const ids = await addForms(
    connection,
    forms.map(
      ({
        year = 0,
        file,
        unit = "本级",
        project = "活动经费",
        totalScore,
        total,
        otherFunds,
        carryOver,
      }) => ({
        document: file ? `${file}${document.slice(1)}` : document,
        year: first + year,
        unit: `云溪市甲局${unit} ${document}`,
        project,
        totalScore,
        funding: {
          total: total ?? ["100", "100", "95"],
          ...(otherFunds && { other_funds: otherFunds }),
          ...(carryOver && { carry_over: carryOver }),
        },
        indicators: [
          ["50", "50"],
          ["40", "40"],
        ],
      }),
    ),
  );
  for (const [at, { rating, outcome, indicator = {}, more = [] }] of forms.entries()) {
    const id = ids[at]!;
    for (const [place, texts] of more.entries()) {
      const cells = ["产出指标", "数量指标", ...texts].map((text) => `'${text}'`).join(", ");
      const seq = 3 + place;
      await connection.run(
        `insert into raw.indicators by name
         select * from (values ('${id}', ${seq}, ${cells}, 0, 0, ${20 + seq}, ${20 + seq}))
           as row (form_id, seq, level1, level2, name, target, actual, weight, score, line, last_line)`,
      );
    }
    if (rating) await connection.run(`update raw.forms set rating = '${rating}' where form_id = '${id}'`);
    if (outcome) {
      await connection.run(
        `update raw.forms set actual_outcome = '${document}${outcome}', actual_outcome_line = 12 where form_id = '${id}'`,
      );
    }
    for (const [column, value] of Object.entries(indicator)) {
      await connection.run(
        `update raw.indicators set ${column} = '${value}' where form_id = '${id}' and seq = 1`,
      );
    }
  }
  return ids;
}

beforeAll(async () => {
  connection = await emptyWarehouse();
  for (const { rule, what, caught, left, cell } of CASES) {
    await addGroup(`${rule} ${what}: caught`, caught);
    await addGroup(`${rule} ${what}: left`, left);
    for (const status of ["uncertain", "repaired"]) {
      const ids = await addGroup(`${rule} ${what}: ${status}`, caught);
      const [form, ...place] = cell;
      await addFlag(connection, [ids[form]!, ...place], status);
    }
  }
  await connection.run("update raw.indicators set name = null where seq = 2");
  await runModels(connection);
});

/** The findings of one rule about one of the groups above; `year` counts from the group's first. */
async function findingsOf(rule: string, name: string) {
  const first = groups.get(name)!;
  return rows(
    connection,
    `select *, fiscal_year - ${first} as year from mart.findings
     where rule = '${rule}' and fiscal_year >= ${first} and fiscal_year < ${first + APART}`,
  );
}

describe.each(CASES)("$rule, $what", ({ rule, what, severity, says, year = 0, ofForm }) => {
  testRule(
    severity,
    (scenario) => findingsOf(rule, `${rule} ${what}: ${scenario}`),
    (finding) => {
      expect(finding.year).toBe(year);
      expect(finding.message).toMatch(says);
      expect(finding.form_id !== null).toBe(ofForm);
      expect(finding.line !== null).toBe(ofForm);
      expect(String(finding.finding_id)).toMatch(new RegExp(`^${rule}:\\d{4}:.+:${finding.field}$`));
    },
  );
});

describe("every rule that compares forms", () => {
  it("has a case here, a name, and its findings in the mart", async () => {
    const files = (await readModels(PIPELINES_FOLDER)).filter(({ schema }) => schema === "patterns");
    const ids = files.map(({ name }) => name.split("_")[0]!.toUpperCase()).sort();
    expect([...new Set(CASES.map(({ rule }) => rule))].sort()).toEqual(ids);
    for (const rule of ids) {
      const sql = `
        select findings, count(finding_id) as counted from mart.rules left join mart.findings using (rule)
        where rule = '${rule}' group by findings`;
      const counts = await row(connection, sql);
      expect(counts.findings, rule).toBe(counts.counted);
      expect(Number(counts.findings), rule).toBeGreaterThan(0);
    }
  });

  it("has columns of the same names and types, so that they can be put together", async () => {
    const shapes = await rows(
      connection,
      `select string_agg(column_name || ' ' || data_type, ', ' order by column_index) as shape
       from duckdb_columns() where schema_name = 'patterns' group by table_name`,
    );
    expect(new Set(shapes.map(({ shape }) => shape)).size).toBe(1);
  });

  it("says so where a year, a unit or a project is not known, and fails nothing", async () => {
    const unnamed = await emptyWarehouse();
    await addForms(
      unnamed,
      Array.from({ length: 6 }, () => ({
        ...{ year: null, unit: null, project: null },
        funding: { total: ["0", "100", "10"], other_funds: ["0", "100", "10"] } as const,
        indicators: [["50", "50"]] as const,
      })),
    );
    await runModels(unnamed);
    const found = await rows(unnamed, "select finding_id, message from mart.findings where form_id is null");
    expect(found.length).toBeGreaterThan(1);
    expect(found.every(({ message }) => typeof message === "string")).toBe(true);
  });
});
