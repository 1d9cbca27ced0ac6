/**
 * Reading, and the whole run, against csv-parse splitting the same bytes by tabs.
 */
import type { JobName } from "./child.ts";
import type { Material } from "./material.ts";
import { type Measurement, measure } from "./measure.ts";
import { spreadOf } from "./statistics.ts";
import { megabytes, ratio, seconds, table, withSpread } from "./table.ts";

/** The jobs that read the same text. */
type TextJob = Extract<JobName, "csv-parse" | "read" | "read-files" | "run">;
/** Of each job, a measurement a round. */
type Rounds = Record<TextJob, Measurement[]>;

const NAMES: Record<TextJob, string> = {
  "csv-parse": "csv-parse",
  read: "readDocument, one file",
  "read-files": "reading the files",
  run: "jixiao run",
};
const QUANTITIES: [heading: string, of: keyof Measurement, format: (value: number) => string][] = [
  ["time", "milliseconds", seconds],
  ["CPU time", "cpuMilliseconds", seconds],
  ["peak memory", "peakBytes", megabytes],
];

/** Measures all by turns: what else the machine is doing falls on all of them. */
export async function compare(material: Material, rounds: number): Promise<string> {
  const measured: Rounds = { "csv-parse": [], read: [], "read-files": [], run: [] };
  for (let round = 0; round < rounds; round++) {
    measured["csv-parse"].push(await measure("csv-parse", material.file));
    measured.read.push(await measure("read", material.file, material.forms));
    measured["read-files"].push(await measure("read-files", material.workspace.root, material.forms));
    measured.run.push(await measure("run", material.workspace.root, material.forms));
  }
  return [ratios(measured), absolutes(measured)].join("\n\n");
}

/**
 * Each round's ratio to csv-parse in the same round; and the least CPU times to each other, which other programs on the
 * machine blur least.
 */
function ratios(measured: Rounds): string {
  const base = measured["csv-parse"];
  const rows = (["read", "read-files", "run"] as const).map((job) => [
    NAMES[job],
    ratio(leastCpu(measured[job]) / leastCpu(base)),
    ...QUANTITIES.map(([, of]) => {
      const values = measured[job].map((taken, round) => taken[of] / base[round]![of]);
      return withSpread(spreadOf(values), ratio);
    }),
  ]);
  return table(["ratio to csv-parse", "least CPU time", ...QUANTITIES.map(([heading]) => heading)], rows);
}

function leastCpu(taken: readonly Measurement[]): number {
  return spreadOf(taken.map(({ cpuMilliseconds }) => cpuMilliseconds)).least;
}

function absolutes(measured: Rounds): string {
  const rows = (Object.keys(NAMES) as TextJob[]).map((job) => [
    NAMES[job],
    ...QUANTITIES.map(([, of, format]) =>
      withSpread(spreadOf(measured[job].map((taken) => taken[of])), format),
    ),
  ]);
  return table(["on this machine", ...QUANTITIES.map(([heading]) => heading)], rows);
}
