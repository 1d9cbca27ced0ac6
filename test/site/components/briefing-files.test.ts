/** Briefings of a site that follows its sources: what is left off is written by the next run. */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "../../../loaders/warehouse/database.ts";
import type { BriefingList } from "../../../src/components/briefing/briefing-data.ts";
import { writeBriefingFiles } from "../../../src/data/briefing-files.ts";
import { DOCUMENTS, ONE_FORM } from "../made-forms.ts";
import { makeWarehouse } from "../made-warehouse.ts";

async function listIn(folder: string): Promise<BriefingList["briefings"]> {
  return JSON.parse(await readFile(join(folder, "index.json"), "utf8")).briefings;
}

/** An answer to `isOver` that is yes after so many briefings. */
function after(briefings: number): () => boolean {
  let asked = 0;
  return () => asked++ >= briefings;
}

test("what was left off when the facts changed again is listed as it lies, and written by the next run", async () => {
  const root = await mkdtemp(join(tmpdir(), "jixiao-briefings-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const folder = join(root, "briefings");
  const [few, many] = [join(root, "few.duckdb"), join(root, "many.duckdb")];
  await makeWarehouse(few, ONE_FORM);
  await makeWarehouse(many, DOCUMENTS);
  const write = async (path: string, isOver?: () => boolean) => {
    const { connection, close } = await openDatabase(path, { readOnly: true });
    try {
      await writeBriefingFiles(connection, folder, isOver ? { isOver } : {});
    } finally {
      close();
    }
  };

  await write(few, after(1));
  expect(await listIn(folder)).toHaveLength(1);
  await write(few);
  const before = await listIn(folder);
  expect(before.length).toBeGreaterThan(1);

  // One briefing is of the new facts, the others of the old, and the list says so of each.
  await write(many, after(1));
  const between = await listIn(folder);
  const changed = between.filter(({ id, key }) => before.find((one) => one.id === id)?.key !== key);
  expect(changed).toHaveLength(1);
  const files = await readdir(folder);
  for (const { id } of between) expect(files).toContain(`${id}.json`);

  await write(many);
  const whole = await listIn(folder);
  expect(whole.length).toBeGreaterThan(between.length);
  for (const { id } of whole) expect(await readdir(folder)).toContain(`${id}.docx`);
});
