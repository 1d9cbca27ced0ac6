/** Pages without scripts inside, for servers that run files only. */
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { externalScripts } from "../../src/cli/site/external-scripts.ts";

test("every script within a page becomes a file beside it, and what pages share becomes one", async () => {
  const site = await mkdtemp(join(tmpdir(), "jixiao-scripts-"));
  onTestFinished(() => rm(site, { recursive: true, force: true }));
  const shared = "<script>document.documentElement.lang = 'zh-CN'</script>";
  const own = '<script type="module">\nimport {define} from "./_observablehq/client.js";\n</script>';
  const file = '<script type="module" src="./a.js"></script>';
  await writeFile(join(site, "a.html"), `<head>${shared}${own}${file}</head><p>1</p>`);
  await writeFile(join(site, "b.html"), `<head>${shared}</head><p>$&</p>`);
  await externalScripts(site);
  const names = (await readdir(site, { recursive: true })).filter((name) => name.endsWith(".js"));
  expect(names).toHaveLength(2);
  const [a, b] = await Promise.all(["a.html", "b.html"].map((name) => readFile(join(site, name), "utf8")));
  for (const page of [a, b]) expect(page).not.toMatch(/<script[^>]*>[^<]/);
  expect(a).toContain(file);
  expect(a).toMatch(/<script type="module" src="\.\/page\.[0-9a-f]{8}\.js">/);
  expect(b).toContain("<p>$&</p>");
  const [, script] = /<script src="\.\/(_import\/page\.[0-9a-f]{8}\.js)">/.exec(b!)!;
  expect(a).toContain(script);
  expect(await readFile(join(site, script!), "utf8")).toBe("document.documentElement.lang = 'zh-CN'");
});
