/**
 * Names of units, departments and projects: when two ways of writing one are the same name.
 */

import { editDistance } from "../../loaders/form/distance.ts";

/** A mark of a department's consolidated forms, not part of its name. */
const CONSOLIDATED = /\(汇总\)/g;
const BRACKETS: Readonly<Record<string, string>> = {
  "〔": "(",
  "[": "(",
  "【": "(",
  "〕": ")",
  "]": ")",
  "】": ")",
};
const BRACKET = /[〔[【〕\]】]/g;
/** A unit's code before its name: `219001-`, `(155)`, `219 `; a year before a name is none. */
const CODE_BEFORE =
  /^(?!(?:19|20)\d{2}(?!\d))(?:\(\d{3,}\)\s*|\d{3,}(?:\s*[-—–_.、:]\s*|\s+))(?=\p{Script=Han})/u;
const CODE_BEHIND = /\((?!(?:19|20)\d{2}\))\d{3,}\)$/;
/** Marks that begin or end no name. */
const EDGES = new Set(",.;:、·-");

/**
 * What all ways of writing one name have in common: half width, one kind of brackets, no spaces, no code before or behind
 * it, no `(汇总)`. Null when nothing is left.
 */
export function nameKey(text: string): string | null {
  const key = text
    .normalize("NFKC")
    .replace(BRACKET, (bracket) => BRACKETS[bracket]!)
    .trim()
    .replace(CODE_BEFORE, "")
    .replace(/\s+/g, "")
    .replace(CODE_BEHIND, "")
    .replace(CONSOLIDATED, "");
  const name = withoutEdges(key);
  return name === "" ? null : name;
}

/** Not by a pattern: one that ends in `$` looks at a long row of marks again from each of them. */
function withoutEdges(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && EDGES.has(text[from]!)) from++;
  while (to > from && EDGES.has(text[to - 1]!)) to--;
  return text.slice(from, to);
}

/** Characters that tell one unit from its neighbour: 第一中学 and 第十一中学 are two schools. */
const TELLING = new Set(
  "0123456789〇零一二三四五六七八九十百千两甲乙丙丁戊己庚辛壬癸东南西北中上下左右前后内外新老旧大小男女高初总分副",
);

/** Characters that make a street or a village of a name: 和平小学 and 和平路小学 are two schools. */
const PLACES = new Set("路街巷村镇乡江河湖海山桥门港园");

/**
 * The one character that a name lacks of another: what a reader or a typist drops. Null when more is different, or when the
 * character is a Latin letter, or one that tells units or places apart.
 */
export function lostCharacter(shorter: string, longer: string): string | null {
  const less = [...shorter];
  const more = [...longer];
  if (more.length !== less.length + 1) return null;
  let at = 0;
  while (at < less.length && less[at] === more[at]) at++;
  const rest = less.slice(at).every((character, offset) => character === more[at + offset + 1]);
  const lost = more[at]!;
  return rest && !TELLING.has(lost) && !PLACES.has(lost) && /\p{Script=Han}/u.test(lost) ? lost : null;
}

/**
 * In how many characters two names differ. Null when the characters that tell units apart do: 第一中学 and 第二中学 are not
 * similar, they are neighbours.
 */
export function nameDistance(a: string, b: string): number | null {
  return tellingOf(a) === tellingOf(b) ? editDistance(a, b) : null;
}

function tellingOf(name: string): string {
  return [...name].filter((character) => TELLING.has(character) || /[A-Za-z]/.test(character)).join("");
}
