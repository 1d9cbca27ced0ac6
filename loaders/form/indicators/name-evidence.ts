/**
 * Deciding the names of a document's indicators: which are right as joined, which another place mends, which stay
 * in doubt.
 */
import { countCjk } from "../glyphs.ts";
import { fittingName } from "../names.ts";
import type { Flag, Reading } from "../types.ts";
import { INDICATOR_NAME_ENDING, LEVEL_GROUPS, VERDICTS } from "../vocabulary.ts";
import type { NameDraft } from "./name-pieces.ts";

/** What the document says elsewhere: whole names, and which characters it sets side by side. */
export interface NameEvidence {
  whole: Map<string, number>;
  pairs: Map<string, number>;
}

/** A pair of characters seen so often is a habit of the document, not a slip of the extractor. */
const HABIT = 2;

/** Gathers what the names and texts of a document support. @param texts cell texts that no column line cuts */
export function gatherNameEvidence(drafts: readonly NameDraft[], texts: Iterable<string>): NameEvidence {
  const whole = new Map<string, number>();
  for (const draft of drafts) if (isWhole(draft) && !whole.has(draft.text)) whole.set(draft.text, draft.line);
  const pairs = new Map<string, number>();
  const add = (text: string): void => {
    for (let at = 0; at < text.length - 1; at++) {
      const pair = text.slice(at, at + 2);
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  };
  for (const text of texts) add(text);
  for (const words of [LEVEL_GROUPS.flatMap((group) => [group.level1, group.level2]), VERDICTS])
    for (const word of words) for (let times = 0; times < HABIT; times++) add(word);
  return { whole, pairs };
}

function isWhole(draft: NameDraft): boolean {
  return draft.seams.length === 0 && draft.mended.length === 0 && !draft.cut && countCjk(draft.text) > 2;
}

/** The name of one indicator, with a flag where it is not simply what the cell says. */
export function decideName(draft: NameDraft, evidence: NameEvidence): Reading<string> {
  const reading = (value: string | null, flag?: Flag): Reading<string> => ({
    value,
    line: draft.line,
    asRead: draft.asRead,
    ...(flag && { flag }),
  });
  if (draft.text === "") return reading(null, { status: "missing", reason: "没有读到指标名称" });
  if (isWhole(draft)) return reading(draft.text);
  const line = evidence.whole.get(draft.text);
  if (line !== undefined && !draft.cut)
    return reading(
      draft.text,
      draft.mended.length === 0 ? undefined : repaired(draft, `第${line}行完整印有同一名称`),
    );
  const fit = fittingName(draft.parts, evidence.whole.keys());
  if (fit) return reading(fit, repaired(draft, `第${evidence.whole.get(fit)}行完整印有“${fit}”`));
  if (draft.cut)
    return reading(draft.text, { status: "truncated", reason: "名称被竖线或换行切断，有字缺失" });
  if (draft.seams.length === 0)
    return reading(draft.text, endsWell(draft) ? repaired(draft, "余下部分完整") : doubtful(draft));
  const held = draft.seams.every((seam) => seamHolds(seam.left, seam.right, evidence));
  if (!held || !endsWell(draft)) return reading(draft.text, doubtful(draft));
  return reading(
    draft.text,
    draft.mended.length === 0 ? undefined : repaired(draft, "断开处的字在本文件别处连用"),
  );
}

function repaired(draft: NameDraft, evidence: string): Flag {
  return { status: "repaired", reason: [...new Set(draft.mended), evidence].join("；") };
}

function doubtful(draft: NameDraft): Flag {
  const done = [...new Set(draft.mended)].join("；");
  return {
    status: "uncertain",
    reason: `${done ? `${done}；` : ""}名称由竖线断开的几截拼成，没有别处可以印证`,
  };
}

function endsWell(draft: NameDraft): boolean {
  return INDICATOR_NAME_ENDING.test(draft.text);
}

/** Whether the document sets these two sides together elsewhere, or breaks here between two words that it uses. */
function seamHolds(left: string, right: string, evidence: NameEvidence): boolean {
  const seen = (pair: string): boolean => (evidence.pairs.get(pair) ?? 0) >= HABIT;
  if (left === "" || right === "") return false;
  if (seen(left.at(-1)! + right[0]!)) return true;
  return seen(left.slice(-2)) && seen(right.slice(0, 2));
}
