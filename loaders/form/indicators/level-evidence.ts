/**
 * What rows say about the group that they belong to: their words, and the scraps of labels that stand in them.
 */
import { remembering } from "../remember.ts";
import { LEVEL_GROUPS } from "../vocabulary.ts";
import { costsOfScrap, type LabelScrap } from "./level-labels.ts";

/** A row as far as its place in the order of groups is concerned. */
export interface LevelRow {
  /** How many printed lines its tallest cell has. */
  height: number;
  page: number;
  /** Name and target, in which words may speak for a group. */
  words: readonly string[];
  scraps: LabelScrap[];
}

/** What the rows of a table speak against the groups that are to be considered. */
export interface LevelEvidence {
  /** Indices in LEVEL_GROUPS, in the form's order. */
  groups: readonly number[];
  /** For each of these groups the running sum of what the rows speak against it. */
  against: readonly (readonly number[])[];
  /** The running sum over the rows of what speaks against the group that fits each of them best. */
  least: readonly number[];
}

const COST_OTHER_WORDS = 0.6;
/** Words that name another group: `数量`, `质量`, `成本`. */
const COST_OTHER_NAMED = 1;
const COST_NO_WORDS = 0.3;
/** Words for satisfaction are used for nothing else. */
const SATISFACTION = LEVEL_GROUPS.length - 1;
const COST_SATISFACTION = 2;
const COST_NO_SATISFACTION = 0.8;

/** Hears what each row has to say. @param order indices in LEVEL_GROUPS, as the form sets them one after the other */
export function evidenceOf(rows: readonly LevelRow[], order: readonly number[]): LevelEvidence {
  const spoken = rows.map((row) => loudnessOf(row.words));
  const scrapCosts = rows.map((row) => row.scraps.map(costsOfScrap));
  const groups = consideredGroups(spoken, scrapCosts, order);
  const against = groups.map((group) => evidenceAgainst(group, spoken, scrapCosts));
  return { groups, against, least: leastOf(against) };
}

/** The running sum over the rows of what their words and their scraps of labels speak against a group. */
function evidenceAgainst(
  group: number,
  spoken: readonly Loudness[],
  scrapCosts: readonly (readonly number[])[][],
): number[] {
  const sums = [0];
  for (let row = 0; row < spoken.length; row++) {
    let cost = sums[row]! + spoken[row]!.against[group]!;
    for (const scrap of scrapCosts[row]!) cost += scrap[group]!;
    sums.push(cost);
  }
  return sums;
}

function leastOf(against: readonly (readonly number[])[]): number[] {
  const sums = [0];
  for (let row = 1; row < against[0]!.length; row++) {
    let least = Number.POSITIVE_INFINITY;
    for (const own of against) least = Math.min(least, own[row]! - own[row - 1]!);
    sums.push(sums[row - 1]! + least);
  }
  return sums;
}

/** Words that names of several groups use: a rate of completion is quantity here and quality there. */
const AMBIGUOUS = /完成率|覆盖率|事故|故障|投诉|差错/;

/** How a row's words stand to a group: the name names it, words speak for it as for no other, or neither. */
export function stanceOf(words: readonly string[], group: number): "named" | "spoken" | "open" {
  if (LEVEL_GROUPS[group]!.names?.test(words[0] ?? "")) return "named";
  const isSpoken = loudnessOf(words).ofGroups[group]! > 0 && !words.some((text) => AMBIGUOUS.test(text));
  return isSpoken ? "spoken" : "open";
}

/** Groups that some words or some scrap speak for; the others would never be chosen. */
function consideredGroups(
  spoken: readonly Loudness[],
  scrapCosts: readonly (readonly number[])[][],
  order: readonly number[],
): readonly number[] {
  const isSpokenFor = ALL_GROUPS.map(() => false);
  for (const { ofGroups, loudest } of spoken)
    if (loudest > 0) for (const group of ALL_GROUPS) if (ofGroups[group]! > 0) isSpokenFor[group] = true;
  for (const scraps of scrapCosts)
    for (const costs of scraps)
      if (costs.some((cost) => cost > 0))
        for (const group of ALL_GROUPS) if (costs[group] === 0) isSpokenFor[group] = true;
  const spokenFor = order.filter((group) => isSpokenFor[group]);
  return spokenFor.length > 0 ? spokenFor : order;
}

const ALL_GROUPS: readonly number[] = LEVEL_GROUPS.map((_, group) => group);

/** For each group how loudly texts speak for it: 2 where one names the group itself, 1 where one speaks for it, 0 else. */
interface Loudness {
  ofGroups: readonly number[];
  loudest: number;
  /** What they speak against each group. */
  against: readonly number[];
}

function loudnessOf(texts: readonly string[]): Loudness {
  let loudness = SILENCE;
  for (const text of texts) loudness = louderOf(loudness, loudnessOfText(text));
  return loudness;
}

/** For each group the louder of two. */
function louderOf(a: Loudness, b: Loudness): Loudness {
  if (b.loudest === 0 || a === b) return a;
  if (a.loudest === 0) return b;
  return loudnessFrom(a.ofGroups.map((loud, group) => Math.max(loud, b.ofGroups[group]!)));
}

const NAMED_GROUPS = LEVEL_GROUPS.map(({ level2 }) => level2.replace("指标", ""));

const loudnessOfText = remembering((text) =>
  loudnessFrom(
    LEVEL_GROUPS.map(({ speaks }, group) =>
      text.includes(NAMED_GROUPS[group]!) ? 2 : speaks.test(text) ? 1 : 0,
    ),
  ),
);

/** Texts speak for groups in few ways: each is worked out once. */
const KNOWN_LOUDNESSES = new Map<string, Loudness>();

function loudnessFrom(ofGroups: readonly number[]): Loudness {
  const key = ofGroups.join("");
  const known = KNOWN_LOUDNESSES.get(key);
  if (known) return known;
  const loudest = Math.max(...ofGroups);
  const against = ofGroups.map((_, group) => costOfWords(ofGroups, loudest, group));
  const loudness = { ofGroups, loudest, against };
  KNOWN_LOUDNESSES.set(key, loudness);
  return loudness;
}

/** What a row's words speak against a group. */
function costOfWords(ofGroups: readonly number[], loudest: number, group: number): number {
  const satisfied = ofGroups[SATISFACTION]! > 0;
  if (satisfied !== (group === SATISFACTION)) return satisfied ? COST_SATISFACTION : COST_NO_SATISFACTION;
  if (ofGroups[group]! > 0) return 0;
  return loudest > 1 ? COST_OTHER_NAMED : loudest > 0 ? COST_OTHER_WORDS : COST_NO_WORDS;
}

const SILENCE = loudnessFrom(LEVEL_GROUPS.map(() => 0));
