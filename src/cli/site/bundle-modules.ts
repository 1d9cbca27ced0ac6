/**
 * The modules of a built site, bundled: Framework leaves every module a file, and d3 whole because Plot asks for parts of
 * it. Together and without what no page uses they are half as heavy and a tenth of the requests; what pages share stays in
 * files of its own, which a browser keeps.
 */
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, posix, relative, resolve, sep } from "node:path";
import { build, type Metafile, type Plugin } from "esbuild";

/** Where all bundles lie, side by side: pages alone stand on top of a site. */
export const BUNDLES = "_import";

/** Modules that pages name; the scripts of the head are none. */
const ENTRY = /<script type="module" src="([^"]+)"><\/script>/g;
const PRELOAD = /<link rel="modulepreload" href="[^"]*">\n?/g;
/** How a script of a page asks for the modules that it begins with. */
const BEGINS_WITH = /import\("(\.\.?\/(?:\.\.\/)*_import\/[^"]+)"\)/g;
/** A package's bundle: `_node/d3-geo@3.1.2/index.dcf4bb71.js`. */
const PACKAGE = /[\\/]_node[\\/]((?:@[^\\/]+[\\/])?[^\\/@]+)@/;

/**
 * Bundles the modules of every page of a site and lets the pages load them.
 *
 * @param site the folder of its files, absolute
 * @param nodeModules where the packages are installed, which say what of them may be left out
 */
export async function bundleModules(site: string, nodeModules: string): Promise<void> {
  const pages = await pagesOf(site);
  const scripts = new Set([...pages].flatMap(([name, page]) => entriesOf(name, page)));
  if (scripts.size === 0) return;
  const { metafile } = await build({
    entryPoints: [...scripts],
    absWorkingDir: site,
    outdir: BUNDLES,
    entryNames: "[hash]",
    chunkNames: "[hash]",
    format: "esm",
    target: "es2022",
    charset: "utf8",
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    logLevel: "silent",
    plugins: [siteModules(site, scripts, nodeModules)],
  });
  for (const [name, page] of pages) await writeFile(join(site, name), bundled(name, page, metafile));
  await removeBundled(site, metafile);
}

/** The text of each page, by its path with slashes. */
async function pagesOf(site: string): Promise<Map<string, string>> {
  const names = (await readdir(site, { recursive: true })).filter((name) => name.endsWith(".html"));
  const pages = names.map(
    async (name) => [name.split(sep).join("/"), await readFile(join(site, name), "utf8")] as const,
  );
  return new Map(await Promise.all(pages));
}

/** The modules that a page names, by their paths in the site. */
function entriesOf(name: string, page: string): string[] {
  return [...page.matchAll(ENTRY)].map(([, src]) => posix.join(posix.dirname(name), src!));
}

/** What a bundler has to know of files that Framework has written. */
function siteModules(site: string, scripts: ReadonlySet<string>, nodeModules: string): Plugin {
  return {
    name: "site-modules",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\.?\// }, async ({ path, resolveDir, kind }) => {
        const module = resolve(resolveDir, path);
        // Framework's own libraries, which it would fetch; no page asks for them.
        if (kind === "dynamic-import" && !(await isFile(module))) return { path, external: true };
        return { path: module, sideEffects: await hasSideEffects(module, nodeModules) };
      });
      onResolve({ filter: /./ }, ({ path, kind }) =>
        kind === "entry-point" ? { path: join(site, path) } : undefined,
      );
      onLoad({ filter: /\.js$/ }, async ({ path }) => {
        const name = relative(site, path).split(sep).join("/");
        const code = await readFile(path, "utf8");
        return { contents: atItsPlace(scripts.has(name) ? beginning(code) : code, name) };
      });
    },
  };
}

async function isFile(path: string): Promise<boolean> {
  return readFile(path).then(
    () => true,
    () => false,
  );
}

/** Whether a module does more than it exports; a package says so of itself. */
async function hasSideEffects(module: string, nodeModules: string): Promise<boolean> {
  const name = PACKAGE.exec(module)?.[1];
  if (!name) return true;
  const manifest = await readFile(join(nodeModules, name, "package.json"), "utf8").catch(() => "{}");
  return JSON.parse(manifest).sideEffects !== false;
}

/** A page's script with the modules that it begins with in one piece with it, instead of one request after another. */
function beginning(code: string): string {
  const names = new Map<string, string>();
  const changed = code.replace(BEGINS_WITH, (_, module: string) => {
    const name = names.get(module) ?? `module${names.size}`;
    names.set(module, name);
    return name;
  });
  return [...names].map(([module, name]) => `import * as ${name} from "${module}";`).join("\n") + changed;
}

/** A module that finds files by its own address, after it has moved among the bundles. */
function atItsPlace(code: string, name: string): string {
  const address = JSON.stringify(posix.relative(BUNDLES, name));
  return code.replaceAll(/\bimport\.meta\.url\b/g, `new URL(${address}, import.meta.url).href`);
}

/** A page that names the bundles, and asks at once for all that these import. */
function bundled(name: string, page: string, { outputs }: Metafile): string {
  const bundleOf = new Map(Object.entries(outputs).map(([path, { entryPoint }]) => [entryPoint, path]));
  const address = (path: string) => `./${posix.relative(posix.dirname(name), path)}`.replace("./../", "../");
  const wanted = new Set<string>();
  const want = (output: string) => {
    if (wanted.has(output)) return;
    wanted.add(output);
    for (const { path, kind } of outputs[output]!.imports) if (kind === "import-statement") want(path);
  };
  for (const entry of entriesOf(name, page)) want(bundleOf.get(entry)!);
  const preloads = [...wanted].map((path) => `<link rel="modulepreload" href="${address(path)}">\n`).join("");
  return page
    .replaceAll(PRELOAD, "")
    .replace(/(?=<script)/, preloads)
    .replaceAll(ENTRY, (_, src: string) => {
      const bundle = bundleOf.get(posix.join(posix.dirname(name), src))!;
      return `<script type="module" src="${address(bundle)}"></script>`;
    });
}

/** Removes the modules that stand in bundles now. */
async function removeBundled(site: string, { inputs, outputs }: Metafile): Promise<void> {
  for (const input of Object.keys(inputs)) if (!outputs[input]) await rm(join(site, input), { force: true });
}
