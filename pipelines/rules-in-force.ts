/**
 * What decides what each rule finds: its own SQL, that of the models that it reads directly or through others, and the
 * functions that SQL calls. So a problem that came or went because the rule is another can be told from one that a unit
 * made or solved.
 */
import { createHash } from "node:crypto";
import type { ModelWithReads } from "./lineage.ts";

/** A rule's model, as `checks.f1_sources_add_up`. */
export interface RuleInForce {
  model: string;
  /** Of all that decides it but the office's settings: 12 hex digits. */
  version: string;
  /** The words between quotes in all that SQL: the names of the limits and settings that it goes by are among them. */
  words: string[];
}

/** Holds every limit's default, whichever rule asks for it: its values count where a rule names them. */
const DEFAULT_LIMITS = "staging.stg_default_thresholds";

const WORD = /'([a-z][a-z0-9_]*)'/g;

/**
 * The rules among some models.
 *
 * @param functions the version of the functions that SQL calls
 */
export function rulesInForce(models: readonly ModelWithReads[], functions: string): RuleInForce[] {
  const byId = new Map(models.map((model) => [model.id, model]));
  const rules = models.filter(({ schema }) => schema === "checks" || schema === "patterns");
  return rules.map((rule) => {
    const texts = [...readBy(rule, byId)].sort().map((id) => withoutComments(byId.get(id)!.sql));
    const words = texts.flatMap((sql) => [...sql.matchAll(WORD)].map(([, word]) => word!));
    return { model: rule.id, version: versionOf([...texts, functions]), words: [...new Set(words)].sort() };
  });
}

/** A model and all that it reads, but tables of the loaders. */
function readBy(model: ModelWithReads, byId: ReadonlyMap<string, ModelWithReads>): Set<string> {
  const found = new Set<string>();
  const follow = ({ id, reads }: ModelWithReads) => {
    if (found.has(id)) return;
    found.add(id);
    for (const read of reads) {
      const source = byId.get(read);
      if (source && read !== DEFAULT_LIMITS) follow(source);
    }
  };
  follow(model);
  return found;
}

/** Another comment finds the same; nor do line ends of Windows find anything else. */
function withoutComments(sql: string): string {
  return sql.replace(/^\s*--.*$/gm, "").replace(/\s+/g, " ");
}

function versionOf(texts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text.length} ${text}`);
  return hash.digest("hex").slice(0, 12);
}
