/**
 * Reading every file of a workspace as a run does, on all processors: files → forms → rows for the warehouse, which are
 * counted and let go.
 */
import { openReader } from "../../loaders/document-reader.ts";
import { readRegularFile } from "../../loaders/read-source.ts";
import { readSources } from "../../loaders/read-sources.ts";
import { findSources } from "../../loaders/sources.ts";
import { NOTHING_BEFORE } from "../../loaders/warehouse/previous.ts";
import { workspaceAt } from "../../loaders/workspace.ts";
import type { Job } from "./job.ts";

export async function prepare(path: string): Promise<Job> {
  const { sources } = workspaceAt(path);
  const effects = { readFile: readRegularFile, now: () => new Date() };
  let forms = 0;
  return {
    async work() {
      const reader = openReader();
      const files = await findSources(sources);
      for await (const { outcome } of readSources(files, { before: NOTHING_BEFORE, reader, effects }))
        if (outcome.kind === "read") forms += outcome.loaded.document.forms;
      await reader.close();
    },
    count: () => forms,
  };
}
