/**
 * How time and memory grow with the number of forms. Each further form ought to cost what the one before did.
 */
import type { JobName } from "./child.ts";
import type { Material } from "./material.ts";
import { type Measurement, measure } from "./measure.ts";
import { spreadOf } from "./statistics.ts";
import { megabytes, perForm, ratio, table } from "./table.ts";

/** A size and the medians of what a job took on it. */
interface Step extends Measurement {
  forms: number;
}

/** Measures every size by turns, smallest first. */
export async function grow(materials: readonly Material[], rounds: number): Promise<string> {
  const read = await stepsOf("read", materials, ({ file }) => file, rounds);
  const run = await stepsOf("run", materials, ({ workspace }) => workspace.root, rounds);
  return [
    growthTable("readDocument, one file", read),
    growthTable("jixiao run, documents of 16 forms", run),
  ].join("\n\n");
}

async function stepsOf(
  job: JobName,
  materials: readonly Material[],
  pathOf: (material: Material) => string,
  rounds: number,
): Promise<Step[]> {
  const measured = materials.map((): Measurement[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [size, material] of materials.entries())
      measured[size]!.push(await measure(job, pathOf(material), material.forms));
  return materials.map(({ forms }, size) => {
    const median = (of: keyof Measurement) => spreadOf(measured[size]!.map((taken) => taken[of])).median;
    return {
      forms,
      milliseconds: median("milliseconds"),
      cpuMilliseconds: median("cpuMilliseconds"),
      peakBytes: median("peakBytes"),
    };
  });
}

/** Starting and warming up is in the first size; what lies between two sizes is work on forms. */
function growthTable(title: string, steps: readonly Step[]): string {
  const further = steps.map((step, at) => {
    const before = steps[at - 1] ?? { forms: 0, cpuMilliseconds: 0 };
    return (step.cpuMilliseconds - before.cpuMilliseconds) / (step.forms - before.forms);
  });
  const rows = steps.map((step, at) => [
    `${step.forms} forms`,
    at < 2 ? "" : ratio(further[at]! / further[at - 1]!),
    perForm(further[at]!),
    perForm(step.cpuMilliseconds / step.forms),
    megabytes(step.peakBytes),
  ]);
  return table([title, "to the row above", "each further form", "CPU time per form", "peak memory"], rows);
}
