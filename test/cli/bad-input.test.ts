import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Workspace } from "../../loaders/workspace.ts";
import { holdWarehouse, kill } from "../loaders/warehouse/holder.ts";
import { fileText, formLines } from "./made-text.ts";
import {
  addSource,
  compute,
  executedByProject,
  JIXIAO,
  jixiao,
  makeWorkspace,
  query,
  temporaryFolder,
} from "./workspace.ts";

const POSIX = process.platform !== "win32";

/** A message says what, where and what to do in Chinese, and shows nobody a stack. */
function expectChinese(stderr: string, ...parts: string[]): void {
  for (const part of parts) expect(stderr).toContain(part);
  expect(stderr).toMatch(/请/);
  expect(stderr).not.toMatch(/^\s+at /m);
}

/** A workspace whose first run has succeeded. */
async function computedWorkspace(
  files: Record<string, string> = { "2031/甲局.txt": fileText() },
): Promise<Workspace> {
  const workspace = await makeWorkspace(files);
  await compute(workspace);
  return workspace;
}

const BEFORE = [{ project_name: "活动经费", executed: "30.000000" }];

describe("a file that cannot be used is reported, recorded, and the rest goes on", () => {
  const xlsx = Buffer.concat([
    Buffer.from("PK\x03\x04\x14\0\x06\0", "latin1"),
    Buffer.from("xl/workbook.xml"),
  ]);
  const files: [what: string, path: string, content: string | Uint8Array, code: string, says: string][] = [
    ["an empty file", "2031/空 表.txt", "", "empty", "空文件"],
    ["a file of blanks", "2031/空白.txt", " \r\n\t\r\n", "empty", "空白"],
    ["a workbook cut off", "2031/表.xlsx", xlsx, "damaged", "已损坏"],
    ["a workbook cut off under another name", "2031/表.txt", xlsx, "damaged", "已损坏"],
    ["a PDF cut off", "2031/表.pdf", "%PDF-1.7\n1 0 obj\n", "damaged", "已损坏"],
    [
      "a picture",
      "2031/表.png",
      Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1"),
      "unknown_format",
      "图片",
    ],
    [
      "bytes of no known kind",
      "2031/表.bin",
      Buffer.from([0, 1, 2, 3, 0, 254, 0, 253]),
      "binary",
      "不是文本",
    ],
    [
      "a text without a form",
      "2031/通知.txt",
      "关于填报自评表的通知\n各单位：\n请按时填报。\n",
      "no_form",
      "没有找到",
    ],
  ];

  it("whatever the file is", async () => {
    const sources = Object.fromEntries(files.map(([, path, content]) => [path, content]));
    const workspace = await makeWorkspace({ ...sources, "2031/甲局.txt": fileText() });
    const { code, stdout, stderr } = await jixiao(["run", "--data", workspace.root]);
    expect(code).toBe(1);
    expect(stdout).toContain("已读取 1 个文件，共 1 张自评表。");
    expect(await executedByProject(workspace)).toEqual(BEFORE);
    const rejected = await query(
      workspace,
      "select path, code, reason, advice from raw.rejected order by path",
    );
    expect(rejected).toHaveLength(files.length);
    for (const [what, path, , expected, says] of files) {
      const row = rejected.find((rejection) => rejection.path === path)!;
      expect(row, what).toMatchObject({ code: expected });
      expect(row.reason, what).toContain(says);
      expectChinese(stderr, String(row.reason), String(row.advice), path);
    }
  });

  it.skipIf(!POSIX)("also when it cannot be opened", async () => {
    const workspace = await makeWorkspace({ "2031/甲局.txt": fileText() });
    await symlink("不在了.txt", join(workspace.sources, "2031", "链接.txt"));
    await symlink("绕圈.txt", join(workspace.sources, "2031", "绕圈.txt"));
    execFileSync("mkfifo", [join(workspace.sources, "2031", "管道.txt")]);
    const { code, stderr } = await jixiao(["run", "--data", workspace.root]);
    expect(code).toBe(1);
    expectChinese(
      stderr,
      "无法打开 2031/链接.txt",
      "无法打开 2031/绕圈.txt",
      "无法打开 2031/管道.txt：不是普通文件",
    );
    expect(await executedByProject(workspace)).toEqual(BEFORE);
  });

  it("a folder that is named like a file is looked into", async () => {
    const workspace = await makeWorkspace({ "2031/甲局.txt/第一份.txt": fileText() });
    const { code } = await jixiao(["run", "--data", workspace.root]);
    expect(code).toBe(0);
    expect(await executedByProject(workspace)).toEqual(BEFORE);
  });
});

