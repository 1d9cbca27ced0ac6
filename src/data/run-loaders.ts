/**
 * Runs every data loader in one process and writes what each prints, under its name without `.ts`: a process for each,
 * as Framework would start them, takes longer than all their queries together.
 */
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const LOADERS = fileURLToPath(new URL(".", import.meta.url));

/** Written by `writePageFiles`, since no page names them beforehand. */
const WRITTEN_LATER = ["dictionary.json.ts", "notices.json.ts", "search.json.ts"];

/** `years.json.ts`; a loader with parameters in its path runs for an address, not beforehand. */
function isLoader(path: string): boolean {
  return /\.[a-z]+\.ts$/.test(path) && !path.includes("[") && !WRITTEN_LATER.includes(path);
}

/** What a loader prints. A loader is a module that does its work when it is loaded, so each can run once a process. */
async function outputOf(path: string): Promise<Buffer> {
  const printed: Buffer[] = [];
  const { write } = process.stdout;
  process.stdout.write = (chunk: string | Uint8Array) => {
    printed.push(Buffer.from(chunk as Uint8Array));
    return true;
  };
  try {
    await import(pathToFileURL(path).href);
  } finally {
    process.stdout.write = write;
  }
  return Buffer.concat(printed);
}

async function runLoaders(to: string): Promise<void> {
  const loaders = (await readdir(LOADERS, { recursive: true })).filter(isLoader).sort();
  for (const path of loaders) {
    const file = join(to, path.replace(/\.ts$/, ""));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, await outputOf(join(LOADERS, path)));
  }
}

await runLoaders(process.argv[2]!);
