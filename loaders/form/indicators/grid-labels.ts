/**
 * Labels of groups as forms print them: with a number before, with points and remarks behind.
 */
import { halfWidth, squeeze } from "../glyphs.ts";
import { LEVEL_GROUPS } from "../vocabulary.ts";
import type { TableLine } from "./lines.ts";

/** The form's own groups, of both levels. */
export const KNOWN_LABELS: readonly string[] = [
  ...new Set(LEVEL_GROUPS.flatMap(({ level1, level2 }) => [level1, level2])),
];

/** （一）, 一、, 1. and the like before a label. */
const BEFORE_LABEL = /^(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十\d]+[、.．:：])/;
/** Points and remarks in brackets behind a label: 产出指标(50分). */
const BEHIND_LABEL = /(?:[(（][^()（）]*[)）]?|\d+(?:\.\d+)?分?[)）]?)$/;

/** A label without its number and its points, half width and without spaces. */
export function bareLevel(text: string): string {
  return halfWidth(squeeze(text)).replace(BEFORE_LABEL, "").replace(BEHIND_LABEL, "");
}

/** Whether a bare label is one of the form's own, also where it leaves out 指标. */
export function isKnownLabel(bare: string): boolean {
  return KNOWN_LABELS.includes(bare) || KNOWN_LABELS.includes(`${bare}指标`);
}

/** 预算执行率 as a group of its own: some forms print the points of execution among the indicators. */
const EXECUTION = /^(?:项目)?(?:预算|资金|预算资金)执行(?:率|情况|进度)?(?:指标)?$/;

/** Whether a line of the table is that of execution. */
export function isExecution({ parts }: TableLine): boolean {
  return parts.level1.some(({ text }) => EXECUTION.test(bareLevel(text)));
}
