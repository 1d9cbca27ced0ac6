import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Workspace, workspaceAt } from "../../loaders/workspace.ts";
import { fileText } from "./made-text.ts";
import { addSource, compute, jixiao, query } from "./workspace.ts";

let workspace: Workspace;
beforeAll(async () => {
  workspace = workspaceAt(await mkdtemp(join(tmpdir(), "jixiao-lineage-")));
  await addSource(workspace, "2031/甲局.txt", fileText());
  await compute(workspace);
});
afterAll(() => rm(workspace.root, { recursive: true, force: true }));

const lineage = (...args: string[]) => jixiao(["lineage", ...args, "--data", workspace.root]);

it("lists every model with what it reads", async () => {
  const { code, stdout, stderr } = await lineage();
  expect(code, stderr).toBe(0);
  expect(stdout).toMatch(/^mart\.funding ← staging\.stg_funding$/m);
  const tables = await query(
    workspace,
    `select schema_name || '.' || table_name as id from duckdb_tables() where schema_name in ('mart', 'core', 'checks')`,
  );
  for (const { id } of tables) expect(stdout).toContain(`${id} ← `);
});

it("follows one model down to what was read, each table once, and names who reads it", async () => {
  const { stdout } = await lineage("core.cell_flags");
  expect(stdout).toMatch(/^core\.cell_flags\n {2}staging\.stg_cell_flags\n {4}raw\.cell_flags\n/);
  expect(stdout).toMatch(/^用到它的表：.*core\.all_forms.*mart\.cell_flags/m);
  const forms = await lineage("forms");
  expect(forms.stdout).toMatch(/^mart\.forms\n {2}core\.all_forms\n/);
  expect(forms.stdout).toMatch(/staging\.stg_corrections（来历见上）/);
});

it("does not follow what gathers many tables within the tree of another", async () => {
  const { stdout } = await lineage("mart.unit_execution");
  expect(stdout).toMatch(/core\.findings（由 \d+ 个表算出，见 jixiao lineage core\.findings）/);
  expect(stdout).not.toContain("checks.");
  expect((await lineage("core.findings")).stdout).toContain("checks.f1_sources_add_up");
});

it("gives programs the models that one rests on, itself last", async () => {
  const { models } = JSON.parse((await lineage("mart.funding", "--json")).stdout);
  expect(models.at(-1)).toEqual({ schema: "mart", name: "funding", reads: ["staging.stg_funding"] });
  expect(models.map(({ name }: { name: string }) => name)).not.toContain("stg_indicators");
});

it("names what to ask when there is no such model", async () => {
  const { code, stderr } = await lineage("mart.nothing");
  expect(code).toBe(2);
  expect(stderr).toContain("jixiao lineage");
});
