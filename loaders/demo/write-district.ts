/**
 * Writes a made district as a workspace: a document a unit and year below `sources`, the list of what was planted, and
 * the marker that says that all of it is made. Unit by unit: memory stays flat however many forms there are.
 */
import { mkdir, mkdtemp, readdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { describeFileError } from "../file-errors.ts";
import { Problem } from "../problem.ts";
import { SYNTHETIC_LINE, SYNTHETIC_MARKER, type SyntheticMarker } from "../synthetic.ts";
import { chanceFor, happens, oneOf } from "./chance.ts";
import { damaged } from "./damage.ts";
import { type DistrictPlan, districtUnits, documentsOf, type Unit } from "./district.ts";
import { PLANTED_FILE, PLANTED_HEADER, plantedLine } from "./planted-list.ts";
import { type Sown, sower } from "./plants/sow.ts";
import { type LabelPlace, printForm, textOfLines } from "./print-form.ts";
import type { TrueForm } from "./true-form.ts";

export interface DemoOptions extends DistrictPlan {
  /** Of a hundred forms, how many are damaged as extractors damage them. */
  noise: number;
  /** Whether errors and patterns are planted; without, no rule has anything to find. */
  planted: boolean;
}

export interface DemoSummary {
  documents: number;
  forms: number;
  indicators: number;
  planted: number;
}

/** The units of a district with what was planted in them: what is written, before it is printed. */
export function* madeUnits(options: DistrictPlan & { planted: boolean }): Generator<Sown> {
  const sow = options.planted ? sower(options) : (unit: Unit): Sown => ({ unit, planted: [] });
  for (const unit of districtUnits(options)) yield sow(unit);
}

/** What each document says of itself. */
const NOTICE = `${SYNTHETIC_LINE}本文件由 jixiao demo 编造，地名、单位、项目和数字都不是真的，只供演示和测试`;

/**
 * Writes a workspace into a folder that is not there yet, or empty.
 *
 * @throws Problem of wrong use when there is anything in the folder; `failed`, with nothing left, when the disk refuses
 */
export async function writeDistrict(to: string, options: DemoOptions): Promise<DemoSummary> {
  await requireNothingAt(to);
  try {
    await mkdir(dirname(to), { recursive: true });
    // Beside its place until it is whole: half a district would look like a small one.
    const folder = await mkdtemp(join(dirname(to), `.${basename(to)}-`));
    try {
      const summary = await writeInto(folder, options);
      await rmdir(to).catch(() => {});
      await rename(folder, to);
      return summary;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    const { reason, advice } = describeFileError(error, to);
    throw new Problem("failed", `合成数据没有写成：${reason}`, advice, error);
  }
}

async function requireNothingAt(to: string): Promise<void> {
  const entries = await readdir(to).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new Problem("wrong_use", `不能写入 ${to}`, "请用 --to 指定一个新的文件夹。", error);
  });
  if (entries.length === 0) return;
  const advice = "合成数据不与别的文件放在一起。请用 --to 指定一个新的或空的文件夹。";
  throw new Problem("wrong_use", `文件夹里已有文件：${to}`, advice);
}

async function writeInto(folder: string, options: DemoOptions): Promise<DemoSummary> {
  const { forms, years, seed, noise } = options;
  const list = [PLANTED_HEADER];
  const summary: DemoSummary = { documents: 0, forms: 0, indicators: 0, planted: 0 };
  for (const { unit, planted } of madeUnits(options)) {
    const documents = documentsOf(unit, years);
    list.push(...planted.map((each) => plantedLine(each, documents)));
    for (const { path, forms: filed } of documents) {
      const location = join(folder, "sources", ...path.split("/"));
      await mkdir(dirname(location), { recursive: true });
      await writeFile(location, documentText(unit, filed, options));
      summary.documents += 1;
      summary.forms += filed.length;
      summary.indicators += filed.reduce((sum, form) => sum + form.indicators.length, 0);
    }
  }
  summary.planted = list.length - 1;
  await writeFile(join(folder, PLANTED_FILE), `${list.join("\n")}\n`);
  const marker: SyntheticMarker = {
    notice: "合成数据：本工作区里的表单都是编造的，不得与真实数据放在一起",
    forms,
    years: [years[0]!, years.at(-1)!],
    seed,
    noise,
    planted: summary.planted,
  };
  await writeFile(join(folder, SYNTHETIC_MARKER), `${JSON.stringify(marker, null, 2)}\n`);
  return summary;
}

function documentText(unit: Unit, forms: readonly TrueForm[], { seed, noise }: DemoOptions): string {
  const place = oneOf<LabelPlace>(chanceFor(seed, unit.name, "labels"), ["every", "top"]);
  const printed = forms.map((form) => {
    const chance = chanceFor(seed, form.unit, form.project, form.year, "noise");
    return textOfLines(happens(chance, noise) ? damaged(form, chance).lines : printForm(form, place));
  });
  return `${NOTICE}\n\n${printed.join("\n")}`;
}
