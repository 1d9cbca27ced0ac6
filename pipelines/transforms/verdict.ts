/**
 * Reads judgements: `达成指标`, `部分达成指标并具有一定效果`, `未达成指标且效果较差`, `已完成`.
 *
 * The three outcomes are those of 财预〔2020〕10号 for qualitative indicators. 基本达成 and 基本完成 name none of the three:
 * no document at hand says whether they are the first or the second, so they stay words with a reason of their own.
 */
import type { Outcome } from "./expression.ts";

const DONE = "(?:达成|完成|实现|达到|达标)";
const WHAT =
  "(?:了|年度|年初|预期|预定|既定|全年|绩效|考核|设定|计划|工作){0,3}(?:指标|目标|任务|要求|效果|计划|标准|预期|工作){0,2}值?";
const HOW = "(?:已|已经|均|全部|全面|全|按时|按期|及时|如期|按计划|按要求|提前|圆满|顺利|超额|较好){0,3}";
const REMARK = "(?:(?:并|且|,)[^;。]{1,20})?";

const SHAPES: readonly (readonly [Outcome, RegExp])[] = [
  [
    "not_attained",
    new RegExp(`^(?:尚未|没有|未能|未)(?:全部|全面|按时|按期|及时|如期)?${DONE}${WHAT}${REMARK}$`),
  ],
  ["partly_attained", new RegExp(`^(?:已)?(?:大?部分)${DONE}${WHAT}${REMARK}$`)],
  ["attained", new RegExp(`^${HOW}${DONE}${WHAT}$`)],
];
const NEARLY = new RegExp(
  `^(?:已|已经|均){0,2}基本(?:上)?(?:按时|按期|及时|如期|按计划|按要求)?${DONE}${WHAT}$`,
);

/** The outcome that a text states and nothing else; null where it states none. */
export function parseOutcome(text: string): Outcome | null {
  const plain = withoutEnd(text);
  return SHAPES.find(([, shape]) => shape.test(plain))?.[0] ?? null;
}

/** Whether a text says 基本完成 and nothing else: more than a part and less than all. */
export function isNearlyAttained(text: string): boolean {
  return NEARLY.test(withoutEnd(text));
}

function withoutEnd(text: string): string {
  return text.replace(/[。.!;,]+$/, "");
}
