/**
 * Scraps of the merged labels (产出指标, 可持续影响指标 …) that an extractor strews over the rows they cover.
 */
import { squeeze, withoutLookalikes } from "../glyphs.ts";
import { remembering } from "../remember.ts";
import { LEVEL_GROUPS } from "../vocabulary.ts";

const LABELS = [...new Set(LEVEL_GROUPS.flatMap((group) => [group.level1, group.level2]))];
const LONGEST_SCRAP = 9;

/** Whether a text is characters of one label, in the label's order: `持`, `度指`, `服对满度标`. */
export function isLabelScrap(text: string): boolean {
  return labelsOfScrap(text).length > 0;
}

/** The labels whose characters a scrap gives in their order. */
export const labelsOfScrap: (text: string) => readonly string[] = remembering((text) => {
  const scrap = withoutLookalikes(squeeze(text));
  if (scrap === "" || scrap.length > LONGEST_SCRAP) return [];
  return LABELS.filter((label) => isSubsequence(scrap, label));
});

function isSubsequence(scrap: string, label: string): boolean {
  let at = -1;
  for (const character of scrap) {
    at = label.indexOf(character, at + 1);
    if (at < 0) return false;
  }
  return true;
}
