/**
 * Builds the site of a warehouse from a copy of the pages: Framework keeps what loaders print in a folder beside the
 * pages, and two builds of different warehouses must not find each other's.
 */
import { execFile } from "node:child_process";
import { cp, mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { openDatabase } from "../../loaders/warehouse/database.ts";
import { writeFormShares } from "../../src/data/form-share.ts";

const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));
const FRAMEWORK = join(REPOSITORY, "node_modules/@observablehq/framework/dist/bin/observable.js");
const PAGES = ["src", "observablehq.config.ts", "package.json"];

/** Everything of `src` but the command and what builds left behind. */
function isPage(path: string): boolean {
  return ![join(REPOSITORY, "src", "cli"), join(REPOSITORY, "src", ".observablehq")].includes(path);
}

/** The site of `warehouse` as plain files; returns their folder, inside `folder`. */
export async function buildSite(warehouse: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const name of PAGES) {
    await cp(join(REPOSITORY, name), join(folder, name), { recursive: true, filter: isPage });
  }
  await symlink(join(REPOSITORY, "node_modules"), join(folder, "node_modules"), "junction");
  const dist = join(folder, "dist");
  await promisify(execFile)(process.execPath, [FRAMEWORK, "build"], {
    cwd: folder,
    env: {
      ...process.env,
      ...{ OBSERVABLE_TELEMETRY_DISABLE: "true", JIXIAO_WAREHOUSE: warehouse, JIXIAO_DIST: dist },
    },
  });
  const { connection, close } = await openDatabase(warehouse, { readOnly: true });
  try {
    await writeFormShares(connection, join(dist, "_file", "data", "forms"));
  } finally {
    close();
  }
  return dist;
}
