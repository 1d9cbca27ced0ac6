/**
 * Where the program lies and which version it is.
 */
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const PACKAGE_FILE = fileURLToPath(new URL("../../package.json", import.meta.url));

/** The folder of the installed program: pages, models and Framework's configuration are in it. */
export const PACKAGE_ROOT = dirname(PACKAGE_FILE);

/** The version of the program, as in package.json. */
export const VERSION: string = JSON.parse(readFileSync(PACKAGE_FILE, "utf8")).version;
