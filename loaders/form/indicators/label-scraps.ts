/**
 * Scraps of the merged labels (产出指标, 可持续影响指标 …) that an extractor strews over the rows they cover.
 */
import { squeeze, withoutLookalikes } from "../glyphs.ts";
import { LEVEL_GROUPS } from "../vocabulary.ts";

const LABELS = [...new Set(LEVEL_GROUPS.flatMap((group) => [group.level1, group.level2]))];
const LONGEST_SCRAP = 9;

/** Whether a text is characters of one label, in the label's order: `持`, `度指`, `服对满度标`. */
export function isLabelScrap(text: string): boolean {
  return labelsOfScrap(text).length > 0;
}

/** The labels of scraps that were asked for: documents hold the same few over and over. */
const knownLabels = new Map<string, string[]>();
const MOST_KNOWN = 10_000;

/** The labels whose characters a scrap gives in their order. */
export function labelsOfScrap(text: string): string[] {
  if (text.length > 2 * LONGEST_SCRAP) return [];
  let labels = knownLabels.get(text);
  if (!labels) {
    const scrap = withoutLookalikes(squeeze(text));
    labels =
      scrap === "" || scrap.length > LONGEST_SCRAP
        ? []
        : LABELS.filter((label) => isSubsequence(scrap, label));
    if (knownLabels.size >= MOST_KNOWN) knownLabels.clear();
    knownLabels.set(text, labels);
  }
  return labels;
}

function isSubsequence(scrap: string, label: string): boolean {
  let at = -1;
  for (const character of scrap) {
    at = label.indexOf(character, at + 1);
    if (at < 0) return false;
  }
  return true;
}
