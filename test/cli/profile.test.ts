import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Workspace, workspaceAt } from "../../loaders/workspace.ts";
import { fileText } from "./made-text.ts";
import { addSource, compute, jixiao } from "./workspace.ts";

let workspace: Workspace;
beforeAll(async () => {
  workspace = workspaceAt(await mkdtemp(join(tmpdir(), "jixiao-profile-")));
  const text = fileText();
  await addSource(workspace, "2031/甲局.txt", text);
  await addSource(
    workspace,
    "2032/甲局.txt",
    text.replace("2031", "2032").replace("产出指标\t数量指标", "成本指标\t经济成本指标"),
  );
  await compute(workspace);
});
afterAll(() => rm(workspace.root, { recursive: true, force: true }));

const profile = (...args: string[]) => jixiao(["profile", ...args, "--data", workspace.root]);

it("tells how many forms are near each profile, and how many are just so", async () => {
  const { code, stdout } = await profile();
  expect(code).toBe(0);
  expect(stdout).toMatch(/mof_2020 +财预〔2020〕10号 +10 +0 +50 +30 +10 +1 +1\n/);
  expect(stdout).toMatch(/mof_2021 +财预〔2021〕101号 +10 +20 +40 +20 +10 +1 +0\n/);
  expect(stdout).toMatch(/全年预算数 +2\n/);
  expect(stdout).toMatch(/年度资金总额、当年财政拨款、上年结转资金、其他资金 +2\n/);
});

it("lists the forms near one, with their own weights", async () => {
  const { forms } = JSON.parse((await profile("mof_2021", "--json")).stdout);
  expect(forms).toMatchObject([{ fiscal_year: 2032, follows: false, cost_weight: "50", output_weight: "0" }]);
});

it("names the profiles there are when there is none of that name", async () => {
  const { code, stderr } = await profile("mof_2019");
  expect(code).toBe(2);
  expect(stderr).toContain("mof_2020、mof_2021、huanggang_2020、none");
});
