/**
 * The printed words of a form in a flow of tokens: which run of tokens is a label, and which parts of the form they open.
 */
import { halfWidth } from "../glyphs.ts";
import {
  FUNDING_COLUMN_LABELS,
  FUNDING_TITLES,
  GOAL_LABELS,
  HEADER_LABELS,
  INDICATOR_COLUMN_LABELS,
  INDICATOR_TITLES,
  OTHER_HEADER_LABELS,
  RATING_LABELS,
  REMARK_LABELS,
  TOTAL_LABELS,
} from "../vocabulary.ts";
import { type Token, textOfTokens } from "./tokens.ts";

/** The parts of a form, as its words tell them. */
export type PartName =
  | keyof typeof HEADER_LABELS
  | "otherHeader"
  | "funding"
  | "goals"
  | "indicators"
  | "total"
  | "rating"
  | "remark";

/** A label over a run of tokens. */
export interface Label {
  part: PartName;
  /** Its text, without spaces. */
  text: string;
  from: number;
  /** Behind its last token. */
  to: number;
}

/** Words over several lines or spaces are put together from so many tokens at most. */
const MOST_TOKENS = 5;
/** Characters that a cell may hold besides the label itself: 项目**实施单位**, **执行率**情况. */
const MOST_AROUND = 4;
/** What may be printed around a label: remarks in brackets, numbers of items, colons. */
const AROUND_LABEL = /[(（［[][^()（）[\]［］]*[)）\]］]|[(（]?\d+(?:\.\d+)?分[)）]?|[:：、.．*★\s]|^\d+/g;

const PART_LABELS: readonly (readonly [PartName, readonly string[]])[] = [
  ["projectName", HEADER_LABELS.projectName],
  ["department", HEADER_LABELS.department],
  ["implementingUnit", HEADER_LABELS.implementingUnit],
  ["otherHeader", OTHER_HEADER_LABELS],
  [
    "funding",
    [...FUNDING_TITLES, ...FUNDING_COLUMN_LABELS.initialBudget, ...FUNDING_COLUMN_LABELS.adjustedBudget],
  ],
  ["goals", [GOAL_LABELS.section, ...GOAL_LABELS.expected, ...GOAL_LABELS.actual]],
  ["indicators", [...INDICATOR_TITLES, ...INDICATOR_COLUMN_LABELS.level1]],
  ["total", TOTAL_LABELS],
  ["rating", RATING_LABELS],
  ["remark", REMARK_LABELS],
];

/** A text as labels are compared: half width, without what may be printed around one. */
export function bareLabel(text: string): string {
  return halfWidth(text).replace(AROUND_LABEL, "");
}

/** Whether a text is one of the labels, with little around it. */
export function isLabel(text: string, labels: readonly string[]): boolean {
  const bare = bareLabel(text);
  if (bare === "" || /\d/.test(bare)) return false;
  return labels.some((label) => bare.includes(label) && bare.length <= label.length + MOST_AROUND);
}

/** The share of a text that the longest of the labels in it makes up, 0 to 1. */
export function shareOfLabel(text: string, labels: readonly string[]): number {
  const bare = bareLabel(text);
  return Math.max(0, ...labels.map((label) => (bare.includes(label) ? label.length / bare.length : 0)));
}

/** The shortest run of tokens from `at` that is one of the labels; 0 where there is none. */
export function lengthOfLabel(tokens: readonly Token[], at: number, labels: readonly string[]): number {
  // A remark in brackets is no part of the label behind it.
  if (at >= tokens.length || bareLabel(tokens[at]!.text) === "") return 0;
  for (let length = 1; length <= MOST_TOKENS && at + length <= tokens.length; length++) {
    if (length > 1 && tokens[at + length - 1]!.before === "cell") return 0;
    const run = tokens.slice(at, at + length);
    // The label must begin with the run, not with a later token of it.
    if (isLabel(textOfTokens(run), labels)) return beginsWithLabel(run, labels) ? length : 0;
  }
  return 0;
}

/** The longest run of tokens from `at` whose text is one of the labels to the character; at least `least` long. */
export function longestLabel(
  tokens: readonly Token[],
  at: number,
  labels: readonly string[],
  least: number,
): number {
  let longest = least;
  for (let length = least + 1; length <= MOST_TOKENS && at + length <= tokens.length; length++)
    if (labels.includes(bareLabel(textOfTokens(tokens.slice(at, at + length))))) longest = length;
  return longest;
}

/** Whether a run is more of a label than without its first tokens. */
function beginsWithLabel(run: readonly Token[], labels: readonly string[]): boolean {
  const whole = lengthOfLongest(run, labels);
  return run.slice(1).every((_, index) => lengthOfLongest(run.slice(index + 1), labels) < whole);
}

function lengthOfLongest(run: readonly Token[], labels: readonly string[]): number {
  const bare = bareLabel(textOfTokens(run));
  return Math.max(0, ...labels.map((label) => (bare.includes(label) ? label.length : 0)));
}

/** The labels of a flow that open a part, in order, none inside another. */
export function labelsOf(tokens: readonly Token[]): Label[] {
  const labels: Label[] = [];
  for (let at = 0; at < tokens.length; ) {
    const label = labelAt(tokens, at);
    if (label) labels.push(label);
    at = label?.to ?? at + 1;
  }
  return labels;
}

/** The label that begins at a token: the shortest run that is one, the longest word where two fit. */
function labelAt(tokens: readonly Token[], at: number): Label | null {
  let best: Label | null = null;
  let most = 0;
  for (const [part, words] of PART_LABELS) {
    const length = lengthOfLabel(tokens, at, words);
    if (length === 0) continue;
    const text = textOfTokens(tokens.slice(at, at + length));
    const value = shareOfLabel(text, words) / length;
    if (value > most) [best, most] = [{ part, text, from: at, to: at + length }, value];
  }
  return best;
}
