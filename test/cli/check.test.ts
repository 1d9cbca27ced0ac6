import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Workspace, workspaceAt } from "../../loaders/workspace.ts";
import { fileText } from "./made-text.ts";
import { addSource, compute, jixiao, makeWorkspace } from "./workspace.ts";

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
    expect(stdout).toMatch(/问题编号 S7:[0-9a-f]{12}-01:1:score，数字代号 [0-9a-f]{8}，第 13 行/);
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

describe("a rule that asks about more than a quarter of a year's forms", () => {
  const GOALS = "办好全年的活动。\t\t全年的活动已办好。";
  /** The outcome is the goal, word by word: a pattern of one form. */
  const copied = (project: string) => {
    const text = `办好${project}的活动，参加者不少于三百人次，不超过预算。`;
    return fileText([{ project }]).replace(GOALS, `${text}\t\t${text}`);
  };
  const projects = ["甲项目", "乙项目", "丙项目", "丁项目", "戊项目", "己项目", "庚项目", "辛项目"];
  const listed = async (many: number) => {
    const made = projects.map((project, at) => (at < many ? copied(project) : fileText([{ project }])));
    const workspace = await makeWorkspace({ "2031/甲局.txt": made.join("\n") });
    await compute(workspace);
    return check(workspace);
  };

  it("is asked once for all of them", async () => {
    const { stdout } = await listed(3);
    expect(stdout).toMatch(
      /H3 {2}2031 年 · 实际完成情况照抄预期目标\n {4}8 张表里有 3 张（37\.50%），共 3 个问题.*请合在一起问/,
    );
    expect(stdout).toContain(
      `jixiao sql "select * from mart.findings where rule = 'H3' and fiscal_year = 2031"`,
    );
    expect(stdout).not.toMatch(/问题编号 H3:/);
  });

  it("is asked form by form where there are no more than that", async () => {
    const { stdout } = await listed(2);
    expect(stdout.match(/问题编号 H3:/g)).toHaveLength(2);
    expect(stdout).not.toContain("H3  2031 年 · 实际完成情况照抄预期目标");
  });
});

describe("decisions", () => {
  it("settle a finding until its figures change, and those that do not hold are named", async () => {
    const decided = workspaceAt(join(root, "decided"));
    const text = fileText().replace("≥12.00(次)\t15.00(次)", "≥15.00(次)\t12.00(次)");
    await addSource(decided, "2031/甲局.txt", text);
    await compute(decided);
    const { findings } = JSON.parse((await check(decided, "--json")).stdout);
    const { finding_id, figures } = findings[0];
    const decide = (lines: string[]) =>
      writeFile(
        decided.corrections.replace("corrections", "decisions"),
        ["finding_id,decision,reason,until,office,figures", ...lines].join("\n"),
      );
    await decide([
      `${finding_id},accepted,活动因天气取消,,预算处,${figures}`,
      "S7:无此表,waived,不问,,预算处,",
    ]);
    await compute(decided);
    const settled = await check(decided, "--fail-on", "error");
    expect(settled.code).toBe(0);
    expect(settled.stdout).toContain("预算处的决定：理由成立，活动因天气取消");
    expect(settled.stderr).toMatch(
      /decisions\.csv 里以下各行没有起作用：\n {2}第 3 行（S7:无此表）：这次没有这个问题/,
    );

    await decide([`${finding_id},confirmed,活动确实少了,,预算处,${figures}`]);
    await compute(decided);
    expect((await check(decided, "--fail-on", "error")).code).toBe(1);

    await decide([`${finding_id},accepted,活动因天气取消,,预算处,00000000`]);
    await compute(decided);
    const stale = await check(decided, "--fail-on", "error");
    expect(stale.code).toBe(1);
    expect(stale.stderr).toContain(`把 figures 改为 ${figures}`);
  });
});

it.each([[], ["--unparsed"]])("says what to run where nothing was computed: check %s", async (...args) => {
  const read = await makeWorkspace({ "2031/甲局.txt": fileText() });
  await jixiao(["ingest", "--data", read.root]);
  const { code, stderr } = await check(read, ...args.filter(Boolean));
  expect(code).toBe(3);
  expect(stderr).toMatch(/还没有计算结果.*\n.*jixiao run/);
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
