import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defineSharedFunctions } from "../../pipelines/shared-functions.ts";
import { runModels } from "../../pipelines/transform.ts";
import { addFlag, addForms, emptyWarehouse, type MadeForm, row, rows } from "./warehouse.ts";

async function computed(forms: MadeForm[]) {
  const connection = await emptyWarehouse();
  const ids = await addForms(connection, forms);
  await runModels(connection);
  return { connection, ids };
}

describe("rates", () => {
  it("are ratios of sums, not means of rates", async () => {
    const { connection } = await computed([
      { funding: { total: ["0", "1", "1"] } },
      { funding: { total: ["0", "999", "0"] } },
    ]);
    const year = await row(connection, "select * from mart.year_execution");
    expect(year.execution_rate).toBe("0.100000");
    expect(year).toMatchObject({ forms: "2", adjusted_budget: "1000.000000", executed: "1.000000" });
  });

  it("over nothing are null, in every mart", async () => {
    const { connection } = await computed([{ funding: { total: ["0", "0", "0"] } }]);
    for (const mart of ["execution", "year_execution", "unit_execution", "department_execution"]) {
      const measured = await row(connection, `select * from mart.${mart}`);
      expect(measured, mart).toMatchObject({
        execution_rate: null,
        share_of_budget: null,
        share_of_unexecuted: null,
        unexecuted: "0.000000",
      });
    }
  });

  it("leave out forms that state only one of the two amounts", async () => {
    const { connection } = await computed([
      { funding: { total: ["100", "100", "80"] } },
      { funding: { total: ["50", null, "50"] } },
      { funding: { total: ["40", "40", null] } },
    ]);
    const year = await row(connection, "select * from mart.year_execution");
    expect(year).toMatchObject({
      forms: "2",
      initial_budget: "190.000000",
      adjusted_budget: "140.000000",
      executed: "130.000000",
      unexecuted: "20.000000",
      execution_rate: "80.000000",
    });
  });

  it("of adjustment compare with the initial budget; money added in mid-year has none", async () => {
    const { connection } = await computed([
      { funding: { total: ["80", "100", "90"] } },
      { funding: { total: ["0", "100", "90"] } },
    ]);
    const rates = await rows(connection, "select adjustment_rate from mart.execution order by form_id");
    expect(rates).toEqual([{ adjustment_rate: "25.000000" }, { adjustment_rate: null }]);
  });

  it("survive amounts that make no sense", async () => {
    const { connection } = await computed([
      { funding: { total: ["0", "0.000001", "999999999999999999.999999"] } },
    ]);
    const { execution_rate } = await row(connection, "select execution_rate from mart.execution");
    expect(Number(execution_rate) / 1e26).toBeCloseTo(1, 12);
  });

  it("are exact where a double is not: the sixth decimal of a rate that lies between two", async () => {
    const { connection } = await computed([
      { funding: { total: ["0", "8", "0.000157"] } },
      { funding: { total: ["0", "8", "-0.000163"] } },
      { funding: { total: ["0", "600000000000.000001", "400000000000.000001"] } },
    ]);
    const rates = await rows(connection, "select execution_rate from mart.execution order by form_id");
    expect(rates.map(({ execution_rate }) => execution_rate)).toEqual(["0.001963", "-0.002038", "66.666667"]);
  });

  it("of a part in a whole agree with fractions of whole numbers", async () => {
    const connection = await emptyWarehouse();
    await defineSharedFunctions(connection);
    const small = fc.bigInt(-(10n ** 6n), 10n ** 6n);
    const large = fc.bigInt(10n ** 15n, 10n ** 18n);
    const amount = fc.oneof(small, large);
    await fc.assert(
      fc.asyncProperty(amount, amount, async (part, whole) => {
        // Up to a thousand million percent, as the function promises.
        fc.pre(part < 10n ** 7n * (whole < 0n ? -whole : whole));
        const sql = `select percent(${part} * 0.000001::decimal(7, 6), ${whole} * 0.000001::decimal(7, 6)) as rate`;
        const { rate } = await row(connection, sql);
        expect(rate === null ? null : BigInt(String(rate).replace(".", ""))).toBe(
          roundedMillionths(part, whole),
        );
      }),
    );
  });
});

/** Millionths of a percent, rounded half away from zero. */
function roundedMillionths(part: bigint, whole: bigint): bigint | null {
  if (whole === 0n) return null;
  const size = (n: bigint) => (n < 0n ? -n : n);
  const rounded = (200000000n * size(part) + size(whole)) / (2n * size(whole));
  return part < 0n !== whole < 0n ? -rounded : rounded;
}

