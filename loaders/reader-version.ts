/**
 * Which reader read a file: files read by another one are read again.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** All that decides how bytes become forms. */
const SOURCES = ["document.ts", "readers", "form"];

/** The packages that take files apart; so does the dictionary of words that Node carries (ICU's). */
export const READER_LIBRARIES = [
  "@e965/xlsx",
  "csv-parse",
  "mammoth",
  "opencc-js",
  "parse5",
  "pdfjs-dist",
  "yauzl",
] as const;

/** Changes with the reader's own source code and with its libraries, so that it can't be forgotten: 12 hex digits. */
export const READER_VERSION: string = versionOf(fileURLToPath(new URL(".", import.meta.url)));

function versionOf(folder: string): string {
  const hash = createHash("sha256");
  // A checkout on Windows may have other line ends; they change nothing.
  for (const path of SOURCES.flatMap((name) => filesBelow(join(folder, name))).sort())
    hash.update(readFileSync(path, "utf8").replaceAll("\r\n", "\n"));
  for (const name of READER_LIBRARIES) hash.update(`${name}@${libraryVersion(name)}`);
  hash.update(`icu@${process.versions.icu}`);
  return hash.digest("hex").slice(0, 12);
}

/** The version of an installed package. @throws Error where it is not installed: nothing could be read without it */
export function libraryVersion(name: string): string {
  // Packages need not let their package.json be imported; it lies in their folder all the same.
  const places = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const manifest = places.map((place) => join(place, name, "package.json")).find((path) => existsSync(path));
  if (!manifest) throw new Error(`没有安装读取文件所需的软件包 ${name}，请在项目文件夹中运行 npm ci`);
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
}

function filesBelow(path: string): string[] {
  if (path.endsWith(".ts")) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const child = join(path, entry.name);
    return entry.isDirectory() || entry.name.endsWith(".ts") ? filesBelow(child) : [];
  });
}
