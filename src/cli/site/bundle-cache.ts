/**
 * The packages that pages use, bundled for browsers: Framework bundles them anew for each copy of the pages, which takes
 * longer than all else. The bundles depend on nothing but the packages' versions, so they are kept beside the packages.
 */
import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Where Framework looks for bundles, in a copy of the pages. */
const BUNDLES = join("src", ".observablehq", "cache", "_node");

/** The folder of kept bundles for the packages that are installed now. */
async function keptBundles(nodeModules: string): Promise<string> {
  // npm writes what is installed here; whatever changes in it may change a bundle.
  const installed = await readFile(join(nodeModules, ".package-lock.json")).catch(() => null);
  if (!installed) throw new Error("not installed by npm");
  const hash = createHash("sha256").update(installed).digest("hex").slice(0, 16);
  return join(nodeModules, ".cache", "jixiao", `bundles-${hash}`);
}

/** Gives a copy of the pages the bundles that were kept; without them Framework makes its own. */
export async function restoreBundles(nodeModules: string, pages: string): Promise<void> {
  try {
    await cp(await keptBundles(nodeModules), join(pages, BUNDLES), { recursive: true });
  } catch {
    // None were kept yet.
  }
}

/** Keeps the bundles of a build that succeeded. Where the packages' folder cannot be written, the next build waits. */
export async function keepBundles(nodeModules: string, pages: string): Promise<void> {
  try {
    const kept = await keptBundles(nodeModules);
    await mkdir(dirname(kept), { recursive: true });
    const beside = await mkdtemp(`${kept}-`);
    await cp(join(pages, BUNDLES), beside, { recursive: true });
    await rm(kept, { recursive: true, force: true });
    await rename(beside, kept);
  } catch {
    // Another build has kept the same, or nothing can be kept here.
  }
}
