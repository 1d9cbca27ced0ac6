/**
 * `npm run bench`: how fast forms are read and computed, as ratios that hold on any machine. `--quick` takes a
 * fortieth of the text and one round.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { arch, cpus, platform, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { compare } from "./comparison.ts";
import { grow } from "./growth.ts";
import { documentsFor, FORMS_PER_DOCUMENT, makeMaterial } from "./material.ts";
import { megabytes } from "./table.ts";

const FULL = { bytes: 20e6, forms: [100, 1_000, 10_000], rounds: 3 };
const QUICK = { bytes: 0.5e6, forms: [16, 48, 144], rounds: 1 };

const { quick } = parseArgs({ options: { quick: { type: "boolean", default: false } } }).values;
const { bytes, forms, rounds } = quick ? QUICK : FULL;

const folder = await mkdtemp(join(tmpdir(), "jixiao-bench-"));
try {
  const material = await makeMaterial(folder, await documentsFor(bytes));
  console.log(`Node ${process.version} on ${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model}`);
  console.log(
    `${megabytes(material.bytes)}: ${material.documents} documents, ${material.forms} forms. ` +
      `Medians of ${rounds} (least–most).\n`,
  );
  console.log(`${await compare(material, rounds)}\n`);
  const sizes = [];
  for (const size of forms) sizes.push(await makeMaterial(folder, Math.ceil(size / FORMS_PER_DOCUMENT)));
  console.log(await grow(sizes, rounds));
} finally {
  await rm(folder, { recursive: true, force: true });
}
