/** The sentences of the page of indicators. */
import type { About, Answer } from "../answer.js";
import type { CutTables } from "../cut-file.js";
import { HOW_TO_BEGIN, NOTHING_READ } from "../findings.js";
import { count, exact, percent, yearName } from "../format.js";
import { type Limits, limitText } from "../limits.js";
import { indicatorDoubt } from "../reliability.js";
import type { View } from "../view.js";
import type { LevelRow, Signal, SignalCount } from "./indicators.js";

/** What each sign is called, and what it does not prove. */
export function signalText(signal: Signal, limits: Limits): { name: string; caution: string } {
  switch (signal) {
    case "exact":
      return {
        name: "完成值恰好等于指标值",
        caution: "一字不差地完成，可能是照计划做的，也可能是照指标值填的；指标值为 100% 的不算在内。",
      };
    case "over":
      return {
        name: `完成值超过指标值的 ${limitText(limits, "over_attainment_shown")}%`,
        caution: "指标值可能定得偏低，怎样都能完成；也可能是工作确实超出预期。",
      };
    case "shrunk":
      return {
        name: "没有达成，分值却很小",
        caution:
          `分值不到同表达成指标平均分值的 ${limitText(limits, "small_weight")}%，没有达成也几乎不扣分；` +
          "看不出分值是年初定的还是事后改的。",
      };
  }
}

/** How much was attained, and how much of it could hardly have failed. */
export function indicatorsTitle(
  all: LevelRow | undefined,
  counts: SignalCount[],
  view: View,
  read: number,
): string {
  if (read === 0) return NOTHING_READ;
  const about = `${yearName(view.year)}${view.unit ?? view.department ?? ""}`;
  if (!all) return `${about}没有指标`;
  if (all.attained_share === null) return `${about} ${count(all.indicators)} 个指标都说不清是否达成`;
  const exactCount = counts.find((row) => row.signal === "exact")?.indicators ?? 0;
  return `${about}说得清的 ${count(all.judged_indicators)} 个指标达成 ${percent(all.attained_share)}，其中 ${count(exactCount)} 个完成值恰好等于指标值`;
}

/** The figures behind it. */
export function indicatorsLead(all: LevelRow | undefined, read: number): string {
  if (read === 0) return HOW_TO_BEGIN;
  if (!all) return "";
  const scored = `得分 ${exact(all.score)} ÷ 分值 ${exact(all.weight)}，得分率 ${percent(all.score_rate)}`;
  return (
    `${count(all.forms)} 张表单共 ${count(all.indicators)} 个指标，${scored}；失过分的 ${count(all.lost_indicators)} 个。${indicatorDoubt(all)}` +
    "几乎人人得满分的指标分不出好坏，下面列出值得问的几种。"
  );
}

/** How many indicators carry a sign, and how many points. */
export function signalLead(row: SignalCount | undefined, caution: string): string {
  if (!row) return `没有这样的指标。${caution}`;
  return `${count(row.indicators)} 个指标，在 ${count(row.forms)} 张表单里，分值合计 ${exact(row.weight)} 分。${indicatorDoubt(row)}${caution}`;
}

/** What the page of indicators says first. */
export function indicatorsAnswer(tables: CutTables, { view, read }: About): Answer {
  const all = tables.rows<LevelRow>("levels").find((row) => row.depth === "all");
  const counts = tables.rows<SignalCount>("counts");
  return { title: indicatorsTitle(all, counts, view, read), lead: indicatorsLead(all, read) };
}
