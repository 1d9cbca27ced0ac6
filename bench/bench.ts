/**
 * `npm run bench`: how fast forms are read and computed, as ratios that hold on any machine. `--quick` takes a
 * fortieth of the text and one round.
 */
import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { arch, cpus, platform, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { compare } from "./comparison.ts";
import { compareFormats } from "./formats/compare.ts";
import { makeFormatFiles } from "./formats/material.ts";
import { grow } from "./growth.ts";
import { documentsFor, FORMS_PER_DOCUMENT, type Material, makeMaterial } from "./material.ts";

const FULL = {
  bytes: 20e6,
  forms: [100, 1_000, 10_000],
  rounds: 5,
  formats: { workbook: 1_000, text: 300, pages: 300 },
};
const QUICK = {
  bytes: 0.5e6,
  forms: [16, 48, 144],
  rounds: 1,
  formats: { workbook: 30, text: 10, pages: 9 },
};

const { quick } = parseArgs({ options: { quick: { type: "boolean", default: false } } }).values;
const { bytes, forms, rounds, formats } = quick ? QUICK : FULL;

const folder = await mkdtemp(join(tmpdir(), "jixiao-bench-"));
// Also when somebody interrupts it: measuring takes minutes.
process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

const material = await makeMaterial(folder, await documentsFor(bytes));
console.log(`Node ${process.version} on ${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model}`);
console.log(
  `${(material.bytes / 1e6).toPrecision(2)} MB: ${material.documents} documents, ${material.forms} forms. ` +
    `Medians of ${rounds} (least–most).\n`,
);
console.log(`${await compare(material, rounds)}\n`);
const sizes: Material[] = [];
for (const size of forms) sizes.push(await makeMaterial(folder, Math.ceil(size / FORMS_PER_DOCUMENT)));
console.log(await grow(sizes, Math.ceil(rounds / 2)));
console.log(`\n${await compareFormats(await makeFormatFiles(folder, formats), Math.ceil(rounds / 2))}`);
