/**
 * 一级指标 and 二级指标 of a row whose labels stand in it as printed: in a table that was laid out by its words, each row knows its
 * groups.
 */
import type { Reading } from "../types.ts";
import { LEVEL_GROUPS } from "../vocabulary.ts";
import { bareLevel } from "./grid-labels.ts";
import type { RowLevels } from "./levels.ts";
import type { TableRow } from "./rows.ts";
import { flagToldWith } from "./values.ts";

const LABELS = {
  level1: [...new Set(LEVEL_GROUPS.map((group) => group.level1))],
  level2: [...new Set(LEVEL_GROUPS.map((group) => group.level2))],
} as const;

/** The labels of a row in the form's own words; the beginning of one of the form's labels is completed. */
export function printedLevels(row: TableRow): RowLevels {
  return { level1: labelOf(row, "level1", "一级指标"), level2: labelOf(row, "level2", "二级指标") };
}

function labelOf(row: TableRow, field: "level1" | "level2", name: string): Reading<string> {
  const part = row.lines.flatMap((line) => line.parts[field])[0];
  if (!part && row.lines[0]!.absent?.has(field)) return { value: null, line: row.lines[0]!.line, asRead: "" };
  if (!part) {
    const flag = { status: "missing", reason: `没有读到${name}` } as const;
    return { value: null, line: row.lines[0]!.line, asRead: "", flag };
  }
  const place = { line: part.line, asRead: part.text };
  const text = bareLevel(part.text);
  const told = flagToldWith(row.lines, field);
  if (told) return { value: text, ...place, flag: told };
  const completed = LABELS[field].filter((label) => label.startsWith(text));
  if (completed.length !== 1 || completed[0] === text || `${text}指标` === completed[0])
    return { value: text, ...place };
  const reason = `标题读作“${text}”，按表内固定用语定为“${completed[0]}”`;
  return { value: completed[0]!, ...place, flag: { status: "repaired", reason } };
}
