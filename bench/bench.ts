/**
 * `npm run bench`: how fast forms are read and computed, as ratios that hold on any machine. `--quick` takes a
 * fortieth of the text and one round; `--transform` measures the computing alone, on up to 100,000 forms.
 */
import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { arch, cpus, platform, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { compare } from "./comparison.ts";
import { compareFormats } from "./formats/compare.ts";
import { makeFormatFiles } from "./formats/material.ts";
import { grow, type Size } from "./growth.ts";
import { makeClean, makeDamaged, makeLong } from "./made-material.ts";
import { documentsFor, FORMS_PER_DOCUMENT, type Material, makeMaterial } from "./material.ts";
import { transformReport } from "./transform.ts";

const FULL = {
  bytes: 20e6,
  made: 5_000,
  forms: [100, 1_000, 10_000],
  rows: [250, 500, 1_000],
  rounds: 5,
  formats: { workbook: 1_000, text: 300, pages: 300 },
  district: { forms: 10_000, districts: [1, 3, 10] },
};
const QUICK = {
  bytes: 0.5e6,
  made: 100,
  forms: [16, 48, 144],
  rows: [30, 60, 120],
  rounds: 1,
  formats: { workbook: 30, text: 10, pages: 9 },
  district: { forms: 100, districts: [1, 2, 3] },
};

const { quick, transform } = parseArgs({
  options: { quick: { type: "boolean", default: false }, transform: { type: "boolean", default: false } },
}).values;
const { bytes, made, forms, rows, rounds, formats, district } = quick ? QUICK : FULL;

const folder = await mkdtemp(join(tmpdir(), "jixiao-bench-"));
// Also when somebody interrupts it: measuring takes minutes.
process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

console.log(`Node ${process.version} on ${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model}`);
const growthRounds = Math.ceil(rounds / 2);
if (transform) {
  console.log(`\n${await transformReport(folder, { ...district, rounds: growthRounds })}`);
  process.exit();
}

const published = await makeMaterial(folder, await documentsFor(bytes));
const clean = await makeClean(folder, made);
const damaged = await makeDamaged(folder, made);
console.log(
  `published: ${sizeOf(published)} in ${published.documents} documents; clean: ${sizeOf(clean)}; ` +
    `damaged: ${sizeOf(damaged)}. Medians of ${rounds} (least–most).\n`,
);

const onPublished = { text: published.file, forms: published.forms };
const files = { path: published.workspace.root, ...onPublished };
const onClean = { path: clean.file, text: clean.file, forms: clean.forms };
const onDamaged = { path: damaged.file, text: damaged.file, forms: damaged.forms };
console.log(
  await compare(
    [
      { name: "published, one file, one thread", job: "read", path: published.file, ...onPublished },
      {
        name: "published, one file, all processors",
        job: "read-on-all",
        path: published.file,
        ...onPublished,
      },
      { name: "published, many files, all processors", job: "read-files", ...files },
      { name: "jixiao run on these files", job: "run", ...files },
      { name: "clean forms, one thread", job: "read", ...onClean },
      { name: "clean forms, all processors", job: "read-on-all", ...onClean },
      { name: "damaged forms, one thread", job: "read", ...onDamaged },
      { name: "damaged forms, all processors", job: "read-on-all", ...onDamaged },
    ],
    rounds,
  ),
);

const sizes: Material[] = [];
for (const size of forms) sizes.push(await makeMaterial(folder, Math.ceil(size / FORMS_PER_DOCUMENT)));
const asFiles = sizes.map(({ forms, file }) => ({ pieces: forms, path: file, forms }));
const asWorkspaces = sizes.map(({ forms, workspace }) => ({ pieces: forms, path: workspace.root, forms }));
const longForms: Size[] = [];
for (const pieces of rows) longForms.push({ pieces, path: (await makeLong(folder, pieces)).file, forms: 1 });
for (const [title, piece, job, steps] of [
  ["published, as one file", "form", "read", asFiles],
  ["published, on all processors", "form", "read-files", asWorkspaces],
  ["jixiao run on these files", "form", "run", asWorkspaces],
  ["one form", "row", "read", longForms],
] as const)
  console.log(`\n${await grow(title, piece, job, steps, growthRounds)}`);
console.log(`\n${await compareFormats(await makeFormatFiles(folder, formats), growthRounds)}`);
console.log(`\n${await transformReport(folder, { ...district, rounds: growthRounds })}`);

function sizeOf({ bytes, forms }: { bytes: number; forms: number }): string {
  return `${forms} forms, ${(bytes / 1e6).toPrecision(2)} MB`;
}
