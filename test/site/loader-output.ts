/** What data loaders print for a warehouse, without building a site of it. */
import { readdir } from "node:fs/promises";
import { vi } from "vitest";

const LOADERS = new URL("../../src/data/", import.meta.url);

/** The name of each file that pages read, `run.json` for instance, with its content for a warehouse. */
export async function loaderOutputs(warehouse: string): Promise<Map<string, string>> {
  const outputs = new Map<string, string>();
  const loaders = (await readdir(LOADERS)).filter((name) => name.endsWith(".json.ts"));
  vi.stubEnv("JIXIAO_WAREHOUSE", warehouse);
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  try {
    for (const loader of loaders) {
      vi.resetModules();
      write.mockClear();
      await import(new URL(loader, LOADERS).href);
      outputs.set(loader.replace(/\.ts$/, ""), write.mock.calls.map(([text]) => String(text)).join(""));
    }
  } finally {
    write.mockRestore();
    vi.unstubAllEnvs();
  }
  return outputs;
}
