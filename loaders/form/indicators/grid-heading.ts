/**
 * The heading of an indicator table whose cells are whole: every one of them says, to the character, what stands below it.
 *
 * A heading of two lines names 一级指标 to 三级指标 and the parts of a target (性质, 值, 单位) in the lower one, under 绩效指标 and
 * 年度指标值 in the upper one.
 */
import type { Cell, Row } from "../../readers/sheet.ts";
import { halfWidth, squeeze, withoutMarkup } from "../glyphs.ts";
import { remembering } from "../remember.ts";
import { GRID_COLUMN_LABELS, INDICATOR_TITLES, ORDINAL_LABELS } from "../vocabulary.ts";
import type { LineField } from "./lines.ts";

type NamedField = keyof typeof GRID_COLUMN_LABELS;

/** What a column of the table holds; `aside` for columns that are not kept. */
export type GridField = NamedField | "aside";

/** The columns of a table, and how many of its first rows are its heading. */
export interface GridHeading {
  fields: ReadonlyMap<number, GridField>;
  rows: number;
}

/** Fields of a line that a column of the grid goes to. */
export const LINE_FIELD_OF: Readonly<Record<NamedField, LineField>> = {
  level1: "level1",
  level2: "level2",
  name: "name",
  sign: "target",
  target: "target",
  adjustedTarget: "target",
  unit: "target",
  actual: "actual",
  weight: "weight",
  score: "score",
  reason: "reason",
};

const NEEDED: readonly NamedField[] = ["name", "target", "actual"];
/** A heading stands in so many rows at most. */
const MOST_ROWS = 3;
const FIELDS = Object.entries(GRID_COLUMN_LABELS) as [NamedField, RegExp][];
const TITLES: readonly string[] = [...INDICATOR_TITLES, ...ORDINAL_LABELS];

/** The heading above a table's rows; null where a cell of it cannot be read to the character. */
export function gridHeadingOf(rows: readonly Row[]): GridHeading | null {
  const fields = new Map<number, GridField>();
  let count = 0;
  const strange: number[] = [];
  for (const { cells } of rows.slice(0, MOST_ROWS)) {
    const named = cells.map((cell) => [cell.column, fieldNamedBy(cell.text)] as const);
    const isHeading = named.some(([, field]) => field !== null && field !== "aside");
    if (!isHeading) break;
    if (count > 0 && named.some(([, field]) => field === null)) break;
    for (const [column, field] of named) fields.set(column, field ?? "aside");
    for (const [column, field] of named) if (field === null) strange.push(column);
    count++;
  }
  setRemarksAside(fields, rows.slice(0, count));
  const columns = [...fields].filter((own): own is [number, NamedField] => own[1] !== "aside");
  const named = columns.map(([, field]) => field);
  const isUnique = new Set(named).size === named.length;
  // What stands at the left of all columns is the title of the table.
  const first = Math.min(...columns.map(([column]) => column));
  const needed = strange.some((column) => column > first) ? ALL_KEPT : NEEDED;
  return isUnique && needed.every((field) => named.includes(field)) ? { fields, rows: count } : null;
}

/** Columns that hold the reasons where no other column does. */
const REMARKS: readonly string[] = ["备注", "说明"];

/** Sets columns of remarks aside where another one holds the reasons. */
function setRemarksAside(fields: Map<number, GridField>, heading: readonly Row[]): void {
  const reasons = [...fields].filter(([, field]) => field === "reason").map(([column]) => column);
  if (reasons.length < 2) return;
  for (const { text, column } of heading.flatMap(({ cells }) => cells))
    if (reasons.includes(column) && REMARKS.includes(squeeze(withoutMarkup(text))))
      fields.set(column, "aside");
}

/** Whether a row repeats the heading, as tables do at the top of each page. */
export function repeatsHeading(cells: readonly Cell[], { fields }: GridHeading): boolean {
  return cells.length > 1 && cells.every(({ text, column }) => fieldNamedBy(text) === fields.get(column));
}

/** Columns that only some offices have, and none of which is kept: points that others gave, explanations, evidence. */
const ASIDE =
  /(?:复[评核审]|财政|评价|审核|第三方|主管部门|考核)[^分]{0,6}(?:得分|评分|分数)$|(?:完成|偏差|得分)率|偏离度|解释|评[分价]标准|来源|佐证|依据|方法|类[型别]|属性|系数|^是否|编码$|说明$|^历史|^(?:上|去|往|前)年(?:度|实际)*(?:指标值|完成值|实际值|值|完成情况)$/;
/** With these named to the character, a heading in other words is a column that is not kept: nothing it could be is lost. */
const ALL_KEPT: readonly NamedField[] = [...NEEDED, "weight", "score", "reason"];

/** What a heading names, to the character; null where it cannot be told. */
const fieldNamedBy = remembering((cell): GridField | null => {
  const text = halfWidth(squeeze(withoutMarkup(cell))).replace(/\([^()]*\)|[*★:]/g, "");
  const field = FIELDS.find(([, label]) => label.test(text))?.[0];
  if (field) return field;
  return ASIDE.test(text) || TITLES.some((title) => text.includes(title)) ? "aside" : null;
});
