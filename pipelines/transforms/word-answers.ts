/**
 * What an actual in words says of a target in words.
 *
 * Only what the words leave no doubt of: the target repeated, alone (`健全`) or as a part of it (`验收合格`, `合格`), the target
 * denied (`合格`, `不合格`), yes or no, grades of one scale. Words that weaken (`基本`, `较`, `逐步`) decide nothing, and two words that
 * mean nearly the same are not weighed against each other.
 */
import type { Outcome, Trend } from "./expression.ts";
import { movementOf } from "./trend.ts";

/** Ways to say the same that forms mix freely. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/按时|按期|准时|如期|按规定时间/g, "及时"],
  [/(?:未|没有|没|不得|不)(?:能)?超(?:过|出)?/g, "不超"],
  [/控制在(.+?)(?:范围)?(?:之内|以内|内)$/g, "不超$1"],
];
const BETWEEN_WORDS = /[\s,.;:!?，。；：！？、"“”'()（）《》…·]/gu;

const NEGATION = /^(?:不|未|没有|没)/;
const DENIES = /[不无未非没否免欠]|有待|尚/;
const WEAKENS = /[较仍需将]|基本|部分|大体|一般|逐步|逐渐|初步|正在|力争|大多|多数|个别|有所|以下/;
/** Shorter words (`优`, `高`) are parts of too many others. */
const SHORTEST_PART = 2;
/** What may stand first in a target and answer it alone: `符合标准`, `及时发放`. */
const WHOLE_ANSWERS =
  /^(?:符合|及时|合规|合格|达标|满意|有效|规范|准确|完整|齐全|显著|明显|良好|健全|到位|完好|正常|安全|稳定|长期|持续)$/;
/** What may follow the target's words in an actual and takes nothing from them. */
const ADDS_NOTHING = /^(?:有效|到位|完成|发放|拨付|支付|开展|实施|进行|运行|落实|使用)$/;

/** Grades, the best first, each scale for itself. */
const SCALES: readonly (readonly RegExp[])[] = [
  [/^优秀?$/, /^(?:良好?|优良)$/, /^(?:合格|及格|中等?)$/],
  [/^(?:非常|很|十分)满意$/, /^满意$/],
  [/^(?:很|非常)好$/, /^良?好$/, /^较好$/],
];
const FAILED = /^(?:差|较差|很差|不合格|不及格)$/;
/** `零事故`, `无投诉`: none of something may be. */
const NONE_OF =
  /^[零无](?:重大|较大|安全|责任|有效|质量|生产|人员){0,3}(?:事故|投诉|差错|失误|上访|信访|伤亡|死亡|违规|违纪|案件|火灾|遗漏|舆情|事件)$/;
const NONE = /^(?:无|没有|未发生|零)(?:发生)?$/;
/** `全覆盖`, `全部完成`: all of it, whatever it is. */
const ALL =
  /^(?:全(?:部|面|员|额)?(?:覆盖|完成|到位|落实|合格|达标|发放|参与|参加|通过|兑现|拨付|支付)|全部|全员|应[保补享发助救]尽[保补享发助救])$/;

/** The outcome that an actual in words states of a target in words; null where it leaves doubt. */
export function outcomeInWords(target: string, actual: string): Outcome | null {
  const aim = essence(target);
  const answer = essence(actual);
  if (aim === "" || answer === "") return null;
  if (aim === answer || (NONE_OF.test(aim) && NONE.test(answer))) return "attained";
  return (
    yesOrNo(aim, answer) ??
    byGrade(aim, answer) ??
    (isDenied(aim, answer) ? "not_attained" : isRepeated(aim, answer) ? "attained" : byMovement(aim, answer))
  );
}

/** What a movement (`稳步提升`) says of a target that names what is to move (`提高普及率`). */
export function outcomeOfMovement(target: string, { direction }: Trend): Outcome | null {
  const asked = movementOf(essence(target));
  return asked && (asked.direction === direction ? "attained" : "not_attained");
}

/** Whether a target in words asks that none of something be. */
export function asksForNone(target: string): boolean {
  return NONE_OF.test(essence(target));
}

/** Whether an actual in words says that there is none. */
export function saysNone(actual: string): boolean {
  return NONE.test(essence(actual));
}

/** Whether a target in words asks for all of something. */
export function asksForAll(target: string): boolean {
  return ALL.test(essence(target));
}

/** The words alone, those of one meaning written alike. */
function essence(text: string): string {
  const words = text.replace(/^定性(?=[:：])/, "").replace(BETWEEN_WORDS, "");
  return SAME.reduce((told, [ways, word]) => told.replace(ways, word), words);
}

/** 是 and 否 answer what is asked without a negation; beside one they could mean either. */
function yesOrNo(aim: string, answer: string): Outcome | null {
  if (answer !== "是" && answer !== "否") return null;
  if (aim === "是" || aim === "否") return "not_attained";
  if (DENIES.test(aim)) return null;
  return answer === "是" ? "attained" : "not_attained";
}

/** A grade as good or better attains another; one below it may be a part of the way, unless it is the lowest. */
function byGrade(aim: string, answer: string): Outcome | null {
  const wanted = aim.replace(/(?:及|或)?以上$/, "");
  for (const scale of SCALES) {
    const asked = scale.findIndex((grade) => grade.test(wanted));
    if (asked < 0) continue;
    const given = scale.findIndex((grade) => grade.test(answer));
    if (given >= 0 && given <= asked) return "attained";
    if (FAILED.test(answer)) return "not_attained";
  }
  return null;
}

/** `增加收入`, `收入增加`: the same thing moves the same way. */
function byMovement(aim: string, answer: string): Outcome | null {
  const asked = movementOf(aim);
  const told = movementOf(answer);
  if (!asked || !told || asked.of !== told.of) return null;
  return asked.direction === told.direction ? "attained" : "not_attained";
}

function isDenied(aim: string, answer: string): boolean {
  return (
    (NEGATION.test(answer) && answer.replace(NEGATION, "") === aim) ||
    (aim.startsWith("不超") && answer.replace(/^超(?:过|出)?/, "不超") === aim)
  );
}

/** The actual says the target's own words, fewer or more of them, and nothing that denies or weakens them. */
function isRepeated(aim: string, answer: string): boolean {
  if (Math.min(aim.length, answer.length) < SHORTEST_PART) return false;
  // 及时准确 asks for two things: one of them answers half.
  const isWhole = (rest: string) => !WHOLE_ANSWERS.test(rest) && !DENIES.test(rest);
  if (aim.endsWith(answer)) return isWhole(aim.slice(0, -answer.length));
  if (aim.startsWith(answer)) return WHOLE_ANSWERS.test(answer) && isWhole(aim.slice(answer.length));
  if (answer.startsWith(aim)) return ADDS_NOTHING.test(answer.slice(aim.length));
  const before = answer.slice(0, -aim.length);
  return answer.endsWith(aim) && !DENIES.test(before) && !WEAKENS.test(before);
}
