/** What the patterns say of the published document, against figures read from it by hand. */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Workspace, workspaceAt } from "../../loaders/workspace.ts";
import { compute, query } from "../cli/workspace.ts";

const SOURCES = fileURLToPath(new URL("../../data/sources", import.meta.url));

let workspace: Workspace;
beforeAll(async () => {
  workspace = workspaceAt(await mkdtemp(join(tmpdir(), "published-")));
  await cp(SOURCES, workspace.sources, { recursive: true });
  await compute(workspace);
});
afterAll(() => rm(workspace.root, { recursive: true, force: true }));

const CASES: [rule: string, form: string | null, amount: string | null, says: string][] = [
  ["H2", "15", "1390.470000", "总分 91.73 分，执行率只有 17.29%"],
  ["H2", "16", "1059.900000", "总分 93.34 分，执行率只有 53.42%"],
  ["F12", "06", "1.420000", "年初预算 12.84 万元，年中减到 6.05 万元"],
  ["F13", "05", "229.060000", "其他资金从年初的 4.32 万元增加到 233.38 万元，是年初的 54.02 倍"],
  ["H10", "11", null, "2 个没有达成的指标"],
  [
    "H12",
    null,
    null,
    "当年 16 张表的等级都是优，总分在 91.73 至 100.00 分之间，执行率却在 17.29% 至 100.00% 之间",
  ],
  ["H13", null, "2923.500000", "共有 3,213.46 万元没有执行，最多的一张占 43.27%，前三张占 90.98%"],
  ["H1", null, null, "7 张表的 98 个指标全部得满分，同年其他单位的 9 张表里有 5 张失过分"],
];

it.each(CASES)("%s of form %s", async (rule, form, amount, says) => {
  const found = await query(
    workspace,
    `select form_id, amount, message from mart.findings where rule = '${rule}'`,
  );
  const finding = found.find(({ form_id }) =>
    form === null ? form_id === null : String(form_id).endsWith(form),
  );
  expect(finding?.message).toContain(says);
  expect(finding?.amount).toBe(amount);
});

it("no form contradicts itself, and every sentence is whole", async () => {
  const found = await query(workspace, "select severity, message from mart.findings");
  expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
  for (const { message } of found)
    expect(message).toMatch(/^[^。]+。(所依据的格读取存疑，请先与原件核对。)?$/);
});

it("no rule fires on more than a quarter of the forms", async () => {
  const counts = await query(
    workspace,
    "select rule, count(distinct form_id) as forms from mart.findings group by rule",
  );
  const noisy = counts.filter(({ forms }) => Number(forms) > 16 / 4).map(({ rule }) => rule);
  expect(noisy).toEqual([]);
});
