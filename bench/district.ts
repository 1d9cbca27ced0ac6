/**
 * What the transform is measured on: a made district, read into the raw tables, and cities of several such districts.
 */
import { join } from "node:path";
import { writeDistrict } from "../loaders/demo/write-district.ts";
import { ingest } from "../loaders/ingest.ts";
import { literal, openDatabase } from "../loaders/warehouse/database.ts";
import { createRawSchema } from "../loaders/warehouse/schema.ts";
import { rebuildWarehouse } from "../loaders/warehouse/transaction.ts";
import { workspaceAt } from "../loaders/workspace.ts";

/** A warehouse with raw tables and nothing else. */
export interface RawWarehouse {
  path: string;
  forms: number;
}

const YEARS = [2020, 2021, 2022, 2023, 2024];
/** Of a hundred forms, how many are damaged. */
const NOISE = 10;

/** Makes a district and reads it. */
export async function readDistrict(folder: string, forms: number): Promise<RawWarehouse> {
  const workspace = workspaceAt(join(folder, `district-${forms}`));
  const plan = { forms, years: YEARS, seed: 1, noise: NOISE, planted: true };
  // A few more than were asked for: some are filed twice.
  const written = await writeDistrict(workspace.root, plan);
  await rebuildWarehouse(workspace.warehouse, (building) => ingest(workspace, building));
  return { path: workspace.warehouse, forms: written.forms };
}

/**
 * A city of so many districts: the same forms under other names and with other texts, since what is written in ten
 * districts word by word would be a finding in each.
 */
export async function cityOf({ path, forms }: RawWarehouse, districts: number): Promise<RawWarehouse> {
  const city = `${path}.${districts}`;
  const { connection, close } = await openDatabase(city);
  await createRawSchema(connection);
  await connection.run(`ATTACH ${literal(path)} AS district (READ_ONLY)`);
  for (let number = 0; number < districts; number++)
    for (const [table, changes] of Object.entries(renamed(number)))
      await connection.run(
        `INSERT INTO raw.${table} SELECT * REPLACE (${changes}) FROM district.raw.${table}`,
      );
  await connection.run("DETACH district");
  close();
  return { path: city, forms: forms * districts };
}

/** How the rows of each table differ in the n-th district. */
function renamed(number: number): Record<string, string> {
  const document = (column: string): string => `substr(md5(substr(${column}, 1, 12) || '${number}'), 1, 12)`;
  const ofForm = `${document("form_id")} || substr(form_id, 13) AS form_id`;
  const ofDocument = `${document("document_id")} AS document_id`;
  const own = (text: string): string => `md5(form_id || '${number}') || ${text}`;
  return {
    documents: `${ofDocument}, '${number}/' || path AS path`,
    source_lines: ofDocument,
    forms:
      `${ofForm}, ${ofDocument}, '${number}区' || department AS department, ` +
      `'${number}区' || implementing_unit AS implementing_unit, ${own("expected_goal")} AS expected_goal, ` +
      `${own("actual_outcome")} AS actual_outcome`,
    funding: ofForm,
    indicators: `${ofForm}, ${own("deviation_reason")} AS deviation_reason`,
    cell_flags: ofForm,
  };
}
