/**
 * Which plants go where: whole years first, then habits of units and single projects, each kind in turn, so that also a
 * small district has many of them.
 */
import { type Chance, chanceFor, happens } from "../chance.ts";
import type { DistrictPlan, Unit } from "../district.ts";
import { CREDIBILITY_PLANTS } from "./credibility.ts";
import { FUNDING_PLANTS } from "./funding.ts";
import { PROJECT_PLANTS } from "./over-years.ts";
import type { FormPlant, Planted, ProjectPlant } from "./plant.ts";
import { SCORE_PLANTS } from "./scores.ts";
import { UNIT_PLANTS, type UnitPlant } from "./units.ts";
import { chooseYears } from "./whole-years.ts";

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
];

/** Plants into units as they come. @returns what is to be done with each, in the order of the district */
export function sower({ forms, years, seed }: DistrictPlan): (unit: Unit) => Sown {
  const wholeYears = chooseYears(years, chanceFor(seed, "years"));
  const formsOfYear = new Map(years.map((year) => [year, 0]));
  const singles = [...SINGLE_PLANTS];
  const habits = [...UNIT_PLANTS];
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
    return { unit, planted };
  };

  /** Whether other things may be planted in a year. */
  function isOpen(year: number): boolean {
    return !wholeYears.get(year)?.alone;
  }

  function sowYears(unit: Unit): void {
    unit.projects = unit.projects.map((project) =>
      project.map((form) => {
        const number = formsOfYear.get(form.year)!;
        formsOfYear.set(form.year, number + 1);
        return wholeYears.get(form.year)?.change(form, number, Math.ceil(forms / years.length)) ?? form;
      }),
    );
  }

  function yearMarks(): Planted[] {
    return [...wholeYears].map(([year, { rule, what, seq, field }]) => ({
      ...{ rule, what, year, seq, field },
      ...{ unit: "", project: "" },
    }));
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
      const { year, project } = changed[at]!;
      planted.push({ rule, what, year, unit: unit.name, project, ...mark });
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
