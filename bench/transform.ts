/**
 * The transform against DuckDB copying the same rows once, and how it grows with the number of forms.
 */

import { cityOf, type RawWarehouse, readDistrict } from "./district.ts";
import { grow } from "./growth.ts";
import { type Measurement, measure } from "./measure.ts";
import { spreadOf } from "./statistics.ts";
import { megabytes, percent, ratio, seconds, table, withSpread } from "./table.ts";

export interface TransformSizes {
  /** Forms of one district. */
  forms: number;
  /** How many districts the cities have, the smallest first. */
  districts: readonly number[];
  rounds: number;
}

/** Measures both by turns on one district, then the transform on larger and larger cities. */
export async function transformReport(
  folder: string,
  { forms, districts, rounds }: TransformSizes,
): Promise<string> {
  const district = await readDistrict(folder, forms);
  const cities: RawWarehouse[] = [];
  for (const number of districts) cities.push(number === 1 ? district : await cityOf(district, number));
  return [await compareWithCopy(district, rounds), await growWith(cities)].join("\n\n");
}

async function compareWithCopy({ path, forms }: RawWarehouse, rounds: number): Promise<string> {
  const copies: Measurement[] = [];
  const transforms: Measurement[] = [];
  for (let round = 0; round < rounds; round++) {
    copies.push(await measure("copy-rows", path, forms));
    transforms.push(await measure("transform", path, forms));
  }
  const ratios = (of: keyof Measurement): string =>
    withSpread(spreadOf(transforms.map((taken, round) => taken[of] / copies[round]![of])), ratio);
  const shares = transforms.map(
    ({ functionMilliseconds, milliseconds }) => functionMilliseconds / milliseconds,
  );
  const absolute = (
    taken: readonly Measurement[],
    of: keyof Measurement,
    format: (value: number) => string,
  ) => withSpread(spreadOf(taken.map((each) => each[of])), format);
  const headings = [`${forms} forms`, "time", "CPU time", "peak memory", "in functions of TypeScript"];
  return table(headings, [
    ["transform to copy", ratios("milliseconds"), ratios("cpuMilliseconds"), ratios("peakBytes"), ""],
    ...(
      [
        ["transform", transforms],
        ["copy", copies],
      ] as const
    ).map(([name, taken]) => [
      name,
      absolute(taken, "milliseconds", seconds),
      absolute(taken, "cpuMilliseconds", seconds),
      absolute(taken, "peakBytes", megabytes),
      name === "transform" ? withSpread(spreadOf(shares), percent) : "",
    ]),
  ]);
}

function growWith(cities: readonly RawWarehouse[]): Promise<string> {
  const sizes = cities.map(({ path, forms }) => ({ pieces: forms, path, forms }));
  return grow("transform", "form", "transform", sizes, 1);
}
