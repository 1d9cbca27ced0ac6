import { expect, it } from "vitest";
import { runModels } from "../../pipelines/transform.ts";
import { emptyWarehouse, rows } from "./warehouse.ts";

/** Units that a comment must name; points, years and ratios go without saying. */
const NAMED_UNITS = ["万元", "%", "百分点"];

it("every measure is what the columns of its name hold, in each mart, under the same name and unit", async () => {
  const connection = await emptyWarehouse();
  await runModels(connection);
  const columns = await rows(
    connection,
    `select measure, name, unit, table_name, comment
     from mart.measures left join duckdb_columns() on schema_name = 'mart' and column_name = measure`,
  );
  expect(columns.length).toBeGreaterThan(30);
  for (const { measure, name, unit, table_name, comment } of columns) {
    const beginning = NAMED_UNITS.includes(String(unit)) ? `${name}，${unit}` : `${name}[，：；]`;
    expect(comment, `${table_name}.${measure}`).toMatch(new RegExp(`^${beginning}`));
  }
});

it("every rate and share of a mart is a documented measure", async () => {
  const connection = await emptyWarehouse();
  await runModels(connection);
  const undocumented = await rows(
    connection,
    `select table_name, column_name from duckdb_columns()
     where schema_name = 'mart' and regexp_matches(column_name, '_rate$|_rate_|share|streak|_gap$')
       and column_name <> 'reported_execution_rate'
       and column_name not in (select measure from mart.measures)`,
  );
  expect(undocumented).toEqual([]);
});
