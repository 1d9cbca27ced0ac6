import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { fileText } from "./made-text.ts";
import { addSource, compute, jixiao, makeWorkspace, temporaryFolder } from "./workspace.ts";

it("says what changed since a copy was kept, for people and for programs", async () => {
  const workspace = await makeWorkspace({ "2031/甲局.txt": fileText() });
  await compute(workspace);
  const kept = join(await temporaryFolder(), "备份.duckdb");
  await copyFile(workspace.warehouse, kept);
  const unchanged = await jixiao(["diff", kept, workspace.root, "--fail-on-change"]);
  expect(unchanged).toMatchObject({ code: 0, stdout: expect.stringContaining("两个数据仓库没有不同。") });

  await addSource(workspace, "2032/甲局.txt", fileText().replaceAll("2031", "2032"));
  await compute(workspace);
  const { code, stdout } = await jixiao(["diff", kept, workspace.root]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/新增文件 +2032\/甲局\.txt/);
  expect(stdout).toMatch(/全部 +2032 +年度资金总额 +全年执行数（万元） +30\.00 +新增文件/);
  const changed = await jixiao(["diff", kept, workspace.root, "--fail-on-change", "--json"]);
  expect(changed.code).toBe(1);
  const { grounds, figures } = JSON.parse(changed.stdout);
  expect(grounds).toMatchObject([{ cause: "document_added", what: "2032/甲局.txt" }]);
  expect(figures.length).toBeGreaterThan(0);
});

it.each([
  [
    "the same warehouse twice",
    async (root: string) => [root, join(root, "warehouse.duckdb")],
    "同一个数据仓库",
  ],
  ["a folder without a warehouse", async (root: string) => [root, await temporaryFolder()], "还没有数据仓库"],
  [
    "a file of another kind",
    async (root: string) => {
      const path = join(root, "说明.txt");
      await writeFile(path, "不是数据仓库");
      return [root, path];
    },
    "不是能打开的数据仓库",
  ],
])("refuses %s as wrong use", async (_what, paths, says) => {
  const workspace = await makeWorkspace({ "2031/甲局.txt": fileText() });
  await compute(workspace);
  const { code, stderr } = await jixiao(["diff", ...(await paths(workspace.root))]);
  expect(stderr).toContain(says);
  expect(code).toBe(2);
});