describe("sums", () => {
  it("of amounts that binary fractions cannot hold are exact", async () => {
    const tenth = { funding: { total: ["0", "0.1", "0.7"] } } as const;
    const { connection } = await computed(Array.from({ length: 30 }, () => tenth));
    expect(
      await row(connection, "select adjusted_budget, executed, unexecuted from mart.year_execution"),
    ).toEqual({
      adjusted_budget: "3.000000",
      executed: "21.000000",
      unexecuted: "-18.000000",
    });
  });

  it("and all else that a mart holds are decimals, never floating point", async () => {
    const { connection } = await computed([]);
    const columns = await rows(
      connection,
      "select table_name, column_name, data_type from duckdb_columns() where schema_name in ('core', 'mart')",
    );
    expect(columns.filter(({ data_type }) => /DOUBLE|FLOAT|REAL/.test(String(data_type)))).toEqual([]);
    expect(columns.some(({ data_type }) => /^DECIMAL/.test(String(data_type)))).toBe(true);
  });
});

describe("shares", () => {
  it("are of the year's total rows, in each mart", async () => {
    const { connection } = await computed([
      { unit: "云溪市甲局本级", funding: { total: ["0", "300", "300"], other_funds: ["0", "100", "100"] } },
      { unit: "云溪市甲局一所", funding: { total: ["0", "100", "20"], other_funds: ["0", "80", "10"] } },
      { year: 2030, funding: { total: ["0", "5000", "0"] } },
    ]);
    const shares = await rows(
      connection,
      `select implementing_unit, source, share_of_budget, share_of_unexecuted from mart.unit_execution
       where fiscal_year = 2031 order by implementing_unit, source`,
    );
    expect(shares).toEqual([
      {
        implementing_unit: "云溪市甲局一所",
        source: "other_funds",
        share_of_budget: "20.000000",
        share_of_unexecuted: "87.500000",
      },
      {
        implementing_unit: "云溪市甲局一所",
        source: "total",
        share_of_budget: "25.000000",
        share_of_unexecuted: "100.000000",
      },
      {
        implementing_unit: "云溪市甲局本级",
        source: "other_funds",
        share_of_budget: "25.000000",
        share_of_unexecuted: "0.000000",
      },
      {
        implementing_unit: "云溪市甲局本级",
        source: "total",
        share_of_budget: "75.000000",
        share_of_unexecuted: "0.000000",
      },
    ]);
    const byForm = await rows(
      connection,
      "select share_of_budget from mart.execution where fiscal_year = 2031 and source = 'total' order by form_id",
    );
    expect(byForm).toEqual([{ share_of_budget: "75.000000" }, { share_of_budget: "25.000000" }]);
  });
});

