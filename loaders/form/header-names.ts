/**
 * The names of a document's headers, decided together: a name damaged in one form is often whole in another.
 */
import { editDistance } from "./distance.ts";
import { fittingText } from "./fit.ts";
import type { HeaderField, HeaderReadings } from "./header.ts";
import type { NamePieces } from "./names.ts";
import { readingAt } from "./reading.ts";
import { once } from "./remember.ts";
import { indexOf, type TextIndex } from "./text-index.ts";
import type { Flag, Reading } from "./types.ts";
import { COMMON_PROJECT_NAMES } from "./vocabulary.ts";

export type HeaderNames = Record<HeaderField, Reading<string>>;

/** Names of offices are long and unlike each other: so many characters may be lost at a cut. */
const MOST_LOST = 5;
/** Shorter words may be part of a project's own name. */
const SHORTEST_OFFICE = 6;
/** Shorter than this, a name has lost most of itself. */
const SHORTEST_NAME = 2;

/** Names that stand whole somewhere, with the place that says so. */
interface Evidence {
  places: ReadonlyMap<string, string>;
  index: () => TextIndex;
}

interface Pool {
  /** Printed whole in the document. */
  whole: Evidence;
  /** Read alike from differently damaged places. */
  agreed: Evidence;
  /** Fixed words of the form. */
  vocabulary: Evidence;
}

/** Decides the project, department and unit of every form of one document. */
export function decideHeaderNames(forms: readonly HeaderReadings[]): HeaderNames[] {
  const organisations = poolOf(
    forms.flatMap((form) => [...form.department, ...form.implementingUnit]),
    [],
  );
  const projects = poolOf(
    forms.flatMap((form) => form.projectName),
    COMMON_PROJECT_NAMES,
  );
  return forms.map((form) => ({
    projectName: decide(withoutOffices(form.projectName, organisations), projects, "项目名称"),
    department: decide(form.department, organisations, "主管部门"),
    implementingUnit: decide(form.implementingUnit, organisations, "实施单位"),
  }));
}

/** Names without an office that ran into their cell: one that the document prints whole elsewhere. */
function withoutOffices(names: readonly NamePieces[], offices: Pool): NamePieces[] {
  return names.map((name) => {
    for (const office of [...offices.whole.places.keys(), ...offices.agreed.places.keys()]) {
      const at = name.text.indexOf(office);
      if (at < SHORTEST_NAME || office.length < SHORTEST_OFFICE) continue;
      const text = name.text.slice(0, at);
      return { ...name, text, parts: [text], dirty: true };
    }
    return name;
  });
}

function poolOf(names: readonly NamePieces[], vocabulary: readonly string[]): Pool {
  const whole = new Map<string, string>();
  const variants = new Map<string, Set<string>>();
  const lines = new Map<string, Set<number>>();
  for (const name of names) {
    const text = name.text;
    if (text.length < SHORTEST_NAME) continue;
    if (isWhole(name) && !whole.has(text)) whole.set(text, `第${name.line}行完整印有“${text}”`);
    variants.set(text, (variants.get(text) ?? new Set()).add(name.asRead));
    lines.set(text, (lines.get(text) ?? new Set()).add(name.line));
  }
  const agreed = new Map<string, string>();
  for (const [text, read] of variants)
    if (read.size > 1)
      agreed.set(text, `第${[...lines.get(text)!].slice(0, 3).join("、")}行残缺各异而读法一致`);
  const common = vocabulary.map((word) => [word, `与常用项目名称“${word}”吻合`] as const);
  return { whole: evidenceOf(whole), agreed: evidenceOf(agreed), vocabulary: evidenceOf(new Map(common)) };
}

function evidenceOf(places: ReadonlyMap<string, string>): Evidence {
  return { places, index: once(() => indexOf(places.keys())) };
}

function isWhole(name: NamePieces): boolean {
  return !name.dirty && !name.seamed;
}

function decide(readings: readonly NamePieces[], pool: Pool, label: string): Reading<string> {
  const named = readings.filter((name) => name.text !== "");
  const own = named.find(isWhole) ?? named.at(-1);
  if (!own) return missing(readings, label);
  const text = own.text;
  if (text.length < SHORTEST_NAME)
    return readingAt(own, text, { status: "truncated", reason: `${label}只剩“${text}”，其余部分缺失` });
  if (isWhole(own)) return readingAt(own, text, contradiction(text, named));
  const printed = pool.whole.places.get(text);
  if (printed !== undefined) return readingAt(own, text, own.dirty ? repaired(printed) : undefined);
  for (const { places, index } of [pool.whole, pool.vocabulary, pool.agreed]) {
    const fit = fittingText(own.parts, index(), { mostLost: MOST_LOST });
    if (fit) return readingAt(own, fit, fit === text && !own.dirty ? undefined : repaired(places.get(fit)!));
  }
  return readingAt(own, text, {
    status: "uncertain",
    reason: `${label}被分成几截或带有杂字，本文件中没有别处可以印证`,
  });
}

/** Two whole readings of one field that differ by more than a slip: a person must choose. */
function contradiction(text: string, named: readonly NamePieces[]): Flag | undefined {
  const other = named.find((name) => isWhole(name) && editDistance(name.text, text) > 0);
  return other && { status: "uncertain", reason: `同一表内又写作“${other.text}”（第${other.line}行）` };
}

function repaired(evidence: string): Flag {
  return { status: "repaired", reason: evidence };
}

function missing(readings: readonly NamePieces[], label: string): Reading<string> {
  return {
    value: null,
    line: readings[0]?.line ?? null,
    asRead: readings[0]?.asRead ?? "",
    flag: { status: "missing", reason: `没有读到${label}` },
  };
}
