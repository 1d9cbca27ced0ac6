import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Problem } from "../../loaders/problem.ts";
import { type Workspace, workspaceAt } from "../../loaders/workspace.ts";
import { explainFigure, namesTable } from "../../src/cli/explain/figure.ts";
import { fileText } from "./made-text.ts";
import { addSource, captureOutput, compute, jixiao } from "./workspace.ts";

let workspace: Workspace;
beforeAll(async () => {
  workspace = workspaceAt(await mkdtemp(join(tmpdir(), "jixiao-figure-")));
  const forms = [
    { unit: "云溪市甲局本级", project: "活动经费", otherFunds: ["20.00", "40.00", "30.00"] as const },
    { unit: "云溪市甲局本级", project: "培训经费", otherFunds: ["10.00", "10.00", "2.00"] as const },
    { unit: "云溪市甲局信息中心", project: "活动经费" },
    { unit: "云溪市乙局", project: "活动ABC" },
  ];
  await addSource(workspace, "2031/甲局.txt", fileText(forms));
  await compute(workspace);
});
afterAll(() => rm(workspace.root, { recursive: true, force: true }));

const ASKED = { implementing_unit: "云溪市甲局本级", fiscal_year: "2031", source: "other_funds" };
const figure = async (table: string, asked: Record<string, string>) => {
  const { output, said } = captureOutput();
  const summary = await explainFigure(workspace, table, asked, output);
  return { summary, text: said() };
};

describe("a figure of a table", () => {
  it("leads to the rows of forms that it adds up, the largest first, and to their lines", async () => {
    const { summary, text } = await figure("mart.unit_execution", ASKED);
    expect(summary.way).toEqual(["mart.unit_execution", "core.execution_levels", "core.execution"]);
    expect(summary.contributions).toMatchObject([
      { path: "2031/甲局.txt", line: 9, row: { project_name: "活动经费", unexecuted: "10.000000" } },
      { path: "2031/甲局.txt", line: 27, row: { project_name: "培训经费", unexecuted: "8.000000" } },
    ]);
    expect(text).toContain("由 2 张表单的 2 行算出");
    expect(text).toMatch(/2031\/甲局\.txt 第 9 行 +⇥其他资金⇥20\.00⇥40\.00⇥30\.00/);
    expect(text).toContain("全年执行数：各行相加 32.00 万元，与上面的数相同。");
  });

  it("of all sources adds up their totals alone: the sources are in them", async () => {
    const { text } = await figure("mart.unit_execution", {
      implementing_unit: ASKED.implementing_unit,
      fiscal_year: ASKED.fiscal_year,
    });
    expect(text).toMatch(/年度资金总额的全年执行数：各行相加 [\d,.]+ 万元，与上面的数相同。/);
    expect(text).not.toMatch(/^全年执行数：/m);
  });

  it("of indicators leads to the lines of the indicators", async () => {
    const { summary } = await figure("mart.indicator_groups", {
      implementing_unit: "云溪市甲局信息中心",
      fiscal_year: "2031",
    });
    expect(summary.contributions).toHaveLength(3);
    expect(summary.contributions).toMatchObject([
      { line: 49, text: expect.stringContaining("开展活动场次") },
      {},
      {},
    ]);
  });

  it("of a table of several levels leads to all that the level sums up", async () => {
    const { summary } = await figure("mart.score_levels", { level: "year", fiscal_year: "2031" });
    expect(summary.way).toEqual(["mart.score_levels", "core.indicator_results"]);
    expect(summary.contributions).toHaveLength(12);
    const unit = await figure("mart.score_levels", { implementing_unit: "云溪市甲局信息中心" });
    expect(unit.summary.contributions).toHaveLength(3);
  });

  it("of a table with a row a form is that row", async () => {
    const { summary } = await figure("mart.findings", { project_name: "培训经费" });
    const rows = summary.contributions as { path: string; row: { project_name: string } }[];
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ path, row }) => path === "2031/甲局.txt" && row.project_name === "培训经费")).toBe(
      true,
    );
  });

  it("is never said to differ from what its rows add up to", async () => {
    const { text } = await figure("mart.year_execution", { fiscal_year: "2031", source: "total" });
    expect(text).not.toMatch(/万元不同/);
  });
});

it.each([
  ["mart.unit_execution", { fiscal_year: "2032" }, /没有这样的行/, /年度有 2031/],
  [
    "mart.unit_execution",
    { implementing_unit: "云溪市甲局信息" },
    /没有这样的行/,
    /实施单位有 云溪市甲局信息中心/,
  ],
  // Two characters are nearer than three letters, though they are six bytes.
  ["mart.project_execution", { project_name: "活动" }, /没有这样的行/, /项目有 活动经费、活动ABC/],
  ["mart.year_execution", { implementing_unit: "云溪市甲局本级" }, /不分实施单位/, /fiscal_year、source/],
  ["mart.unit_executions", {}, /没有表 mart\.unit_executions/, /dictionary/],
  ["mart.thresholds", {}, /不是由表单算来的/, /lineage/],
])("%s %o is refused with what there is", async (table, asked, says, advice) => {
  const error = await figure(table, asked as Record<string, string>).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(Problem);
  expect((error as Problem).message).toMatch(says);
  expect((error as Problem).advice).toMatch(advice);
  expect((error as Problem).kind).toBe("wrong_use");
});

it("a table is told from a form by its schema", async () => {
  expect(["mart.forms", "0123456789ab-05", "2031/mart.txt:5", "forms"].map(namesTable)).toEqual([
    ...[true, false, false, false],
  ]);
  const args = ["--year", "2031", "--unit", "云溪市甲局本级", "--source", "total", "--data", workspace.root];
  const { code, stdout } = await jixiao(["explain", "mart.unit_execution", ...args]);
  expect(code).toBe(0);
  expect(stdout).toContain("由 2 张表单的 2 行算出");
});
