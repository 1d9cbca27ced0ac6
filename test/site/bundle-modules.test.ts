/** The modules of a built site in bundles: pages find theirs, and nothing that nobody uses is left. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { bundleModules } from "../../src/cli/site/bundle-modules.ts";

/** A folder with files of these contents. */
async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "jixiao-bundles-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

const PAGE = (script: string) =>
  `<head><link rel="modulepreload" href="./_import/old.js">\n<script src="./_import/page.0.js"></script><script type="module" src="./${script}"></script></head>`;

const SITE = {
  "a.html": PAGE("page.a.js"),
  "b.html": PAGE("page.b.js"),
  "_import/page.0.js": "classic()",
  "page.a.js": `const [{used}] = await Promise.all([import("./_import/components/shared.1.js")]);
    const never = () => import("./_npm/elsewhere@1/index.js"); globalThis.said = [used(), typeof never];`,
  "page.b.js": `import {here, used} from "./_import/components/shared.1.js"; globalThis.said = [used(), here];`,
  "_import/components/shared.1.js": `import {kept} from "../../_node/lean@1.0.0/index.2.js";
    export const used = () => kept; export const here = new URL("../../_file/x.json", import.meta.url).href;`,
  "_node/lean@1.0.0/index.2.js": `import "../../_node/whole@1.0.0/index.3.js"; export const kept = "甲";
    export const dropped = "nobody asks for this";`,
  "_node/whole@1.0.0/index.3.js": `globalThis.effect = "has effects";`,
};

const PACKAGES = {
  "lean/package.json": '{"sideEffects": false}',
  "whole/package.json": "{}",
};

test("pages load bundles that hold what they use, at the right place, and ask for all of them at once", async () => {
  const [site, packages] = [await folderWith(SITE), await folderWith(PACKAGES)];
  await bundleModules(site, packages);
  const bundles = (await readdir(join(site, "_import"))).filter((name) => name.endsWith(".js"));
  for (const name of ["a", "b"]) {
    const page = await readFile(join(site, `${name}.html`), "utf8");
    const [, entry] = /<script type="module" src="\.\/_import\/([^"]+)">/.exec(page)!;
    const preloads = [...page.matchAll(/modulepreload" href="\.\/_import\/([^"]+)"/g)].map(
      ([, path]) => path!,
    );
    expect(preloads).toContain(entry);
    for (const preload of preloads) expect(bundles).toContain(preload);
    expect(page).toContain('<script src="./_import/page.0.js"></script>');
    await import(join(site, "_import", entry!));
    const { said, effect } = globalThis as unknown as { said: string[]; effect: string };
    expect(said[0]).toBe("甲");
    expect(effect, "what a package does besides is done").toBe("has effects");
    if (name === "b") expect(said[1]).toBe(new URL("_file/x.json", `file://${site}/`).href);
  }
  const texts = await Promise.all(bundles.map((name) => readFile(join(site, "_import", name), "utf8")));
  expect(texts.join("")).not.toContain("nobody asks for this");
  expect(bundles.filter((name) => name.startsWith("page."))).toEqual(["page.0.js"]);
  expect((await readdir(join(site, "_node", "lean@1.0.0"))).length).toBe(0);
  expect(await readdir(site)).not.toContain("page.a.js");
});
