import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Workspace, workspaceAt } from "../../loaders/workspace.ts";
import { fileText } from "./made-text.ts";
import { addSource, compute, jixiao } from "./workspace.ts";

let root: string;
let wrong: Workspace;
let asked: Workspace;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "jixiao-check-"));
  wrong = workspaceAt(join(root, "wrong"));
  asked = workspaceAt(join(root, "asked"));
  const text = fileText();
  // Full marks for twelve events where fifteen were asked for.
  await addSource(wrong, "2031/甲局.txt", text.replace("≥12.00(次)\t15.00(次)", "≥15.00(次)\t12.00(次)"));
  await addSource(asked, "2031/甲局.txt", text.replace("≥90.00(%)\t95.00(%)", "第3期\t第3期"));
  await compute(wrong);
  await compute(asked);
});
afterAll(() => rm(root, { recursive: true, force: true }));

const check = ({ root }: Workspace, ...args: string[]) => jixiao(["check", ...args, "--data", root]);

describe("findings", () => {
  it("are listed from the gravest down, each with its rule, subject, sentence and place", async () => {
    const { code, stdout, stderr } = await check(wrong);
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(
      /^错误 1 个\n {2}S7 {2}2031 年 · 云溪市甲局本级 · 活动经费\n {4}指标“开展活动场次”.*得满分/,
    );
    expect(stdout).toMatch(/问题编号 S7:[0-9a-f]{12}-01:1:score，第 13 行/);
    expect(stdout.indexOf("错误 1 个")).toBeLessThan(stdout.indexOf("提醒 "));
    expect(stdout).toMatch(/共 \d+ 个问题：错误 1 个，提醒 \d+ 个，提示 \d+ 个。\n$/);
  });

  it("are the same for programs, with their counts", async () => {
    const { stdout } = await check(wrong, "--json");
    const { counts, findings } = JSON.parse(stdout);
    for (const severity of ["error", "warning", "info"]) {
      const ofSeverity = findings.filter((finding: { severity: string }) => finding.severity === severity);
      expect(ofSeverity, severity).toHaveLength(counts[severity]);
    }
    expect(findings[0]).toMatchObject({ rule: "S7", fiscal_year: 2031, line: 13 });
  });

  it.each([
    ["error", 1, 0],
    ["warning", 1, 1],
  ])("fail a script on request: --fail-on %s", async (severity, ofWrong, ofAsked) => {
    expect((await check(wrong, "--fail-on", severity)).code).toBe(ofWrong);
    expect((await check(asked, "--fail-on", severity)).code).toBe(ofAsked);
  });
});

describe("--unparsed", () => {
  it("lists the texts that could not be read", async () => {
    const { code, stdout } = await check(asked, "--unparsed");
    expect(code).toBe(0);
    expect(stdout).toMatch(/第 3 个指标，第 15 行：参加者满意度的指标值“第3期”/);
    expect(stdout).toMatch(/参加者满意度的完成值“第3期”/);
    expect(stdout).toContain("共 2 处读不懂");
    const { unparsed } = JSON.parse((await check(asked, "--unparsed", "--json")).stdout);
    expect(unparsed).toHaveLength(2);
    expect(unparsed[0]).toMatchObject({ seq: 3, field: "actual", text: "第3期", line: 15 });
  });

  it("says so when there are none", async () => {
    expect((await check(wrong, "--unparsed")).stdout).toBe("指标值和完成值都读得懂。\n");
  });
});
