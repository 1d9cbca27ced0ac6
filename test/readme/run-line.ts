/** A line of a shell block, run as it stands: `npx jixiao …` and `npm …`, without a shell and without npm. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../../src/cli/version.ts";
import { JIXIAO } from "../cli/workspace.ts";

interface Manifest {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

/** How a command ended, and what it printed. */
export interface Ran {
  code: number | null;
  printed: string;
}

const manifest = json("package.json") as Manifest;
/** What `npm run check` and `npm test` start is not started again by a test: it would run itself. */
const NOT_HERE = ["check", "test"];
/** What `jixiao start` says when the site can be looked at. */
const ADDRESS = /网站已在本机打开：(\S+)/;

/**
 * Runs a line in a folder.
 * @throws Error when npm has no such script, or the line is of a kind that nobody can run
 */
export async function runLine(line: string, folder: string): Promise<Ran> {
  const [program, ...words] = [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
  if (program === "npx" && words[0] === "jixiao") return runNode([JIXIAO, ...words.slice(1)], folder);
  if (program === "npm" && words[0] === "ci") return checkLock();
  if (program === "npm") return runScript(words, folder);
  throw new Error(`not a command of this project: ${line}`);
}

/** `npm ci` refuses when the lock file does not hold what package.json asks for. */
function checkLock(): Ran {
  const lock = json("package-lock.json") as { packages: { "": Manifest } };
  const { dependencies, devDependencies } = lock.packages[""];
  const same = [
    [dependencies, manifest.dependencies],
    [devDependencies, manifest.devDependencies],
  ].every(([locked, asked]) => sorted(locked!) === sorted(asked!));
  return { code: same ? 0 : 1, printed: "package-lock.json and package.json differ" };
}

/** `npm start`, `npm test` and `npm run NAME`, with what stands behind `--`. */
async function runScript(words: readonly string[], folder: string): Promise<Ran> {
  const name = words[0] === "run" ? words[1]! : words[0]!;
  const script = manifest.scripts[name];
  if (script === undefined) throw new Error(`package.json has no script ${name}`);
  const passed = words.includes("--") ? words.slice(words.indexOf("--") + 1) : [];
  if (NOT_HERE.includes(name)) return checkPrograms(script);
  const [program, file, ...rest] = script.split(" ");
  const loader = program === "tsx" ? ["--import", import.meta.resolve("tsx")] : [];
  return runNode([...loader, join(PACKAGE_ROOT, file!), ...rest, ...passed], folder);
}

/** Whether the programs of a script are installed. */
function checkPrograms(script: string): Ran {
  const programs = script.split("&&").map((command) => command.trim().split(" ")[0]!);
  const missing = programs.filter((name) => !existsSync(join(PACKAGE_ROOT, "node_modules", ".bin", name)));
  return { code: missing.length, printed: `not installed: ${missing}` };
}

/** Runs Node to its end; a site that is served is looked at, and then the command is stopped. */
async function runNode(args: readonly string[], cwd: string): Promise<Ran> {
  const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  let looked: Promise<void> | undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      const address = ADDRESS.exec(printed)?.[1];
      if (address && !looked) looked = look(address).finally(() => child.kill());
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  await looked;
  return { code, printed };
}

async function look(address: string): Promise<void> {
  const page = await fetch(address);
  if (!page.ok || !(await page.text()).includes("<!DOCTYPE html>")) throw new Error(`no page at ${address}`);
}

function json(name: string): unknown {
  return JSON.parse(readFileSync(join(PACKAGE_ROOT, name), "utf8"));
}

function sorted(versions: Record<string, string>): string {
  return JSON.stringify(Object.entries(versions).sort());
}
