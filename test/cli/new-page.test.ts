import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makePage } from "../../src/cli/commands/new-page.ts";
import { ownPages } from "../../src/site/own-pages.ts";
import { jixiao, temporaryFolder } from "./workspace.ts";

it("makes a page and its query, which are listed among the pages, and overwrites nothing", async () => {
  const root = await temporaryFolder();
  await mkdir(join(root, "src", "data"), { recursive: true });
  const { page, query } = await makePage(root, "idle-money", "闲置资金（试）");
  const text = await readFile(join(root, page), "utf8");
  expect(text).toContain("title: 闲置资金（试）");
  expect(text).toContain('FileAttachment("data/idle-money.json")');
  expect(text).not.toContain("{{");
  expect(await readFile(join(root, query), "utf8")).toContain("FROM mart.unit_execution");
  await writeFile(join(root, "src", "bare.md"), "# 没有标题的页面");
  expect(ownPages(new Set(), join(root, "src"))).toEqual([
    { path: "/bare", name: "bare" },
    { path: "/idle-money", name: "闲置资金（试）" },
  ]);
  expect(ownPages(new Set(["/bare", "/idle-money"]), join(root, "src"))).toEqual([]);
  await expect(makePage(root, "idle-money", "另一个")).rejects.toThrow("已有");
  expect(await readFile(join(root, page), "utf8")).toBe(text);
});

it.each([
  [["闲置资金"], "页面不能叫这个名字"],
  [["../index"], "页面不能叫这个名字"],
  [["a-page", "--title", '"><script>'], "标题不能这样写"],
  [["index"], "已有"],
])("new-page %j ends with 2 and says why", async (args, says) => {
  const { code, stderr } = await jixiao(["new-page", ...args]);
  expect(code).toBe(2);
  expect(stderr).toContain(says);
});
