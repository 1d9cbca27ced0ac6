import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Workspace, workspaceAt } from "../../loaders/workspace.ts";
import { fileText } from "./made-text.ts";
import { addSource, compute, jixiao, makeWorkspace, query } from "./workspace.ts";

let workspace: Workspace;
beforeAll(async () => {
  workspace = workspaceAt(await mkdtemp(join(tmpdir(), "jixiao-dictionary-")));
  await addSource(workspace, "2031/甲局.txt", fileText());
  await compute(workspace);
});
afterAll(() => rm(workspace.root, { recursive: true, force: true }));

const dictionary = (...args: string[]) => jixiao(["dictionary", ...args, "--data", workspace.root]);

it("explains every table and column that people read, every measure, rule and limit", async () => {
  const { code, stdout, stderr } = await dictionary();
  expect(code, stderr).toBe(0);
  const columns = await query(
    workspace,
    "select table_name, column_name, comment from duckdb_columns() where schema_name = 'mart'",
  );
  expect(columns.length).toBeGreaterThan(150);
  for (const { table_name, column_name, comment } of columns) {
    expect(stdout).toContain(`mart.${table_name}  `);
    expect(stdout).toMatch(new RegExp(`^  ${column_name}  [A-Z]`, "m"));
    expect(stdout).toContain(String(comment));
  }
  for (const { name, formula } of await query(workspace, "select name, formula from mart.measures"))
    expect(stdout).toMatch(
      new RegExp(`^  ${name}（.*）：${String(formula).replaceAll(/[()（）]/g, ".")}`, "m"),
    );
  for (const { rule, name } of await query(workspace, "select rule, name from mart.rules"))
    expect(stdout).toContain(`  ${rule}  ${name}\n`);
  expect(stdout).toContain("rating_excellent = 90 分：");
  expect(stdout).not.toContain("staging.");
});

it("is the same for programs", async () => {
  const { tables, measures, rules, thresholds } = JSON.parse((await dictionary("--json")).stdout);
  const execution = tables.find(({ name }: { name: string }) => name === "execution");
  expect(execution).toMatchObject({ schema: "mart", description: expect.stringContaining("预算执行") });
  expect(execution.columns[0]).toEqual({ name: "fiscal_year", type: "INTEGER", description: "年度" });
  expect(measures.map(({ measure }: { measure: string }) => measure)).toContain("execution_rate");
  expect(rules.map(({ rule }: { rule: string }) => rule)).toContain("F1");
  expect(thresholds[0]).toMatchObject({ name: "weights_total", threshold: "100", unit: "分" });
});

it("explains one table of any layer, that of people before the others", async () => {
  expect((await dictionary("staging.stg_forms")).stdout).toMatch(
    /^staging\.stg_forms {2}.*fiscal_year_line/s,
  );
  expect((await dictionary("execution")).stdout).toMatch(/^mart\.execution {2}/);
  expect(await dictionary("无此表")).toMatchObject({ code: 2, stdout: "" });
});

it("explains a rule by its number, and measures, columns and limits by a part of their name", async () => {
  const rule = (await dictionary("f14a")).stdout;
  expect(rule).toMatch(/^规则\n {2}F14A {2}/);
  expect(rule).not.toMatch(/ F14 {2}/);
  const rates = (await dictionary("执行率")).stdout;
  expect(rates).toMatch(/^mart\.year_execution {2}.*\n {2}execution_rate {2}/m);
  expect(rates).toMatch(/^ {2}执行率（execution_rate，%）：/m);
  expect(rates).toMatch(/^ {2}F5 {2}/m);
  expect(rates).toMatch(/^ {2}low_execution_rate = 90 %：/m);
  expect(rates).not.toMatch(/^ {2}adjusted_budget /m);
});

it("says what to run where nothing was computed", async () => {
  const empty = await makeWorkspace({ "2031/甲局.txt": fileText() });
  await jixiao(["ingest", "--data", empty.root]);
  const { code, stderr } = await jixiao(["dictionary", "--data", empty.root]);
  expect(code).toBe(3);
  expect(stderr).toContain("jixiao run");
});
