/** The site of Framework's own empty template with a single chart of Plot: what a page costs before it says anything. */
import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runNode } from "../../src/cli/site/node-process.ts";

const CHART = `
\`\`\`js
import * as Plot from "@observablehq/plot";
display(Plot.plot({marks: [Plot.barX([{name: "甲", value: 3}, {name: "乙", value: 2}], {x: "value", y: "name"})]}));
\`\`\`
`;

/** Builds it in a folder; returns the folder of its files. */
export async function buildTemplate(folder: string): Promise<string> {
  const require = createRequire(import.meta.url);
  const framework = dirname(require.resolve("@observablehq/framework/package.json"));
  const page = await readFile(join(framework, "templates", "empty", "src", "index.md.tmpl"), "utf8");
  await mkdir(join(folder, "src"), { recursive: true });
  await writeFile(join(folder, "src", "index.md"), page.replace(/\{\{.*?\}\}/g, "Template") + CHART);
  await writeFile(join(folder, "package.json"), '{"type": "module"}');
  // Fonts come from a server elsewhere.
  await writeFile(
    join(folder, "observablehq.config.js"),
    'export default {root: "src", globalStylesheets: []};',
  );
  await symlink(
    fileURLToPath(new URL("../../node_modules", import.meta.url)),
    join(folder, "node_modules"),
    "junction",
  );
  const offline = new URL("../../src/cli/site/no-network.js", import.meta.url);
  const { ok, log } = await runNode([join(framework, "dist", "bin", "observable.js"), "build"], folder, {
    OBSERVABLE_TELEMETRY_DISABLE: "true",
    NODE_OPTIONS: `--import=${offline}`,
  });
  if (!ok) throw new Error(log);
  return join(folder, "dist");
}
