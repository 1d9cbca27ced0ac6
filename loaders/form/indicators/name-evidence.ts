/**
 * Deciding the names of a document's indicators: which are right as joined, which another place mends, which stay
 * in doubt.
 */
import { fittingText } from "../fit.ts";
import { countCjk } from "../glyphs.ts";
import { readingAt } from "../reading.ts";
import { once } from "../remember.ts";
import { indexOf, type TextIndex } from "../text-index.ts";
import type { Flag, Reading } from "../types.ts";
import { INDICATOR_NAME_ENDING, LEVEL_GROUPS, VERDICTS } from "../vocabulary.ts";
import { endsInWord } from "../words.ts";
import { type CharacterHabits, habitsOf } from "./character-habits.ts";
import type { NameDraft } from "./name-pieces.ts";
import { mendSeams, SUPPORTED } from "./seams.ts";

/** What the document says elsewhere: whole names with their lines, and which characters it sets side by side. */
export interface NameEvidence {
  whole: Map<string, number>;
  /** This and the habits are gathered when first asked for: a document without cut names never asks. */
  index: () => TextIndex;
  habits: () => CharacterHabits;
}

/** Characters that may be lost at the end of each line of a name known to be cut. */
const MOST_LOST = 4;

/** Scraps of a line are single characters, hardly two in a row. */
const LONGEST_SCRAP = 2;

/**
 * Gathers what the names and texts of a document support.
 * @param words words that no column line cuts, part by part
 */
export function gatherNameEvidence(
  drafts: readonly NameDraft[],
  words: readonly (readonly string[])[],
): NameEvidence {
  const whole = new Map<string, number>();
  for (const draft of drafts) if (isWhole(draft) && !whole.has(draft.text)) whole.set(draft.text, draft.line);
  const vocabulary = [...LEVEL_GROUPS.flatMap((group) => [group.level1, group.level2]), ...VERDICTS];
  return {
    whole,
    index: once(() => indexOf(whole.keys())),
    habits: once(() => habitsOf(distinct(words), vocabulary)),
  };
}

function distinct(parts: readonly (readonly string[])[]): Set<string> {
  const words = new Set<string>();
  for (const part of parts) for (const word of part) words.add(word);
  return words;
}

function isWhole(draft: NameDraft): boolean {
  return isUntouched(draft) && countCjk(draft.text) > 2;
}

/** Taken as it stands, from one cell, and not with a scrap for its last line. */
function isUntouched(draft: NameDraft): boolean {
  if (draft.seams.includes(true) || draft.mended.length > 0 || draft.cut) return false;
  return withoutScrapsBelow(draft).length === 0 || INDICATOR_NAME_ENDING.test(draft.text);
}

/** The name of one indicator, with a flag where it is not simply what the cell says. */
export function decideName(draft: NameDraft, evidence: NameEvidence): Reading<string> {
  if (draft.text === "")
    return readingAt<string>(draft, null, { status: "missing", reason: "没有读到指标名称" });
  if (isUntouched(draft)) return readingAt(draft, draft.text);
  const line = evidence.whole.get(draft.text);
  if (line !== undefined && !draft.cut)
    return readingAt(
      draft,
      draft.text,
      draft.mended.length === 0 ? undefined : repaired(draft, `第${line}行完整印有同一名称`),
    );
  const rules = { mostLost: draft.cut ? MOST_LOST : 0 };
  const fit =
    fittingText(draft.parts, evidence.index(), rules) ??
    fittingText(withoutScrapsBelow(draft), evidence.index(), { mostLost: 0 });
  if (fit !== null)
    return readingAt(draft, fit, repaired(draft, `第${evidence.whole.get(fit)}行完整印有“${fit}”`));
  if (draft.cut)
    return readingAt(draft, draft.text, { status: "truncated", reason: "名称被竖线或换行切断，有字缺失" });
  if (!draft.seams.includes(true))
    return INDICATOR_NAME_ENDING.test(draft.text)
      ? readingAt(draft, draft.text, repaired(draft, "余下部分完整"))
      : readingAt(draft, draft.text, doubtful(draft));
  const seams = mendSeams(draft, evidence.habits());
  const mended = [...draft.mended, ...seams.mended];
  const wholeAt = evidence.whole.get(seams.text);
  if (wholeAt !== undefined)
    return readingAt(draft, seams.text, repaired({ mended }, `第${wholeAt}行完整印有同一名称`));
  if (!seams.sure || (seams.byWords && !(INDICATOR_NAME_ENDING.test(seams.text) && endsInWord(seams.text))))
    return readingAt(draft, seams.text, doubtful({ mended }));
  return readingAt(draft, seams.text, mended.length === 0 ? undefined : repaired({ mended }, SUPPORTED));
}

/** The first line's parts where nothing but scraps stands below it: a printed line that was read twice. */
function withoutScrapsBelow(draft: NameDraft): string[] {
  const below = draft.parts.slice(draft.partsOfFirstLine);
  const scraps = below.length > 0 && below.every((part) => part.length <= LONGEST_SCRAP);
  return scraps ? draft.parts.slice(0, draft.partsOfFirstLine) : [];
}

function repaired({ mended }: Pick<NameDraft, "mended">, evidence: string): Flag {
  return { status: "repaired", reason: [...new Set(mended), evidence].join("；") };
}

function doubtful({ mended }: Pick<NameDraft, "mended">): Flag {
  const reason = [...new Set(mended), "名称由断开的几截拼成，没有别处完整印有"].join("；");
  return { status: "uncertain", reason };
}
