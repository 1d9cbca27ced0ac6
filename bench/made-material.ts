/**
 * Made forms to measure on: of a made district, clean as offices export them or damaged as extractors damage them; and one
 * form with many rows.
 */
import { stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chanceFor } from "../loaders/demo/chance.ts";
import { damaged } from "../loaders/demo/damage.ts";
import { districtUnits } from "../loaders/demo/district.ts";
import { type LabelPlace, printForm, textOfLines } from "../loaders/demo/print-form.ts";
import { hundredths, rated, type TrueForm } from "../loaders/demo/true-form.ts";

export interface MadeFile {
  file: string;
  forms: number;
  bytes: number;
}

const SEED = 7;
const YEARS = [2021, 2022, 2023, 2024];
const PLACES: readonly LabelPlace[] = ["middle", "top", "every"];
/** Hundredths of a point that the rows of a form share; execution has the others. */
const HUNDREDTHS_OF_ROWS = 9_000;

/** Writes a file of clean forms, their labels in each of the places where offices print them. */
export function makeClean(folder: string, forms: number): Promise<MadeFile> {
  const texts = madeForms(forms).map((form, at) => textOfLines(printForm(form, PLACES[at % PLACES.length]!)));
  return write(join(folder, `clean-${forms}.txt`), texts);
}

/** Writes a file of forms that are all damaged. */
export function makeDamaged(folder: string, forms: number): Promise<MadeFile> {
  const texts = madeForms(forms).map((form, at) =>
    textOfLines(damaged(form, chanceFor(SEED, "damage", at)).lines),
  );
  return write(join(folder, `damaged-${forms}.txt`), texts);
}

/** Writes one clean form with a number of rows that divides its points. */
export function makeLong(folder: string, rows: number): Promise<MadeFile> {
  const [form] = madeForms(1);
  const points = hundredths(HUNDREDTHS_OF_ROWS / rows);
  const { indicators } = form!;
  const many = Array.from({ length: rows }, (_, at) => {
    // In the order of the form: each indicator so many times, then the next.
    const indicator = indicators[Math.floor((at * indicators.length) / rows)]!;
    return { ...indicator, name: `第${at + 1}项${indicator.name}`, weight: points, score: points };
  });
  const long = rated({ ...form!, indicators: many });
  return write(join(folder, `long-${rows}.txt`), [textOfLines(printForm(long, "middle"))]);
}

function madeForms(count: number): TrueForm[] {
  const units = districtUnits({ forms: count, years: YEARS, seed: SEED });
  return [...units].flatMap(({ projects }) => projects.flat()).slice(0, count);
}

async function write(file: string, texts: readonly string[]): Promise<MadeFile> {
  await writeFile(file, texts.join("\n"));
  return { file, forms: texts.length, bytes: (await stat(file)).size };
}
