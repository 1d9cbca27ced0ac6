import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { makeMaterial } from "../../bench/material.ts";
import { readDocument } from "../../loaders/document.ts";
import { findSources } from "../../loaders/sources.ts";
import { temporaryFolder } from "../cli/workspace.ts";

it("each copy is another file with the same forms, and one file holds all of them", async () => {
  const material = await makeMaterial(await temporaryFolder(), 3);
  const sources = await findSources(material.workspace.sources);
  const files = await Promise.all(sources.map(({ location }) => readFile(location)));
  expect(new Set(files.map((bytes) => createHash("sha256").update(bytes).digest("hex"))).size).toBe(3);
  const forms = files.map((bytes, at) => readDocument(bytes, sources[at]!.path).forms);
  for (const read of forms)
    expect(read.map(({ funding }) => funding)).toEqual(forms[0]!.map(({ funding }) => funding));
  const together = readDocument(await readFile(material.file), "单位.txt");
  expect(together.forms).toHaveLength(material.forms);
});
