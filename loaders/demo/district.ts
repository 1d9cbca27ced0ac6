/**
 * A made district: departments, their units, the units' projects, and a form for each of the project's years.
 */
import { between, type Chance, chanceFor, happens, oneOf, shuffled } from "./chance.ts";
import { districtName, TOWNS } from "./corpus/places.ts";
import { COMMON_PROJECTS, type ProjectIdea, SECTORS, type Sector, TOWN } from "./corpus/sectors.ts";
import { projectForms } from "./project.ts";
import { NUMBER_STYLES } from "./shape.ts";
import type { TrueForm } from "./true-form.ts";

export interface DistrictPlan {
  /** How many forms in all years together. */
  forms: number;
  /** Without gaps, the first one first. */
  years: readonly number[];
  /** The same seed makes the same district. */
  seed: number;
}

/** A unit with its projects; each project's forms in the order of its years. */
export interface Unit {
  name: string;
  department: string;
  projects: TrueForm[][];
}

/** A document of a unit: its path below `sources`, and its forms in their order. */
export interface UnitDocument {
  path: string;
  forms: TrueForm[];
}

/** What a unit files: a document a year, what it had filed before with other figures, and what nobody can date. */
export function documentsOf({ name, projects }: Unit, years: readonly number[]): UnitDocument[] {
  const filed = projects.flat();
  const dated = years.flatMap((year) => {
    const forms = filed.filter((form) => form.year === year && form.filing?.kind !== "undated");
    const before = forms.flatMap(({ filing }) => (filing?.kind === "twice" ? [filing.before] : []));
    return [
      { path: `${year}/${name}.txt`, forms },
      { path: `${year}/${name}（初稿）.txt`, forms: before },
    ];
  });
  const undated = filed.filter(({ filing }) => filing?.kind === "undated");
  return [...dated, { path: `补报/${name}.txt`, forms: undated }].filter(({ forms }) => forms.length > 0);
}

interface UnitPlace {
  name: string;
  department: string;
  ideas: readonly ProjectIdea[];
}

/** The units of a district one by one, each with all its years; together they have the forms that were asked for. */
export function* districtUnits({ forms, years, seed }: DistrictPlan): Generator<Unit> {
  let left = forms;
  let first = true;
  for (const place of unitPlaces()) {
    if (left === 0) return;
    const unit = unitForms(place, years, seed, { weak: first, left });
    left -= unit.projects.flat().length;
    first = false;
    yield unit;
  }
}

/** Every unit of every district, two of each department in turn: also a small district has many departments. */
function* unitPlaces(): Generator<UnitPlace> {
  for (let index = 0; ; index++) {
    const district = districtName(index);
    const sectors = [...SECTORS, ...TOWNS.map(townSector)];
    const most = Math.max(...sectors.map(({ units }) => units.length));
    for (let at = 0; at < most; at += 2)
      for (const { office, units, projects } of sectors)
        for (const unit of units.slice(at, at + 2))
          yield { name: district + unit, department: district + office, ideas: projects };
  }
}

function townSector(town: string): Sector {
  const named = (name: string): string => `${town}镇${name}`;
  return { ...TOWN, office: named(TOWN.office), units: [TOWN.office, ...TOWN.units].map(named) };
}

function unitForms(
  { name, department, ideas }: UnitPlace,
  years: readonly number[],
  seed: number,
  { weak, left }: { weak: boolean; left: number },
): Unit {
  const chance = chanceFor(seed, name);
  const style = oneOf(chance, NUMBER_STYLES);
  const chosen = chooseIdeas(ideas, chance);
  const projects: TrueForm[][] = [];
  for (const [place, idea] of chosen.entries()) {
    const own = chanceFor(seed, name, idea.name);
    const record = place > 0 ? "mixed" : weak ? "weak" : "loses";
    const lived = place === 0 ? years : yearsOf(years, own);
    const rest = left - projects.flat().length;
    const filed = lived.slice(Math.max(0, lived.length - rest));
    if (filed.length > 0)
      projects.push(projectForms({ idea, department, unit: name, style, record }, filed, own));
  }
  return { name, department, projects };
}

/** Most projects are of the unit's own trade, some are what any unit has. */
function chooseIdeas(ideas: readonly ProjectIdea[], chance: Chance): ProjectIdea[] {
  const own = shuffled(chance, ideas).slice(0, between(chance, 2, ideas.length));
  const common = shuffled(chance, COMMON_PROJECTS).slice(0, between(chance, 1, 5));
  return [...own, ...common];
}

/** Most projects recur in all years; some begin later, some end earlier, a few are filed once. */
function yearsOf(years: readonly number[], chance: Chance): readonly number[] {
  if (happens(chance, 70)) return years;
  const from = chance(years.length);
  return happens(chance, 50) ? years.slice(from) : years.slice(0, from + 1);
}
