/**
 * Observable Framework as a process of its own: its build, without its telemetry and its English progress.
 */
import { spawn } from "node:child_process";
import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { PACKAGE_ROOT } from "../version.ts";

export interface FrameworkResult {
  ok: boolean;
  /** What Framework and the data loaders printed. */
  log: string;
}

/** What Framework needs of the program. */
const PAGES = ["src", "observablehq.config.ts", "package.json"];
/** What it need not see: the command, and what previews have left. */
const NO_PAGES = [join(PACKAGE_ROOT, "src", "cli"), join(PACKAGE_ROOT, "src", ".observablehq")];

/**
 * Builds the pages into a folder from a warehouse; both paths absolute.
 *
 * The build works on a copy of the pages: Framework keeps what data loaders print in a folder beside the pages and uses
 * it again whatever its age, and neither an older warehouse nor the build of another may be found there.
 */
export async function frameworkBuild(warehouse: string, to: string): Promise<FrameworkResult> {
  const framework = frameworkPackage();
  const folder = await mkdtemp(join(tmpdir(), "jixiao-site-"));
  try {
    for (const name of PAGES) {
      const filter = (path: string) => !NO_PAGES.includes(path);
      await cp(join(PACKAGE_ROOT, name), join(folder, name), { recursive: true, filter });
    }
    // A junction is the one link that Windows lets everybody make.
    await symlink(framework.nodeModules, join(folder, "node_modules"), "junction");
    return await run([framework.bin, "build"], folder, {
      OBSERVABLE_TELEMETRY_DISABLE: "true",
      JIXIAO_WAREHOUSE: warehouse,
      JIXIAO_DIST: to,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<FrameworkResult> {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    windowsHide: true,
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      log += text;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  return { ok: code === 0, log };
}

/** The installed Framework: its program, and the folder of packages that it and the pages are in. */
function frameworkPackage(): { bin: string; nodeModules: string } {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve("@observablehq/framework/package.json");
  const folder = dirname(manifest);
  return { bin: join(folder, require(manifest).bin.observable), nodeModules: resolve(folder, "..", "..") };
}
