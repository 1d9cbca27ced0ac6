/** Pages that analysts have added: Markdown files beside the site's own. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SitePage } from "./masthead.ts";

const PAGES = fileURLToPath(new URL("../", import.meta.url));
const TITLE = /^---\n(?:.*\n)*?title: *(.+?) *\n(?:.*\n)*?---/;

/** Every page whose path is not among the known ones, by its title. */
export function ownPages(known: ReadonlySet<string>, folder = PAGES): SitePage[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .map((file) => ({ file, path: `/${file.slice(0, -3)}` }))
    .filter(({ path }) => !known.has(path))
    .map(({ file, path }) => ({ path, name: titleOf(join(folder, file)) ?? path.slice(1) }))
    .sort((a, b) => a.path.localeCompare(b.path));
}

function titleOf(file: string): string | undefined {
  return TITLE.exec(readFileSync(file, "utf8").replaceAll("\r\n", "\n"))?.[1];
}
