/**
 * Scripts of a page as files beside it: a server that lets pages run the site's own files only, as a
 * Content-Security-Policy says, would not run what stands inside a page.
 */
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { BUNDLES } from "./bundle-modules.ts";

const INLINE_SCRIPT = /<script((?:\s+type="module")?)>([\s\S]*?)<\/script>/g;

/** Moves the scripts of every page of a built site into files; a script that pages share is one file. */
export async function externalScripts(site: string): Promise<void> {
  const names = await readdir(site, { recursive: true });
  for (const name of names.filter((name) => name.endsWith(".html"))) await ofPage(site, name);
}

async function ofPage(site: string, name: string): Promise<void> {
  const path = join(site, name);
  const page = await readFile(path, "utf8");
  const scripts = new Map<string, string>();
  const changed = page.replace(INLINE_SCRIPT, (_, type: string, code: string) => {
    const hash = createHash("sha256").update(code).digest("hex").slice(0, 8);
    // A module stands in the page's own folder, so that what it imports by relative paths is still where it was.
    const folder = type ? dirname(path) : join(site, BUNDLES);
    const file = join(folder, `page.${hash}.js`);
    scripts.set(file, code);
    const address = relative(dirname(path), file).split(sep).join("/");
    return `<script${type} src="${address.startsWith(".") ? "" : "./"}${address}"></script>`;
  });
  await mkdir(join(site, BUNDLES), { recursive: true });
  for (const [file, code] of scripts) await writeFile(file, code);
  if (scripts.size > 0) await writeFile(path, changed);
}
