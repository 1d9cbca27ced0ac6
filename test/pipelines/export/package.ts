/** A filled warehouse to export, a folder to export it to, and how to read what was written. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach } from "vitest";
import { runModels } from "../../../pipelines/transform.ts";
import { addCorrection, addFlag, addForms, emptyWarehouse } from "../warehouse.ts";

/** A folder of each test's own; the package goes to `to` within it, which does not exist yet. */
export function exportFolder(): { folder: string; to: string } {
  const paths = { folder: "", to: "" };
  beforeEach(async () => {
    paths.folder = await mkdtemp(join(tmpdir(), "export-"));
    paths.to = join(paths.folder, "包");
  });
  afterEach(() => rm(paths.folder, { recursive: true }));
  return paths;
}

/** Three forms of two years and one without: money with many decimals and few, flags of every record. */
export async function filledWarehouse(path?: string) {
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

export async function readCsv(path: string): Promise<Record<string, string>[]> {
  return parse(await readFile(path), { columns: true });
}
