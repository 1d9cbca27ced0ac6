/** Another process that has a warehouse in its hands. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const HOLD = fileURLToPath(new URL("hold.ts", import.meta.url));

/**
 * Starts a process that has a warehouse open (`open`) or is about to replace it (`rebuild`), and waits until it does.
 */
export async function holdWarehouse(how: "open" | "rebuild", warehouse: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), HOLD, how, warehouse], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [said] = await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
  if (String(said).trim() !== "ready") throw new Error(`the holder ended: ${said}`);
  return child;
}

/** Ends a process as a power cut would, and waits until it is gone. */
export async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
