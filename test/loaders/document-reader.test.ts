import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { chanceOf } from "../../loaders/demo/chance.ts";
import { DAMAGES, type Damage } from "../../loaders/demo/damage.ts";
import { printForm, textOfLines } from "../../loaders/demo/print-form.ts";
import { type DocumentReader, openReader, readerOfThisThread } from "../../loaders/document-reader.ts";
import { readRegularFile } from "../../loaders/read-source.ts";
import { readSources, type SettledSource } from "../../loaders/read-sources.ts";
import { findSources } from "../../loaders/sources.ts";
import { NOTHING_BEFORE } from "../../loaders/warehouse/previous.ts";
import { makeWorkspace } from "../cli/workspace.ts";
import { trueForm } from "./made/truth.ts";

const effects = { readFile: readRegularFile, now: () => new Date("2031-04-05T06:07:08Z") };
/** The first documents are read in this thread, the others each as a whole in another one. */
const threads = { threads: 2, leastBytes: 20_000 };
const readers: DocumentReader[] = [];
afterAll(() => Promise.all(readers.map((reader) => reader.close())));

/** Documents of several damaged forms, files that hold none, and one file twice. */
function madeFiles(): Record<string, string> {
  const files: Record<string, string> = { "2031/空.txt": "", "2031/目录.txt": "目录\n一、部门概况\n" };
  for (let document = 0; document < 12; document++) {
    const forms = fc.sample(trueForm, { numRuns: 3, seed: 40 + document }).map((truth, index) => {
      const chance = chanceOf(100 * document + index);
      const damages: Damage[] = Object.values(DAMAGES);
      const lines = { lines: printForm(truth, "middle"), lost: new Set<string>() };
      return textOfLines(
        damages.reduce((form, damage) => (chance(3) ? form : damage(form, chance)), lines).lines,
      );
    });
    files[`2031/单位-${document}.txt`] = forms.join("\n\n");
  }
  files["2032/副本.txt"] = files["2031/单位-3.txt"]!;
  return files;
}

async function settled(sources: string, reader: DocumentReader): Promise<SettledSource[]> {
  readers.push(reader);
  const all: SettledSource[] = [];
  for await (const source of readSources(await findSources(sources), {
    before: NOTHING_BEFORE,
    reader,
    effects,
  }))
    all.push(source);
  return all;
}

it("reads on several threads what it reads on one, in the same order", async () => {
  const { sources } = await makeWorkspace(madeFiles());
  const onThreads = openReader(threads);
  const inParallel = await settled(sources, onThreads);
  expect(onThreads.atOnce).toBeGreaterThan(1);
  const oneByOne = await settled(sources, readerOfThisThread());
  expect(inParallel).toEqual(oneByOne);
  const kinds = inParallel.map(({ outcome }) =>
    outcome.kind === "rejected" ? outcome.rejected.code : outcome.kind,
  );
  expect(kinds.filter((kind) => kind === "read")).toHaveLength(12);
  expect(kinds).toEqual(expect.arrayContaining(["empty", "no_form", "duplicate"]));
});

it("starts no other thread for little", async () => {
  const { sources } = await makeWorkspace({ "a.txt": "甲", "b.txt": "乙" });
  const reader = openReader({ threads: 2, leastBytes: 100 });
  await settled(sources, reader);
  expect(reader.atOnce).toBe(1);
});
