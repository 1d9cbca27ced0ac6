/**
 * Reading the forms of one file of any format, as a run does, but without the warehouse.
 */
import { readFile } from "node:fs/promises";
import { openDocument, type ReadDocument } from "../../loaders/document.ts";
import type { Job } from "./job.ts";

export async function prepare(path: string): Promise<Job> {
  const bytes = await readFile(path);
  let document: ReadDocument | undefined;
  return {
    async work() {
      document = await openDocument(bytes, "2024/单位");
    },
    count: () => document?.forms.length ?? 0,
  };
}