describe("grouping", () => {
  it("keeps forms of other types out of the sums, and tells them apart by form", async () => {
    const { connection } = await computed([
      { funding: { total: ["10", "10", "5"] } },
      { formType: "overall", project: null, funding: { total: ["1000", "1000", "990"] } },
      { formType: "transfer", funding: { total: ["200", "200", "200"] } },
    ]);
    for (const mart of ["year_execution", "department_execution", "unit_execution", "project_execution"]) {
      expect(await rows(connection, `select forms, adjusted_budget from mart.${mart}`), mart).toEqual([
        { forms: "1", adjusted_budget: "10.000000" },
      ]);
    }
    const byForm = await rows(
      connection,
      "select form_type, share_of_budget from mart.execution order by form_id",
    );
    expect(byForm.map(({ form_type }) => form_type)).toEqual(["project", "overall", "transfer"]);
    expect(byForm.map(({ share_of_budget }) => share_of_budget)).toEqual(Array(3).fill("100.000000"));
  });

  it("keeps sources with labels of their own", async () => {
    const { connection } = await computed([
      { funding: { total: ["0", "30", "20"], 银行贷款: ["0", "30", "20"] } },
      { funding: { total: ["0", "10", "10"], 银行贷款: ["0", "10", "10"] } },
    ]);
    const loans = await row(connection, "select * from mart.year_execution where source = '银行贷款'");
    expect(loans).toMatchObject({ forms: "2", adjusted_budget: "40.000000", execution_rate: "75.000000" });
  });

  it("counts the units of a project that several units run, and of a department", async () => {
    const { connection } = await computed([
      { unit: "云溪市甲局本级", funding: { total: ["0", "1", "1"] } },
      { unit: "云溪市甲局一所", funding: { total: ["0", "1", "1"] } },
      { unit: "云溪市甲局二所", funding: { total: ["0", null, "1"] } },
    ]);
    for (const mart of ["project_execution", "department_execution"]) {
      expect(await row(connection, `select * from mart.${mart}`)).toMatchObject({ forms: "2", units: "2" });
    }
  });

  it("counts apart the forms and units that have money of a source", async () => {
    const { connection } = await computed([
      { unit: "云溪市甲局本级", funding: { total: ["5", "5", "5"], other_funds: ["0.00", "0.00", "0.00"] } },
      { unit: "云溪市甲局本级", funding: { total: ["5", "5", "5"], other_funds: ["0", "0.01", "0"] } },
      { unit: "云溪市甲局一所", funding: { total: ["5", "0", "0"], other_funds: ["5", "0", null] } },
      { unit: "云溪市甲局二所", funding: { total: ["0", "0", "0"], other_funds: [null, null, null] } },
    ]);
    const counts = { forms: "3", funded_forms: "2", funded_units: "2" };
    for (const mart of ["project_execution", "department_execution", "year_execution"]) {
      const funds = await row(connection, `select * from mart.${mart} where source = 'other_funds'`);
      expect(funds, mart).toMatchObject(counts);
    }
    expect(
      await rows(
        connection,
        `select implementing_unit, funded_forms from mart.unit_execution where source = 'other_funds'
         order by funded_forms, implementing_unit`,
      ),
    ).toEqual([
      { implementing_unit: "云溪市甲局二所", funded_forms: "0" },
      { implementing_unit: "云溪市甲局一所", funded_forms: "1" },
      { implementing_unit: "云溪市甲局本级", funded_forms: "1" },
    ]);
  });

  it("puts forms without a year together, with shares of their own", async () => {
    const { connection } = await computed([
      { year: null, funding: { total: ["0", "10", "5"] } },
      { year: null, funding: { total: ["0", "30", "5"] } },
      { year: 2031, funding: { total: ["0", "40", "5"] } },
    ]);
    const undated = await row(connection, "select * from mart.year_execution where fiscal_year is null");
    expect(undated).toMatchObject({
      forms: "2",
      adjusted_budget: "40.000000",
      share_of_budget: "100.000000",
    });
  });
});

describe("doubt", () => {
  it("follows a flag that asks for a person, in an amount of that row", async () => {
    const connection = await emptyWarehouse();
    const funding = { total: ["0", "10", "5"], other_funds: ["0", "4", "1"] } as const;
    const [first, second, third] = await addForms(connection, [{ funding }, { funding }, { funding }]);
    await addFlag(connection, [first!, "funding", "other_funds", "executed"], "uncertain");
    await addFlag(connection, [second!, "funding", "other_funds", "executed"], "repaired");
    await addFlag(connection, [second!, "funding", "total", "reported_score"], "missing");
    await addFlag(connection, [third!, "form", "", "project_name"], "truncated");
    await runModels(connection);
    expect(await rows(connection, "select form_id, source from mart.execution where doubtful")).toEqual([
      { form_id: first, source: "other_funds" },
    ]);
    const years = await rows(
      connection,
      "select source, doubtful_forms from mart.year_execution order by source",
    );
    expect(years).toEqual([
      { source: "other_funds", doubtful_forms: "1" },
      { source: "total", doubtful_forms: "0" },
    ]);
    const forms = await rows(connection, "select flagged_cells from mart.forms order by form_id");
    expect(forms.map(({ flagged_cells }) => flagged_cells)).toEqual([1, 1, 1]);
  });

  it("of two flags on one cell shows the graver, with both reasons", async () => {
    const connection = await emptyWarehouse();
    const [id] = await addForms(connection, [{ funding: { total: ["0", "10", "5"] } }]);
    const cell = [id!, "funding", "total", "executed"] as const;
    await addFlag(connection, cell, "repaired", { reason: "数字断开", asRead: "3,900.7⇥2" });
    await addFlag(connection, cell, "missing", { reason: "没有读到", asRead: "", line: null });
    await runModels(connection);
    expect(await rows(connection, "select status, as_read, reason, line from mart.cell_flags")).toEqual([
      { status: "missing", as_read: "", reason: "没有读到；数字断开", line: null },
    ]);
  });
});
