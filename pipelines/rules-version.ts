/**
 * Which rules computed a warehouse, told by the rules' own source: so that a figure that changed because a model did can
 * be told from one that changed because a form did.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Model } from "./models.ts";

const TRANSFORMS = fileURLToPath(new URL("transforms", import.meta.url));

export interface RulesVersion {
  /** Of all models and of the functions that they call: 12 hex digits. */
  all: string;
  /** `schema.name` → the version of a model's own SQL. */
  models: Record<string, string>;
  /** Of the functions that SQL calls. */
  functions: string;
}

/** The version of a folder's models and of the functions that SQL calls. Comments count: they are what people read. */
export function rulesVersion(models: readonly Model[]): RulesVersion {
  const functions = readdirSync(TRANSFORMS)
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .map((name) => readFileSync(join(TRANSFORMS, name), "utf8"));
  const byId = [...models].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    all: versionOf([...byId.map(({ sql }) => sql), ...functions]),
    functions: versionOf(functions),
    models: Object.fromEntries(byId.map(({ id, sql }) => [id, versionOf([sql])])),
  };
}

/** A checkout on Windows may have other line ends; they change nothing. */
function versionOf(texts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text.replaceAll("\r\n", "\n"));
  return hash.digest("hex").slice(0, 12);
}