describe("a form that is cut off in the middle", () => {
  // Lines of the made form: 6–9 money, 11 goals, 13–15 indicators, 16 total score.
  it.each([6, 7, 9, 12, 14])(
    "after line %i is kept, and what is missing asks for a person",
    async (lines) => {
      const cut = formLines({ project: "培训经费" }).slice(0, lines).join("\n");
      const workspace = await makeWorkspace({ "2031/甲局.txt": `${fileText()}\n${cut}` });
      await compute(workspace);
      const cutOff = await query(
        workspace,
        `select field from mart.cell_flags join mart.forms using (form_id)
       where project_name = '培训经费' and asks_person`,
      );
      expect(cutOff.map(({ field }) => field)).toContain("total_score");
      expect(await executedByProject(workspace)).toEqual(expect.arrayContaining(BEFORE));
    },
  );
});

describe("a workspace that is not as it must be is wrong use", () => {
  it("without a folder", async () => {
    const nowhere = join(await temporaryFolder(), "没有");
    const { code, stderr } = await jixiao(["run", "--data", nowhere]);
    expect(code).toBe(2);
    expectChinese(stderr, nowhere);
    expect(await readdir(join(nowhere, ".."))).toEqual([]);
  });

  it("without sources, and the warehouse of before stays", async () => {
    const workspace = await computedWorkspace();
    await rm(workspace.sources, { recursive: true });
    const { code, stderr } = await jixiao(["run", "--data", workspace.root]);
    expect(code).toBe(2);
    expectChinese(stderr, workspace.sources);
    expect(await executedByProject(workspace)).toEqual(BEFORE);
  });

  it("with nothing in sources, and the warehouse of before stays", async () => {
    const workspace = await computedWorkspace();
    await rm(join(workspace.sources, "2031"), { recursive: true });
    await mkdir(join(workspace.sources, "2032"));
    await writeFile(join(workspace.sources, "Thumbs.db"), "left by the system");
    const { code, stderr } = await jixiao(["run", "--data", workspace.root]);
    expect(code).toBe(2);
    expectChinese(stderr, workspace.sources);
    expect(await executedByProject(workspace)).toEqual(BEFORE);
    expect((await readdir(workspace.root)).sort()).toEqual(["sources", "warehouse.duckdb"]);
  });

  it.each(["transform", "export", "explain"])("%s before anything was read", async (command) => {
    const workspace = await makeWorkspace({ "2031/甲局.txt": fileText() });
    const rest = { transform: [], export: ["--to", join(workspace.root, "导出")], explain: ["0"] }[command]!;
    const { code, stderr } = await jixiao([command, "--data", workspace.root, ...rest]);
    expect(code).toBe(2);
    expectChinese(stderr, workspace.warehouse, "jixiao run");
  });
});

