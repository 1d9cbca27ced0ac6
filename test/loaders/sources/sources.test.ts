import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { findSources } from "../../../loaders/sources.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sources-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(...parts: string[]): Promise<void> {
  const location = join(folder, ...parts);
  await mkdir(join(location, ".."), { recursive: true });
  await writeFile(location, "");
}

async function paths(): Promise<string[]> {
  return (await findSources(folder)).map(({ path }) => path);
}

it("finds every file of every folder, in the order of their names", async () => {
  await put("2032", "乙局.txt");
  await put("2031", "甲局", "第二份.txt");
  await put("2031", "甲局", "第一份 副本.txt");
  await put("b.txt");
  await put("B.txt");
  expect(await paths()).toEqual([
    "2031/甲局/第一份 副本.txt",
    "2031/甲局/第二份.txt",
    "2032/乙局.txt",
    "B.txt",
    "b.txt",
  ]);
});

it("leaves out what systems and office programs leave behind", async () => {
  for (const name of [".DS_Store", ".gitkeep", "~$甲局.xlsx", "Thumbs.db", "desktop.ini", "甲局.txt"]) {
    await put(name);
  }
  expect(await paths()).toEqual(["甲局.txt"]);
});

it("follows links, also one that leads back to where it stands", async () => {
  await put("2031", "甲局.txt");
  await mkdir(join(folder, "elsewhere"));
  await symlink(join(folder, "2031"), join(folder, "elsewhere", "again"), "junction");
  await symlink(folder, join(folder, "2031", "back"), "junction");
  expect(await paths()).toEqual(["2031/甲局.txt"]);
});

it("keeps a folder that cannot be looked into, with the reason", async () => {
  const missing = join(folder, "gone");
  expect(await findSources(missing)).toMatchObject([{ location: missing, error: { code: "ENOENT" } }]);
});
