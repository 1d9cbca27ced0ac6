/**
 * In which order a form sets its groups: costs first, as 财预〔2020〕10号's form of later years does, or behind the outputs, or last.
 */
import { LEVEL_GROUPS } from "../vocabulary.ts";
import type { LevelRow } from "./level-evidence.ts";

const ALL = LEVEL_GROUPS.map((_, group) => group);
const groupsOf = (level1: string): number[] => ALL.filter((group) => LEVEL_GROUPS[group]!.level1 === level1);
const COSTS = groupsOf("成本指标");
const OUTPUTS = groupsOf("产出指标");
const OTHERS = ALL.filter((group) => !COSTS.includes(group) && !OUTPUTS.includes(group));

const COSTS_FIRST = [...COSTS, ...OUTPUTS, ...OTHERS];
const COSTS_BEHIND_OUTPUTS = [...OUTPUTS, ...COSTS, ...OTHERS];
const COSTS_LAST = [...OUTPUTS, ...OTHERS, ...COSTS];

/** Characters that only labels of costs have, and those that only other labels have. */
const OF_COSTS = /[成本]/;
const OF_OTHERS = /[产出数量质时效益可持续影响服务对象满意度]/;

/** The orders in which a table may set its groups, as indices in LEVEL_GROUPS; the usual one first. */
export function ordersOf(rows: readonly LevelRow[]): readonly (readonly number[])[] {
  return setsCostsBehindOthers(rows) ? [COSTS_FIRST, COSTS_BEHIND_OUTPUTS, COSTS_LAST] : [COSTS_FIRST];
}

/** Whether what is left of a label of costs stands below what is left of another one. */
function setsCostsBehindOthers(rows: readonly LevelRow[]): boolean {
  let others = false;
  for (const { scraps } of rows)
    for (const { text } of scraps) {
      if (others && OF_COSTS.test(text)) return true;
      if (OF_OTHERS.test(text)) others = true;
    }
  return false;
}
