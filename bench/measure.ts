/**
 * Measuring a job in a process of its own, so that neither the memory nor the warmed-up code of one gets into another.
 */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { JobName, JobReport } from "./child.ts";

const CHILD = fileURLToPath(new URL("child.ts", import.meta.url));

/** What a job took. */
export interface Measurement {
  milliseconds: number;
  /** Of all threads; the steadier figure where other programs are at work. */
  cpuMilliseconds: number;
  /** The most memory that the process has held (its resident set). */
  peakBytes: number;
  /** Of `milliseconds`, those in functions that SQL calls. */
  functionMilliseconds: number;
}

/**
 * Does a job once on a path and measures it.
 *
 * @param expected what the job must find: one that leaves half of its work undone is no faster
 */
export async function measure(job: JobName, path: string, expected?: number): Promise<Measurement> {
  const { count, ...measurement } = await reportOf(job, path);
  if (expected === undefined || count === expected) return measurement;
  throw new Error(`${job} found ${count} instead of ${expected} in ${path}`);
}

function reportOf(job: JobName, path: string): Promise<JobReport> {
  const child = fork(CHILD, [job, path], {
    execArgv: ["--import", import.meta.resolve("tsx")],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  // Before what else is done at the exit: nothing may be written any more into what is cleared away.
  const stop = () => child.kill("SIGKILL");
  process.prependOnceListener("exit", stop);
  child.once("close", () => process.off("exit", stop));
  let stderr = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    let report: JobReport | undefined;
    child.once("message", (message) => {
      report = message as JobReport;
    });
    child.once("error", reject);
    child.once("close", (code) => {
      if (report && code === 0) resolve(report);
      else reject(new Error(`${job} ended with ${code}\n${stderr}`));
    });
  });
}
