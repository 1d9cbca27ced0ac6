/**
 * Observable Framework as a process of its own: its build, without its telemetry and its English progress.
 */
import { cp, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { PACKAGE_ROOT } from "../version.ts";
import { keepBundles, restoreBundles } from "./bundle-cache.ts";
import { bundleModules } from "./bundle-modules.ts";
import { runDataLoaders } from "./data-loaders.ts";
import { externalScripts } from "./external-scripts.ts";
import { type NodeResult, runNode } from "./node-process.ts";

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
export async function frameworkBuild(warehouse: string, to: string): Promise<NodeResult> {
  const framework = frameworkPackage();
  const folder = await mkdtemp(join(tmpdir(), "jixiao-site-"));
  try {
    for (const name of PAGES) {
      const filter = (path: string) => !NO_PAGES.includes(path);
      await cp(join(PACKAGE_ROOT, name), join(folder, name), { recursive: true, filter });
    }
    // A junction is the one link that Windows lets everybody make.
    await symlink(framework.nodeModules, join(folder, "node_modules"), "junction");
    const data = join(folder, "src", "data");
    const loaded = await runDataLoaders(warehouse, data);
    if (!loaded.ok) return loaded;
    // What a loader has printed stands in its place; of the two, Framework would run the loader.
    for (const name of await readdir(data)) if (name.endsWith(".json.ts")) await rm(join(data, name));
    await restoreBundles(framework.nodeModules, folder);
    const result = await runNode([framework.bin, "build"], folder, {
      OBSERVABLE_TELEMETRY_DISABLE: "true",
      // Framework starts a process for itself, which has to hear of it too.
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --import=${new URL("no-network.js", import.meta.url)}`,
      JIXIAO_WAREHOUSE: warehouse,
      JIXIAO_DIST: to,
    });
    if (!result.ok) return result;
    await keepBundles(framework.nodeModules, folder);
    await externalScripts(to);
    await bundleModules(to, framework.nodeModules);
    return result;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The installed Framework: its program, and the folder of packages that it and the pages are in. */
function frameworkPackage(): { bin: string; nodeModules: string } {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve("@observablehq/framework/package.json");
  const folder = dirname(manifest);
  return { bin: join(folder, require(manifest).bin.observable), nodeModules: resolve(folder, "..", "..") };
}
