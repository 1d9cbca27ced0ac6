import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { exportPackage, PipelineError } from "../../../pipelines/export/package.ts";
import { emptyWarehouse } from "../warehouse.ts";
import { exportFolder, filledWarehouse, readCsv } from "./package.ts";

const paths = exportFolder();

describe("the folder", () => {
  it("keeps what is not the package's, and holds the new package whole", async () => {
    const connection = await filledWarehouse();
    await mkdir(paths.to);
    await writeFile(join(paths.to, "说明.docx"), "mine");
    await writeFile(join(paths.to, "forms.csv"), "old");
    await exportPackage(connection, { to: paths.to });
    expect(await readFile(join(paths.to, "说明.docx"), "utf8")).toBe("mine");
    expect(await readCsv(join(paths.to, "forms.csv"))).toHaveLength(3);
    expect(await readdir(paths.folder)).toEqual(["包"]);
  });

  it("is made with the folders above it", async () => {
    const connection = await filledWarehouse();
    const deep = join(paths.to, "甲", "it's");
    await exportPackage(connection, { to: deep });
    expect(await readdir(deep)).toContain("datapackage.json");
  });

  it("is untouched when writing fails", async () => {
    const connection = await filledWarehouse();
    await connection.run("alter table mart.execution drop column adjustment_rate");
    await mkdir(paths.to);
    await writeFile(join(paths.to, "forms.csv"), "old");
    await expect(exportPackage(connection, { to: paths.to })).rejects.toThrow(
      "mart.execution 表没有 adjustment_rate 列",
    );

    const closed = await filledWarehouse();
    await closed.run("set enable_external_access = false");
    await expect(exportPackage(closed, { to: paths.to })).rejects.toThrow(PipelineError);
    await expect(exportPackage(closed, { to: join(paths.folder, "新") })).rejects.toThrow(
      "导出 documents 表失败",
    );
    expect(await readdir(paths.folder)).toEqual(["包"]);
    expect(await readdir(paths.to)).toEqual(["forms.csv"]);
    expect(await readFile(join(paths.to, "forms.csv"), "utf8")).toBe("old");
  });

  it("may not be a file, nor lie in one", async () => {
    const connection = await filledWarehouse();
    await writeFile(paths.to, "a file");
    await expect(exportPackage(connection, { to: paths.to })).rejects.toThrow("不是文件夹");
    await expect(exportPackage(connection, { to: join(paths.to, "下级") })).rejects.toThrow("不是文件夹");
    expect(await readFile(paths.to, "utf8")).toBe("a file");
  });
});

it("a warehouse without marts cannot be exported, and the message says what to run", async () => {
  const error = await exportPackage(await emptyWarehouse(), { to: paths.to }).catch(
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(PipelineError);
  expect(String(error)).toContain("没有 mart.documents 表");
  expect((error as PipelineError).advice).toContain("npx jixiao run");
  expect(await readdir(dirname(paths.to))).toEqual([]);
});
