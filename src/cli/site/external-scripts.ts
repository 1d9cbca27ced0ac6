/**
 * Scripts of a page as files beside it: a server that lets pages run the site's own files only, as a
 * Content-Security-Policy says, would not run what stands inside a page.
 */
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const INLINE_SCRIPT = /<script((?:\s+type="module")?)>([\s\S]*?)<\/script>/g;

/** Moves the scripts of every page of a built site into files; a script that pages share is one file. */
export async function externalScripts(site: string): Promise<void> {
  const names = await readdir(site, { recursive: true });
  for (const name of names.filter((name) => name.endsWith(".html"))) await ofPage(join(site, name));
}

async function ofPage(path: string): Promise<void> {
  const page = await readFile(path, "utf8");
  const scripts = new Map<string, string>();
  const changed = page.replace(INLINE_SCRIPT, (_, type: string, code: string) => {
    const hash = createHash("sha256").update(code).digest("hex").slice(0, 8);
    const name = `page.${hash}.js`;
    scripts.set(name, code);
    return `<script${type} src="./${name}"></script>`;
  });
  // In the page's own folder, so that what it imports by relative paths is still where it was.
  for (const [name, code] of scripts) await writeFile(join(path, "..", name), code);
  if (scripts.size > 0) await writeFile(path, changed);
}
