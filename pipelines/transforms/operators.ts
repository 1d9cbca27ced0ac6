/**
 * Words and signs that say which side of a number is meant.
 *
 * 以上, 以下 and 以内 include the number, 超过 and 不足 do not (民法典 on 以上, 以下, 以内 and 不满, 超过).
 */
import type { Operator } from "./expression.ts";

/** Before the number. */
const BEFORE: Readonly<Record<string, Operator>> = {
  "≥": "≥",
  ">": ">",
  "=": "=",
  "≤": "≤",
  "<": "<",
  "≈": "≈",
  不低于: "≥",
  不少于: "≥",
  不小于: "≥",
  不得低于: "≥",
  不得少于: "≥",
  不能低于: "≥",
  大于等于: "≥",
  大于或等于: "≥",
  至少: "≥",
  最低: "≥",
  最少: "≥",
  达到: "≥",
  达: "≥",
  大于: ">",
  超: ">",
  逾: ">",
  超过: ">",
  高于: ">",
  多于: ">",
  等于: "=",
  不超过: "≤",
  不高于: "≤",
  不大于: "≤",
  不多于: "≤",
  不得超过: "≤",
  不得高于: "≤",
  不能超过: "≤",
  未超过: "≤",
  小于等于: "≤",
  小于或等于: "≤",
  至多: "≤",
  最多: "≤",
  最高: "≤",
  控制在: "≤",
  小于: "<",
  低于: "<",
  少于: "<",
  不足: "<",
  不满: "<",
  约: "≈",
  约为: "≈",
  大约: "≈",
  近: "≈",
};

/** After the number and its unit. */
const AFTER: Readonly<Record<string, Operator>> = {
  以上: "≥",
  及以上: "≥",
  或以上: "≥",
  "以上(含)": "≥",
  "(含)以上": "≥",
  以下: "≤",
  及以下: "≤",
  或以下: "≤",
  以内: "≤",
  之内: "≤",
  内: "≤",
  "(含)以内": "≤",
  左右: "≈",
  上下: "≈",
};

/** The sign that a word before a number stands for; null for any other word. */
export function signOf(word: string): Operator | null {
  return BEFORE[word] ?? null;
}

/** Words that say which side is meant, longest first, as part of a regular expression. */
export const OPERATOR_BEFORE = alternatives(BEFORE);
export const OPERATOR_AFTER = alternatives(AFTER);

function alternatives(words: Readonly<Record<string, Operator>>): string {
  return Object.keys(words)
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[()]/g, "\\$&"))
    .join("|");
}

/**
 * What the words before and after a number say together; null where they say nothing.
 *
 * @param more whether 余 or 多 follows the digits (`1200余人`)
 * @returns `"conflict"` where they contradict each other (`不少于30天以内`)
 */
export function operatorOf(before: string, after: string, more: boolean): Operator | null | "conflict" {
  // 达到 and 控制在 leave it to what follows the number.
  const open = before === "达到" || before === "达" || before === "控制在";
  const said = new Set<Operator>();
  if (before !== "" && !(open && after !== "")) said.add(BEFORE[before]!);
  if (after !== "") said.add(AFTER[after]!);
  if (more) said.add(">");
  if (said.size > 1) return "conflict";
  return [...said][0] ?? null;
}
