/**
 * Observable Framework as a process of its own: its build, without its telemetry and its English progress.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PACKAGE_ROOT } from "../version.ts";

export interface FrameworkResult {
  ok: boolean;
  /** What Framework and the data loaders printed. */
  log: string;
}

/** Builds the pages into a folder from a warehouse; both paths absolute. */
export async function frameworkBuild(warehouse: string, to: string): Promise<FrameworkResult> {
  // Framework keeps a loader's output whatever its age; what the warehouse says now is all that counts.
  await rm(join(PACKAGE_ROOT, "src", ".observablehq", "cache"), { recursive: true, force: true });
  const child = spawn(process.execPath, [frameworkBin(), "build"], {
    cwd: PACKAGE_ROOT,
    env: {
      ...process.env,
      OBSERVABLE_TELEMETRY_DISABLE: "true",
      JIXIAO_WAREHOUSE: warehouse,
      JIXIAO_DIST: to,
    },
    stdio: ["ignore", "pipe", "pipe"],
    windowsHide: true,
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      log += text;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  return { ok: code === 0, log };
}

/** The program of the installed Framework: its package exports no path to it, so its package.json tells. */
function frameworkBin(): string {
  const entry = fileURLToPath(import.meta.resolve("@observablehq/framework"));
  for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = readManifest(join(folder, "package.json"));
    if (manifest?.name === "@observablehq/framework") return join(folder, manifest.bin.observable);
  }
  throw new Error(`package.json of @observablehq/framework not found above ${entry}`);
}

function readManifest(path: string): { name: string; bin: { observable: string } } | null {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}
