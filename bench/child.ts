/**
 * The process of one measurement: prepares a job, does it once, and sends what it took.
 */
import type { Job } from "./jobs/job.ts";
import type { Measurement } from "./measure.ts";

/** Loaded one at a time: the modules of one job are no part of another's time and memory. */
const JOBS = {
  "csv-parse": () => import("./jobs/csv-parse.ts"),
  library: () => import("./jobs/library.ts"),
  open: () => import("./jobs/open.ts"),
  read: () => import("./jobs/read.ts"),
  "read-on-all": () => import("./jobs/read-on-all.ts"),
  "read-files": () => import("./jobs/read-files.ts"),
  run: () => import("./jobs/run.ts"),
  "copy-rows": () => import("./jobs/copy-rows.ts"),
  transform: () => import("./jobs/transform.ts"),
} satisfies Record<string, () => Promise<{ prepare(path: string): Promise<Job> }>>;

export type JobName = keyof typeof JOBS;

export interface JobReport extends Measurement {
  /** What the job has found: rows or forms. */
  count: number;
}

const [, , name, path] = process.argv;
const { prepare } = await JOBS[name as JobName]();
const job = await prepare(path!);

const cpuBefore = process.cpuUsage();
const before = performance.now();
await job.work();
const milliseconds = performance.now() - before;
const cpu = process.cpuUsage(cpuBefore);
const peakBytes = process.resourceUsage().maxRSS * 1024;

const functionMilliseconds = job.functionMilliseconds?.() ?? 0;
const count = await job.count();
const cpuMilliseconds = (cpu.user + cpu.system) / 1000;
process.send!({ count, milliseconds, cpuMilliseconds, peakBytes, functionMilliseconds } satisfies JobReport);
