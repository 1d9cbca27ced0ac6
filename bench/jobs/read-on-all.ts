/**
 * Reading the forms of one file as a run does, on all processors: bytes → forms → rows for the warehouse. Starting the
 * other threads is part of it.
 */
import { readFile } from "node:fs/promises";
import { openReader } from "../../loaders/document-reader.ts";
import type { Job } from "./job.ts";

export async function prepare(path: string): Promise<Job> {
  const bytes = await readFile(path);
  let forms = 0;
  return {
    async work() {
      const reader = openReader();
      const rows = await reader.read({ bytes, path: "2024/单位.txt", documentId: "0".repeat(12) });
      forms = rows.forms;
      await reader.close();
    },
    count: () => forms,
  };
}
