import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileText } from "./made-text.ts";
import { compute, executedByProject, jixiao, makeWorkspace, query } from "./workspace.ts";

describe("run", () => {
  it("reads and computes, says so in Chinese, and shows progress as plain lines where there is no terminal", async () => {
    const workspace = await makeWorkspace({
      "2031/甲局 自评表.txt": fileText([{}, { project: "培训经费" }]),
    });
    const { code, stdout, stderr } = await jixiao(["run", "--data", workspace.root]);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain("已读取 1 个文件，共 2 张自评表。");
    expect(stdout).toContain(workspace.warehouse);
    expect(stderr).toContain("读取 1/1 2031/甲局 自评表.txt\n");
    expect(stderr).toMatch(/^计算 1\/\d+ staging\.\w+$/m);
    expect(stderr).not.toContain("\u001b");
    expect(await executedByProject(workspace)).toHaveLength(2);
    expect(stdout).toContain(`简报：1 份新写出，在 ${workspace.briefings}。`);
    expect(await readdir(workspace.briefings)).toContain("2031年度项目支出绩效自评情况简报.docx");
  });

  it("gives programs a summary and nothing else on stdout", async () => {
    const workspace = await makeWorkspace({
      "2031/甲局.txt": fileText(),
      "2031/副本.txt": fileText(),
      "2031/空.txt": "",
    });
    const { code, stdout, stderr } = await jixiao(["run", "--json", "--data", workspace.root]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      command: "run",
      exit_code: 1,
      warehouse: workspace.warehouse,
      documents: 1,
      read: 1,
      reused: 0,
      forms: 1,
      rejected: [
        { path: "2031/空.txt", code: "empty", reason: expect.any(String), advice: expect.any(String) },
      ],
      duplicates: [{ path: "2031/甲局.txt", code: "duplicate" }],
      briefings: {
        folder: workspace.briefings,
        files: [{ year: 2031, file: expect.any(String), state: "written" }],
        problem: null,
      },
      corrections: 0,
      correction_problems: [],
    });
    expect(stderr).toContain("已读取 1 个文件");
  });

  it("gives programs what went wrong, too", async () => {
    const workspace = await makeWorkspace();
    const { code, stdout } = await jixiao(["run", "--json", "--data", workspace.root]);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toEqual({
      exit_code: 2,
      error: { message: expect.stringContaining(workspace.sources), advice: expect.stringContaining("请") },
    });
  });

  it("reads a file in GB18030 like the same file in UTF-8", async () => {
    const gb18030 = await readFile(new URL("fixtures/gb18030.txt", import.meta.url));
    const workspace = await makeWorkspace({ "2031/甲局.txt": gb18030 });
    await compute(workspace);
    expect(await query(workspace, "select encoding from raw.documents")).toEqual([{ encoding: "gb18030" }]);
    expect(await executedByProject(workspace)).toEqual([{ project_name: "活动经费", executed: "30.000000" }]);
  });

  it("reads the same from files with Windows line ends", async () => {
    const workspace = await makeWorkspace({ "2031/甲局.txt": fileText([{}], "\r\n") });
    await compute(workspace);
    expect(await executedByProject(workspace)).toEqual([{ project_name: "活动经费", executed: "30.000000" }]);
  });
});

it("ingest only reads, and transform computes on what was read", async () => {
  const workspace = await makeWorkspace({ "2031/甲局.txt": fileText() });
  const read = await jixiao(["ingest", "--data", workspace.root]);
  expect(read.code, read.stderr).toBe(0);
  expect(read.stdout).toContain("jixiao transform");
  expect(await query(workspace, "select project_name from raw.forms")).toEqual([
    { project_name: "活动经费" },
  ]);
  expect(await query(workspace, "select * from duckdb_tables() where schema_name = 'mart'")).toEqual([]);

  const exported = await jixiao(["export", "--to", join(workspace.root, "导出"), "--data", workspace.root]);
  expect(exported.code).toBe(3);
  expect(exported.stderr).toMatch(/错误：.*请/s);

  const computed = await jixiao(["transform", "--data", workspace.root]);
  expect(computed.code, computed.stderr).toBe(0);
  expect(await executedByProject(workspace)).toEqual([{ project_name: "活动经费", executed: "30.000000" }]);
});

