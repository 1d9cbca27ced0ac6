/**
 * Reads movements: `较上年度增加`, `有效提升`, `提升10%以上`, `同比下降5%`, `与上年持平`.
 */

import { parseBounds } from "./bounds.ts";
import type { Trend } from "./expression.ts";
import { parseQuantity } from "./quantity.ts";

const DIRECTIONS = {
  up: "增加|增长|增多|提升|提高|上升|上涨|增强|扩大|改善",
  down: "减少|下降|降低|缩减|缩小|压减",
  level: "持平|不变|保持稳定|维持稳定|保持平稳|稳定",
} as const;
const BASE = "(?:[较比与同](?:上一?年度?|去年|前一年|往年|年初|基期)(?:同期)?(?:相比)?|同比|环比)";
const MANNER = "(?:有所|有效|逐步|稳步|持续|不断|明显|显著|进一步|大幅|基本|得到){0,3}";
const TREND = new RegExp(
  `^${BASE}?,?${MANNER}(?:(?<up>${DIRECTIONS.up})|(?<down>${DIRECTIONS.down})|(?<level>${DIRECTIONS.level}))(?<amount>.*)$`,
);

const OBJECT = "[\\p{Script=Han}]{2,12}";
const MOVES = `(?:(?<up>${DIRECTIONS.up})|(?<down>${DIRECTIONS.down}))`;
const BEFORE_ITS_OBJECT = new RegExp(`^${MANNER}${MOVES}(?<of>${OBJECT})$`, "u");
const AFTER_ITS_OBJECT = new RegExp(`^(?<of>${OBJECT}?)${MANNER}${MOVES}$`, "u");
const NEGATED = /[不无未非没]/;

/** What moves, and which way, where words name both: `提高普及率`, `收入稳步增加`; null for all else. */
export function movementOf(text: string): { direction: Trend["direction"]; of: string } | null {
  const groups = (BEFORE_ITS_OBJECT.exec(text) ?? AFTER_ITS_OBJECT.exec(text))?.groups;
  if (!groups || NEGATED.test(text)) return null;
  return { direction: groups.up ? "up" : "down", of: groups.of! };
}

/** Reads the movement that a text consists of; null where it is none. */
export function parseTrend(text: string): Trend | null {
  const groups = TREND.exec(text)?.groups;
  if (!groups) return null;
  const direction = groups.up ? "up" : groups.down ? "down" : "level";
  const said = groups.amount!.replace(/^(?:了|至)?/, "");
  if (said === "") return groups.amount === "" ? { kind: "trend", direction, amount: null } : null;
  // 提升至95% says where it arrived, not by how much.
  if (groups.amount!.startsWith("至") || direction === "level") return null;
  const amount = parseQuantity(said) ?? parseBounds(said);
  return amount && amount.kind !== "ratio" ? { kind: "trend", direction, amount } : null;
}
