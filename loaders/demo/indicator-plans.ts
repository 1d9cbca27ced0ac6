/**
 * Which indicators a project has, for all its years: chosen from the ideas of its kind, in the order of the form.
 */
import { between, type Chance, happens } from "./chance.ts";
import {
  COST_IDEAS,
  type IndicatorIdea,
  KIND_IDEAS,
  LASTING_IDEAS,
  PARTS,
  SATISFACTION_IDEAS,
  TIME_IDEAS,
} from "./corpus/kinds.ts";
import type { ProjectIdea } from "./corpus/sectors.ts";
import { chooseShape, type Shape } from "./shape.ts";

/** The groups in the order in which forms print them. */
export const GROUPS = ["cost", "quantity", "quality", "time", "social", "lasting", "satisfaction"] as const;
export type Group = (typeof GROUPS)[number];

export interface IndicatorPlan {
  group: Group;
  name: string;
  shape: Shape;
  /** A large number that is exceeded each year: not everything comes out just at its target. */
  grows: boolean;
}

/** The order in which a form comes to have more: from what every form has to what few have. */
const ORDER: readonly (readonly [Group, number])[] = [
  ...(["quantity", "satisfaction", "cost", "social", "quality", "time", "lasting"] as const).map(
    (group) => [group, 0] as const,
  ),
  ...[1, 2, 3, 4].flatMap((place) =>
    (["quantity", "quality", "social", "time", "cost", "lasting", "satisfaction"] as const).map(
      (group) => [group, place] as const,
    ),
  ),
];
/** Groups whose indicators are split by part of the district or of the year in long forms. */
const SPLIT: readonly Group[] = ["quantity", "quality"];

/** Most forms have few rows and some very many: 12 to 13 on average, 5 to 70. */
export function chooseCount(chance: Chance): number {
  if (happens(chance, 56)) return between(chance, 5, 10);
  if (happens(chance, 70)) return between(chance, 10, 18);
  return happens(chance, 78) ? between(chance, 18, 34) : between(chance, 35, 70);
}

/** The indicators of a project, of different names, in the order of the form. */
export function planIndicators(idea: ProjectIdea, count: number, chance: Chance): IndicatorPlan[] {
  const ideas = ideasOf(idea);
  const inOrder = ORDER.flatMap(([group, place]) => {
    const found = ideas[group][place];
    return found ? [[group, found] as const] : [];
  });
  const split = PARTS.flatMap((part) =>
    SPLIT.flatMap((group) =>
      ideas[group].map(
        ([name, shape]) => [group, [`${part}${name}`, shape]] as readonly [Group, IndicatorIdea],
      ),
    ),
  );
  const chosen = [...inOrder, ...split].slice(0, count);
  return GROUPS.flatMap((group) =>
    chosen
      .filter(([own]) => own === group)
      .map(([, [name, shape]], place) => ({
        group,
        name: name.replace("{thing}", idea.thing).replace("{people}", idea.people),
        shape: chooseShape(shape, chance),
        grows: group === "quantity" && place === 0,
      })),
  );
}

function ideasOf({ kind }: ProjectIdea): Record<Group, readonly IndicatorIdea[]> {
  return {
    ...KIND_IDEAS[kind],
    cost: COST_IDEAS,
    time: TIME_IDEAS,
    lasting: LASTING_IDEAS,
    satisfaction: SATISFACTION_IDEAS,
  };
}

/** The headings of a group: 成本指标 has been a group of its own since 2021 (财预〔2021〕101号). */
export function headingsOf(group: Group, year: number): readonly [level1: string, level2: string] {
  switch (group) {
    case "cost":
      return year < 2021 ? ["产出指标", "成本指标"] : ["成本指标", "经济成本指标"];
    case "quantity":
      return ["产出指标", "数量指标"];
    case "quality":
      return ["产出指标", "质量指标"];
    case "time":
      return ["产出指标", "时效指标"];
    case "social":
      return ["效益指标", "社会效益指标"];
    case "lasting":
      return ["效益指标", "可持续影响指标"];
    case "satisfaction":
      return ["满意度指标", "服务对象满意度指标"];
  }
}

/** The order of the groups in a year: before 2021 成本指标 stood last under 产出指标. */
export function groupsIn(year: number): readonly Group[] {
  if (year >= 2021) return GROUPS;
  return ["quantity", "quality", "time", "cost", "social", "lasting", "satisfaction"];
}
