/** The briefings that `run` keeps: written where the facts changed, and never over what a person has worked on. */
import { appendFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { defaultStyle, type HouseStyle, styleWith } from "../../../pipelines/briefing/house-style.ts";
import { keepYearBriefings } from "../../../pipelines/briefing/kept.ts";
import { runModels } from "../../../pipelines/transform.ts";
import { addForms, emptyWarehouse } from "../warehouse.ts";

const OF_2030 = "2030年度项目支出绩效自评情况简报.docx";
const OF_2031 = "2031年度项目支出绩效自评情况简报.docx";

let connection: DuckDBConnection;
let style: HouseStyle;
let to: string;

beforeAll(async () => {
  connection = await emptyWarehouse();
  await addForms(
    connection,
    [2030, 2031].map((year) => ({ year, project: `${year}`, funding: { total: ["10", "10", "5"] } })),
  );
  await runModels(connection);
  style = await defaultStyle();
}, 60_000);
afterAll(() => connection.closeSync());

beforeEach(async () => {
  await rm(to ?? "", { recursive: true, force: true });
  to = join(await mkdtemp(join(tmpdir(), "jixiao-kept-")), "briefings");
  await keep();
});
afterAll(() => rm(to, { recursive: true, force: true }));

async function keep(own = style): Promise<Record<string, string>> {
  const kept = await keepYearBriefings(connection, { to, style: own });
  return Object.fromEntries(kept.map(({ file, state }) => [file, state]));
}

/** Lets `work` see the warehouse after a change. */
async function changed(sql: string, work: () => Promise<void>): Promise<void> {
  await connection.run("begin transaction");
  await connection.run(sql);
  try {
    await work();
  } finally {
    await connection.run("rollback");
  }
}

const filesThere = async () => (await readdir(to)).filter((name) => name.endsWith(".docx")).sort();

it("are there for every year, and are not written again while nothing changes", async () => {
  expect(await filesThere()).toEqual([OF_2030, OF_2031]);
  const before = await stat(join(to, OF_2031));
  expect(await keep()).toEqual({ [OF_2030]: "unchanged", [OF_2031]: "unchanged" });
  expect((await stat(join(to, OF_2031))).mtimeMs).toBe(before.mtimeMs);
});

it("are written again where the facts of their year change, or the file is gone", async () => {
  await rm(join(to, OF_2030));
  await changed("update mart.scope_forms set fair = fair + 1 where fiscal_year = 2031", async () => {
    expect(await keep()).toEqual({ [OF_2030]: "written", [OF_2031]: "written" });
    expect(await keep()).toEqual({ [OF_2030]: "unchanged", [OF_2031]: "unchanged" });
  });
});

it("are left as they are where a person has worked on them, or put one there", async () => {
  await appendFile(join(to, OF_2031), "批注");
  const edited = await readFile(join(to, OF_2031));
  await changed("update mart.scope_forms set fair = fair + 1 where fiscal_year = 2031", async () => {
    expect(await keep()).toEqual({ [OF_2030]: "unchanged", [OF_2031]: "edited" });
  });
  expect(await readFile(join(to, OF_2031))).toEqual(edited);
  await writeFile(join(to, "2031年度专报.docx"), "自拟");
  const own = styleWith('[headings]\ntitle = "专报"\n', style);
  expect(await keep(own)).toMatchObject({ "2031年度专报.docx": "edited" });
  expect(await readFile(join(to, "2031年度专报.docx"), "utf8")).toBe("自拟");
});

it("go with their year, unless a person has worked on them", async () => {
  await changed("delete from mart.scope_execution where fiscal_year = 2030", async () => {
    expect(await keep()).toEqual({ [OF_2031]: "unchanged" });
    expect(await filesThere()).toEqual([OF_2031]);
  });
  await keep();
  await appendFile(join(to, OF_2030), "批注");
  await changed("delete from mart.scope_execution where fiscal_year = 2030", async () => {
    await keep();
    expect(await filesThere()).toEqual([OF_2030, OF_2031]);
  });
});
