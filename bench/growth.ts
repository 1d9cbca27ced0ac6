/**
 * How time and memory grow with what there is to read. Each further piece ought to cost what the one before did.
 */
import type { JobName } from "./child.ts";
import { type Measurement, measure } from "./measure.ts";
import { spreadOf } from "./statistics.ts";
import { megabytes, milliseconds, ratio, table } from "./table.ts";

/** Something of one size to work on. */
export interface Size {
  /** Forms, or the rows of one form. */
  pieces: number;
  path: string;
  /** What the job must find there. */
  forms: number;
}

/** A size and the medians of what a job took on it. */
interface Step extends Measurement {
  pieces: number;
}

/**
 * Measures every size by turns, smallest first.
 *
 * @param piece what sizes count: `form`, `row`
 */
export async function grow(
  title: string,
  piece: string,
  job: JobName,
  sizes: readonly Size[],
  rounds: number,
): Promise<string> {
  const measured = sizes.map((): Measurement[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [at, { path, forms }] of sizes.entries()) measured[at]!.push(await measure(job, path, forms));
  const steps = sizes.map(({ pieces }, at): Step => {
    const median = (of: keyof Measurement) => spreadOf(measured[at]!.map((taken) => taken[of])).median;
    return {
      pieces,
      milliseconds: median("milliseconds"),
      cpuMilliseconds: median("cpuMilliseconds"),
      peakBytes: median("peakBytes"),
      functionMilliseconds: median("functionMilliseconds"),
    };
  });
  return growthTable(title, piece, steps);
}

/** Starting and warming up is in the first size; what lies between two sizes is work on what was added. */
function growthTable(title: string, piece: string, steps: readonly Step[]): string {
  const further = steps.map((step, at) => {
    const before = steps[at - 1] ?? { pieces: 0, cpuMilliseconds: 0 };
    return (step.cpuMilliseconds - before.cpuMilliseconds) / (step.pieces - before.pieces);
  });
  const rows = steps.map((step, at) => [
    `${step.pieces} ${piece}s`,
    at < 2 ? "" : ratio(further[at]! / further[at - 1]!),
    milliseconds(further[at]!),
    milliseconds(step.cpuMilliseconds / step.pieces),
    megabytes(step.peakBytes),
  ]);
  const headings = ["to the row above", `each further ${piece}`, `CPU time per ${piece}`, "peak memory"];
  return table([title, ...headings], rows);
}
