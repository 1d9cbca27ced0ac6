/**
 * Which reader read a file: files read by another one are read again.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** All that decides how bytes become forms. */
const SOURCES = ["document.ts", "readers", "form"];

/** Changes with the reader's own source code, so that it can't be forgotten: 12 hex digits. */
export const READER_VERSION: string = versionOf(fileURLToPath(new URL(".", import.meta.url)));

function versionOf(folder: string): string {
  const hash = createHash("sha256");
  // A checkout on Windows may have other line ends; they change nothing.
  for (const path of SOURCES.flatMap((name) => filesBelow(join(folder, name))).sort())
    hash.update(readFileSync(path, "utf8").replaceAll("\r\n", "\n"));
  return hash.digest("hex").slice(0, 12);
}

function filesBelow(path: string): string[] {
  if (path.endsWith(".ts")) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const child = join(path, entry.name);
    return entry.isDirectory() || entry.name.endsWith(".ts") ? filesBelow(child) : [];
  });
}
