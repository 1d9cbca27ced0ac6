import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { makeClean, makeDamaged, makeLong } from "../../bench/made-material.ts";
import { readDocument } from "../../loaders/document.ts";
import { cellFlags } from "../../loaders/form/flags.ts";
import { temporaryFolder } from "../cli/workspace.ts";

const read = async ({ file }: { file: string }) => readDocument(await readFile(file), "made.txt").forms;

it("clean forms are read without a doubt, damaged ones all found and some of it doubted", async () => {
  const folder = await temporaryFolder();
  const clean = await read(await makeClean(folder, 12));
  expect(clean).toHaveLength(12);
  expect(clean.flatMap(cellFlags)).toEqual([]);
  const damaged = await read(await makeDamaged(folder, 12));
  expect(damaged).toHaveLength(12);
  expect(damaged.flatMap(cellFlags).length).toBeGreaterThan(0);
});

it("a long form has all of its rows, and its points add up", async () => {
  const [form, ...others] = await read(await makeLong(await temporaryFolder(), 180));
  expect(others).toEqual([]);
  expect(form!.indicators).toHaveLength(180);
  expect(new Set(form!.indicators.map(({ name }) => name.value)).size).toBe(180);
  expect(form).toMatchObject({ weightsSumOk: true, scoresSumOk: true });
});
