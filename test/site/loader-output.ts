/** What data loaders print for a warehouse, without building a site of it. */
import { readdir } from "node:fs/promises";
import { vi } from "vitest";
import { openDatabase } from "../../loaders/warehouse/database.ts";
import { CUTS } from "../../src/data/cuts/all.ts";
import { cutFiles } from "../../src/data/cuts/cut.ts";

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

/** The files of every cut, `cuts/units/2031/all.json` for instance, with their content for a warehouse. */
export async function cutOutputs(warehouse: string): Promise<Map<string, string>> {
  const { connection, close } = await openDatabase(warehouse, { readOnly: true });
  try {
    const outputs = new Map<string, string>();
    for (const cut of CUTS) {
      for (const [address, content] of await cutFiles(connection, cut)) {
        outputs.set(`cuts/${cut.name}/${address}.json`, JSON.stringify(content));
      }
    }
    return outputs;
  } finally {
    close();
  }
}
