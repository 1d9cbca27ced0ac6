/**
 * Which plants go where: whole years first, then habits of units and single projects, each kind in turn, so that also a
 * small district has many of them.
 */
import { type Chance, chanceFor, happens } from "../chance.ts";
import type { DistrictPlan, Unit } from "../district.ts";
import type { TrueForm } from "../true-form.ts";
import { CREDIBILITY_PLANTS } from "./credibility.ts";
import { FILING_PLANTS } from "./filings.ts";
import { FUNDING_PLANTS } from "./funding.ts";
import { PROJECT_PLANTS } from "./over-years.ts";
import { type FormPlant, type Planted, type ProjectPlant, yearPrintedOn } from "./plant.ts";
import { SCORE_PLANTS } from "./scores.ts";
import { UNIT_PLANTS, type UnitPlant } from "./units.ts";
import { chooseYears, type YearPlant } from "./whole-years.ts";

export interface Sown {
  unit: Unit;
  planted: Planted[];
}

/** Of a hundred projects, how many have something planted. */
const PROJECTS_WITH_PLANTS = 35;
/** Every so many units have a habit. */
const UNITS_PER_HABIT = 4;

/** All that is planted into single projects. */
export const SINGLE_PLANTS: readonly ProjectPlant[] = [
  ...[...FUNDING_PLANTS, ...SCORE_PLANTS, ...CREDIBILITY_PLANTS].map(inOneForm),
  ...PROJECT_PLANTS,
  // Last: a small district has each form once, and all of them dated.
  ...FILING_PLANTS.map(inOneForm),
];

/** What a rule finds of a whole year in which something was planted into one of its forms. */
const OF_THE_YEAR: Readonly<Record<string, Pick<Planted, "rule" | "what" | "seq" | "field">>> = {
  S11: { rule: "S11A", what: "当年有的表分值与口径不同", seq: "", field: "level1" },
};

/** Plants into units as they come. @returns what is to be done with each, in the order of the district */
export function sower({ forms, years, seed }: DistrictPlan): (unit: Unit) => Sown {
  const formsAYear = Math.ceil(forms / years.length);
  const wholeYears = chooseYears(years, formsAYear, chanceFor(seed, "years"));
  const formsOfYear = new Map(years.map((year) => [year, 0]));
  const singles = [...SINGLE_PLANTS];
  const habits = [...UNIT_PLANTS];
  const consequences = new Set<string>();
  let units = 0;

  return (unit) => {
    const chance = chanceFor(seed, unit.name, "plants");
    const planted: Planted[] = [];
    // The first unit is the one that keeps every year from being all alike.
    const place = units++;
    sowYears(unit);
    if (place % UNITS_PER_HABIT === UNITS_PER_HABIT - 1)
      sowHabit(unit, habits, years.filter(isOpen), chance, planted);
    else if (place > 0) sowProjects(unit, singles, isOpen, chance, planted);
    if (place === 0) planted.push(...yearMarks());
    planted.push(...planted.flatMap(consequenceOf));
    return { unit, planted };
  };

  /** Whether other things may be planted in a year. */
  function isOpen(year: number): boolean {
    return !wholeYears.get(year)?.some(({ alone }) => alone);
  }

  /** What is found of a year for the first of several causes. */
  function consequenceOf({ rule, year }: Planted): Planted[] {
    const ofYear = OF_THE_YEAR[rule];
    if (!ofYear || consequences.has(`${ofYear.rule} ${year}`)) return [];
    consequences.add(`${ofYear.rule} ${year}`);
    return [{ ...ofYear, year, unit: "", project: "" }];
  }

  function sowYears(unit: Unit): void {
    unit.projects = unit.projects.map((project) =>
      project.map((form) => {
        const number = formsOfYear.get(form.year)!;
        formsOfYear.set(form.year, number + 1);
        const chance = chanceFor(seed, form.unit, form.project, form.year, "year");
        const changed = (before: TrueForm, { change }: YearPlant) =>
          change(before, number, formsAYear, chance);
        return (wholeYears.get(form.year) ?? []).reduce(changed, form);
      }),
    );
  }

  function yearMarks(): Planted[] {
    return [...wholeYears].flatMap(([year, plants]) =>
      plants.map(({ rule, what, seq, field }) => ({ rule, what, year, seq, field, unit: "", project: "" })),
    );
  }
}

/** Takes the first that fits and puts it last, so that the next unit has another one. */
function takeFirst<Plant, Result>(
  plants: Plant[],
  tried: (plant: Plant) => Result | null,
): [Plant, Result] | null {
  for (const [at, plant] of plants.entries()) {
    const result = tried(plant);
    if (result === null) continue;
    plants.push(...plants.splice(at, 1));
    return [plant, result];
  }
  return null;
}

function sowHabit(
  unit: Unit,
  habits: UnitPlant[],
  years: readonly number[],
  chance: Chance,
  planted: Planted[],
): void {
  const taken = takeFirst(habits, (habit) => habit.plant(unit.projects, years, chance));
  if (!taken) return;
  const [{ rule, what }, { projects, marks }] = taken;
  unit.projects = projects;
  for (const { project = "", ...mark } of marks)
    planted.push({ rule, what, unit: unit.name, project, ...mark });
}

function sowProjects(
  unit: Unit,
  singles: ProjectPlant[],
  isOpen: (year: number) => boolean,
  chance: Chance,
  planted: Planted[],
): void {
  unit.projects = unit.projects.map((all) => {
    const forms = all.filter(({ year }) => isOpen(year));
    if (forms.length === 0 || !happens(chance, PROJECTS_WITH_PLANTS)) return all;
    const taken = takeFirst(singles, (single) => single.plant(forms, chance));
    if (!taken) return all;
    const [{ rule, what }, { forms: changed, marks }] = taken;
    for (const { at, ...mark } of marks) {
      const form = changed[at]!;
      const year = yearPrintedOn(form);
      planted.push({ rule, what, year, unit: unit.name, project: form.project, ...mark });
    }
    return all.map((form) => changed[forms.indexOf(form)] ?? form);
  });
}

/** A plant for one form as one for a project: it goes into one of the project's years. */
function inOneForm({ rule, what, plant }: FormPlant): ProjectPlant {
  return {
    rule,
    what,
    plant: (forms, chance) => {
      const at = chance(forms.length);
      const result = plant(forms[at]!, chance);
      if (!result) return null;
      const { form, ...place } = result;
      return { forms: forms.map((each, index) => (index === at ? form : each)), marks: [{ at, ...place }] };
    },
  };
}
