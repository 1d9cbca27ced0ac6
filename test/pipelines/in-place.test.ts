import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { writeInPlace } from "../../pipelines/export/in-place.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "in-place-"));
  await mkdir(join(folder, "to", "b"), { recursive: true });
  await writeFile(join(folder, "to", "a"), "old a");
  await writeFile(join(folder, "to", "b", "x"), "old x");
});
afterEach(() => rm(folder, { recursive: true }));

async function writeNew(fresh: string): Promise<void> {
  await writeFile(join(fresh, "a"), "new a");
  await mkdir(join(fresh, "b"));
  await writeFile(join(fresh, "b", "y"), "new y");
}

it("replaces files and folders whole", async () => {
  await writeInPlace(join(folder, "to"), writeNew);
  expect(await readFile(join(folder, "to", "a"), "utf8")).toBe("new a");
  expect(await readdir(join(folder, "to", "b"))).toEqual(["y"]);
  expect(await readdir(folder)).toEqual(["to"]);
});

it("undoes the moves made when one cannot be made", async () => {
  const blocked = writeInPlace(join(folder, "to"), async (fresh) => {
    await writeNew(fresh);
    // Something in the way of putting the old b aside stands in for a program that holds it open.
    await mkdir(join(fresh, "..", "old", "b", "in the way"), { recursive: true });
  });
  await expect(blocked).rejects.toThrow(`不能替换 ${join(folder, "to", "b")}`);
  expect(await readFile(join(folder, "to", "a"), "utf8")).toBe("old a");
  expect(await readdir(join(folder, "to", "b"))).toEqual(["x"]);
  expect(await readdir(folder)).toEqual(["to"]);
});
