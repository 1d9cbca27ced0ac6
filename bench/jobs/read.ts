/**
 * Reading the forms of one file: bytes → encoding → lines → cells → forms.
 */
import { readFile } from "node:fs/promises";
import { type ReadDocument, readDocument } from "../../loaders/document.ts";
import type { Job } from "./job.ts";

export async function prepare(path: string): Promise<Job> {
  const bytes = await readFile(path);
  let document: ReadDocument | undefined;
  return {
    work() {
      document = readDocument(bytes, "2024/单位.txt");
    },
    count: () => document?.forms.length ?? 0,
  };
}
