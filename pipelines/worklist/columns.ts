/**
 * The columns of a worklist: the writer prints them, and the reader finds answers by their headings.
 */
import { plainText } from "../briefing/pieces.ts";
import { fieldName, sourceName } from "./field-names.ts";
import type { Task } from "./tasks.ts";

export const HEADINGS = {
  finding: "问题编号",
  figures: "数字代号",
  answer: "答复",
  text: "答复内容",
  answeredBy: "答复人",
} as const;

/** What a unit can answer. */
export const ANSWERS = { explained: "已说明", corrected: "已更正" } as const;

const SEVERITIES = { error: "错误", warning: "提醒" } as const;

export interface WorklistColumn {
  heading: string;
  /** Characters of Latin text; Chinese ones are twice as wide. */
  width: number;
  value: (task: Task) => string | number | null;
  /** An amount in 万元. */
  isAmount?: boolean;
  /** To be filled in by the unit. */
  isAnswer?: boolean;
  /** For the way back: not printed. */
  isKey?: boolean;
}

const YEAR: WorklistColumn = { heading: "年度", width: 7, value: ({ fiscal_year }) => yearText(fiscal_year) };
const UNIT: WorklistColumn = {
  heading: "实施单位",
  width: 24,
  value: (task) => text(task.implementing_unit),
};

const TASK: readonly WorklistColumn[] = [
  { heading: "轻重", width: 6, value: ({ severity }) => SEVERITIES[severity] },
  { heading: "项目", width: 15, value: (task) => text(task.project_name) },
  { heading: "位置", width: 15, value: placeOf },
  { heading: "栏目", width: 14, value: cellOf },
  { heading: "表上所印", width: 11, value: (task) => text(task.reported) },
  { heading: "按规则应为", width: 11, value: (task) => text(task.expected) },
  {
    heading: "涉及金额（万元）",
    width: 11,
    value: ({ amount }) => (amount === null ? null : Number(amount)),
    isAmount: true,
  },
  { heading: "问题", width: 38, value: (task) => text(task.message) },
  { heading: "依据", width: 18, value: (task) => text(`${task.rule_name}（${task.rule_source}）`) },
  { heading: "怎么办", width: 18, value: whatToDo },
  { heading: HEADINGS.answer, width: 8, value: answered, isAnswer: true },
  { heading: HEADINGS.text, width: 24, value: (task) => text(task.answer_text), isAnswer: true },
  { heading: HEADINGS.answeredBy, width: 8, value: (task) => text(task.answered_by), isAnswer: true },
  { heading: HEADINGS.finding, width: 16, value: (task) => task.finding_id, isKey: true },
  { heading: HEADINGS.figures, width: 10, value: (task) => task.figures, isKey: true },
];

/** What a unit gets. */
export const UNIT_COLUMNS: readonly WorklistColumn[] = [YEAR, ...TASK];
/** What the bureau gets: all units in one list. */
export const BUREAU_COLUMNS: readonly WorklistColumn[] = [UNIT, YEAR, ...TASK];

/** Text of a form on one line and without control characters; "" where there is none. */
function text(value: string | null): string {
  return plainText(value ?? "");
}

function yearText(year: number | null): string {
  return year === null ? "不详" : String(year);
}

function placeOf({ document, ordinal, line }: Task): string {
  if (document === null) return "几张表合在一起";
  return text(`${document} 第 ${ordinal} 张表${line === null ? "" : `第 ${line} 行`}`);
}

function cellOf({ field, seq, indicator }: Task): string {
  if (indicator !== null) return text(`指标“${indicator}” · ${fieldName(field)}`);
  if (seq !== null && /^\d+$/.test(seq)) return `第 ${seq} 个指标 · ${fieldName(field)}`;
  return seq ? text(`${sourceName(seq)} · ${fieldName(field)}`) : fieldName(field);
}

function whatToDo({ severity, question }: Task): string {
  return severity === "error" ? `请核对并更正：${question}` : `请说明：${question}`;
}

function answered({ answer }: Task): string {
  return answer === "open" ? "" : ANSWERS[answer];
}
