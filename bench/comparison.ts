/**
 * What is measured against csv-parse splitting the same bytes by tabs.
 */
import type { JobName } from "./child.ts";
import { type Measurement, measure } from "./measure.ts";
import { spreadOf } from "./statistics.ts";
import { megabytes, ratio, seconds, table, withSpread } from "./table.ts";

/** A job, and the text that csv-parse splits beside it. */
export interface Contest {
  name: string;
  job: JobName;
  /** What the job works on: a file, or a workspace of the same bytes. */
  path: string;
  text: string;
  /** What the job must find. */
  forms: number;
}

/** Of each round the job's measurement, and that of csv-parse. */
interface Measured {
  own: Measurement[];
  base: Measurement[];
}

const QUANTITIES: [heading: string, of: keyof Measurement, format: (value: number) => string][] = [
  ["time", "milliseconds", seconds],
  ["CPU time", "cpuMilliseconds", seconds],
  ["peak memory", "peakBytes", megabytes],
];

/** Measures all by turns: what else the machine is doing falls on all of them. */
export async function compare(contests: readonly Contest[], rounds: number): Promise<string> {
  const measured = contests.map((): Measured => ({ own: [], base: [] }));
  for (let round = 0; round < rounds; round++) {
    const bases = new Map<string, Measurement>();
    for (const [at, { job, path, text, forms }] of contests.entries()) {
      if (!bases.has(text)) bases.set(text, await measure("csv-parse", text));
      measured[at]!.base.push(bases.get(text)!);
      measured[at]!.own.push(await measure(job, path, forms));
    }
  }
  return [ratios(contests, measured), absolutes(contests, measured)].join("\n\n");
}

/**
 * Each round's ratio to csv-parse in the same round; and the least CPU times to each other, which other programs on the
 * machine blur least.
 */
function ratios(contests: readonly Contest[], measured: readonly Measured[]): string {
  const rows = contests.map(({ name }, at) => {
    const { own, base } = measured[at]!;
    return [
      name,
      ratio(leastCpu(own) / leastCpu(base)),
      ...QUANTITIES.map(([, of]) => {
        const values = own.map((taken, round) => taken[of] / base[round]![of]);
        return withSpread(spreadOf(values), ratio);
      }),
    ];
  });
  return table(["ratio to csv-parse", "least CPU time", ...QUANTITIES.map(([heading]) => heading)], rows);
}

function leastCpu(taken: readonly Measurement[]): number {
  return spreadOf(taken.map(({ cpuMilliseconds }) => cpuMilliseconds)).least;
}

function absolutes(contests: readonly Contest[], measured: readonly Measured[]): string {
  const rows = contests.flatMap(({ name, text }, at) => {
    const { own, base } = measured[at]!;
    const isFirstOfText = contests.findIndex((other) => other.text === text) === at;
    return [...(isFirstOfText ? [absolute("csv-parse", base)] : []), absolute(name, own)];
  });
  return table(["on this machine", ...QUANTITIES.map(([heading]) => heading)], rows);
}

function absolute(name: string, taken: readonly Measurement[]): string[] {
  const cells = QUANTITIES.map(([, of, format]) =>
    withSpread(spreadOf(taken.map((each) => each[of])), format),
  );
  return [name, ...cells];
}