describe("corrections.csv", () => {
  it("from a spreadsheet program is applied, and each line that cannot be is reported with its number", async () => {
    const workspace = await makeWorkspace({ "2031/甲局.txt": fileText() });
    await compute(workspace);
    const [{ form_id: id }] = (await query(workspace, "select form_id from raw.forms")) as [
      { form_id: string },
    ];
    const rows = [
      "\uFEFFform_id,record,seq,field,value,reason,reviewer",
      `${id},funding,other_funds,executed,31.25,与原件核对,复核人甲`,
      `${id},funding,other_funds,initial_budget,"1,465.28",与原件核对,复核人甲`,
      `${id},funding,基金,executed,1,与原件核对,复核人甲`,
      `${id},form,,project,活动,与原件核对,复核人甲`,
      `${id.slice(0, -2)}99,form,,rating,优,与原件核对,复核人甲`,
      `${id},form,,total_score,97,,复核人甲`,
      `${id},indicator,9,name,场次,与原件核对,复核人甲`,
      `${id},form,,rating,"优`,
    ];
    await writeFile(workspace.corrections, rows.join("\r\n"));
    const args = ["run", "--json", "--no-briefing", "--data", workspace.root];
    const { code, stdout, stderr } = await jixiao(args);
    expect(code).toBe(1);
    const summary = JSON.parse(stdout);
    expect(summary.correction_problems.map(({ line }: { line: number }) => line)).toEqual([
      3, 4, 5, 6, 7, 8, 9,
    ]);
    for (const { line, message } of summary.correction_problems) {
      expect(stderr).toContain(`第 ${line} 行：${message}`);
      expect(message).toMatch(/\p{Script=Han}/u);
    }
    expect(summary.briefings).toBeUndefined();
    await expect(readdir(workspace.briefings)).rejects.toThrow("ENOENT");
    expect(await executedByProject(workspace)).toEqual([{ project_name: "活动经费", executed: "31.250000" }]);
    expect(await query(workspace, "select executed from raw.funding where source = 'other_funds'")).toEqual([
      { executed: "30.000000" },
    ]);
  });

  it("that cannot be used at all stops the run, and the warehouse of before stays", async () => {
    const workspace = await makeWorkspace({ "2031/甲局.txt": fileText() });
    await compute(workspace);
    await writeFile(workspace.corrections, "表单,改为\n");
    const { code, stderr } = await jixiao(["run", "--data", workspace.root]);
    expect(code).toBe(3);
    expect(stderr).toContain("更正文件缺少列");
    expect(await executedByProject(workspace)).toHaveLength(1);
  });
});

describe("export", () => {
  let root: string;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "jixiao-export-"));
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  it.each(["csv", "parquet"])("writes the package as %s and says what is in it", async (format) => {
    const workspace = await makeWorkspace({ "2031/甲局.txt": fileText() });
    await compute(workspace);
    const to = join(root, "导出 结果", format);
    const { code, stdout, stderr } = await jixiao([
      "export",
      "--to",
      to,
      "--format",
      format,
      "--json",
      "--data",
      workspace.root,
    ]);
    expect(code, stderr).toBe(0);
    const { tables } = JSON.parse(stdout);
    expect(tables).toContainEqual(expect.objectContaining({ name: "forms", rows: 1 }));
    const description = JSON.parse(await readFile(join(to, "datapackage.json"), "utf8"));
    expect(description.resources.map(({ name }: { name: string }) => name)).toEqual(
      tables.map(({ name }: { name: string }) => name),
    );
  });

  it("refuses a place where a file stands, and leaves it", async () => {
    const workspace = await makeWorkspace({ "2031/甲局.txt": fileText() });
    await compute(workspace);
    const file = join(root, "文件");
    await writeFile(file, "mine");
    const { code, stderr } = await jixiao(["export", "--to", file, "--data", workspace.root]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/错误：.*文件.*请/s);
    expect(await readFile(file, "utf8")).toBe("mine");
  });
});