describe("a warehouse that cannot be replaced stays as it was", () => {
  it("when another program has it open", async () => {
    const workspace = await computedWorkspace();
    await addSource(workspace, "2031/乙局.txt", fileText([{ project: "培训经费" }]));
    const holder = await holdWarehouse("open", workspace.warehouse);
    for (const command of ["run", "transform"]) {
      const { code, stderr } = await jixiao([command, "--data", workspace.root]);
      expect(code, command).toBe(3);
      expectChinese(stderr, workspace.warehouse, "正被其他程序打开");
    }
    const looked = await jixiao(["explain", "0", "--data", workspace.root]);
    expect(looked.code).toBe(3);
    expectChinese(looked.stderr, workspace.warehouse, "正被其他程序写入");
    await kill(holder);
    expect(await executedByProject(workspace)).toEqual(BEFORE);
    await compute(workspace);
    expect(await executedByProject(workspace)).toHaveLength(2);
  });

  it("when another run is under way, which goes on undisturbed", async () => {
    const workspace = await computedWorkspace();
    const other = await holdWarehouse("rebuild", workspace.warehouse);
    const { code, stderr } = await jixiao(["run", "--data", workspace.root]);
    expect(code).toBe(3);
    expectChinese(stderr, "另一次运行正在写数据仓库", workspace.warehouse);
    expect(other.exitCode).toBeNull();
    expect(await readdir(workspace.root)).toContain("warehouse.duckdb.building");
    expect(await executedByProject(workspace)).toEqual(BEFORE);
  });

  it("when the run is killed while it writes, and the next run clears what is left", async () => {
    const workspace = await computedWorkspace();
    await kill(await holdWarehouse("rebuild", workspace.warehouse));
    expect(await readdir(workspace.root)).toContain("warehouse.duckdb.building");
    expect(await executedByProject(workspace)).toEqual(BEFORE);
    await compute(workspace);
    expect(await executedByProject(workspace)).toEqual(BEFORE);
    expect((await readdir(workspace.root)).sort()).toEqual(["sources", "warehouse.duckdb"]);
  });

  it("when the command itself is killed in the middle of its work", async () => {
    const workspace = await computedWorkspace();
    await addSource(workspace, "2031/乙局.txt", fileText([{ project: "培训经费" }]));
    const child = spawn(process.execPath, [JIXIAO, "run", "--data", workspace.root], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    // The first line of progress: the new warehouse is open, nothing is read yet.
    await once(child.stderr, "data");
    await kill(child);
    expect(child.signalCode).toBe("SIGKILL");
    expect(await executedByProject(workspace)).toEqual(BEFORE);
    await compute(workspace);
    expect(await executedByProject(workspace)).toHaveLength(2);
    expect((await readdir(workspace.root)).sort()).toEqual(["sources", "warehouse.duckdb"]);
  });

  it.skipIf(!POSIX)("when the disk is full", async () => {
    const workspace = await computedWorkspace();
    const many = Array.from({ length: 300 }, (_, at) => ({ project: `第${at + 1}项经费` }));
    await addSource(workspace, "2031/乙局.txt", fileText(many));
    // No file may grow past a megabyte: what a full disk is to a program that writes one large file.
    const limited = ["sh", "-c", 'ulimit -f 2048; exec "$0" "$@"'];
    const { code, stderr } = await jixiao(["ingest", "--data", workspace.root], limited);
    expect(code, stderr).toBe(3);
    expectChinese(stderr, "磁盘已满", workspace.warehouse);
    expect(await executedByProject(workspace)).toEqual(BEFORE);
    expect((await readdir(workspace.root)).sort()).toEqual(["sources", "warehouse.duckdb"]);
  });

  it("when it is damaged, it is made anew from the sources", async () => {
    const workspace = await makeWorkspace({ "2031/甲局.txt": fileText() });
    await writeFile(workspace.warehouse, "not a database");
    const explained = await jixiao(["explain", "0", "--data", workspace.root]);
    expect(explained.code).toBe(3);
    expectChinese(explained.stderr, workspace.warehouse);
    const { code, stderr } = await jixiao(["run", "--data", workspace.root]);
    expect(code).toBe(0);
    expect(stderr).toContain("将重新读取全部文件");
    expect(await executedByProject(workspace)).toEqual(BEFORE);
  });
});
