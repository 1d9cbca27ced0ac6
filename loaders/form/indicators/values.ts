/**
 * What stands in the cells of a row besides its name and its labels: target, actual, points and the reason given.
 */
import { type Decimal, formatDecimal } from "../decimal.ts";
import {
  ERROR_MARK,
  halfCharacter,
  halfWidth,
  hasForeign,
  saysNothing,
  withoutForeign,
  withoutLookalikes,
} from "../glyphs.ts";
import { remembering } from "../remember.ts";
import type { Flag, Reading } from "../types.ts";
import { textOf } from "./line-costs.ts";
import type { LineField, Part, TableLine } from "./lines.ts";
import { readPoints as pointsOfLines } from "./points.ts";
import type { TableRow } from "./rows.ts";
import { bracketsOpen, nearestVerdict } from "./shapes.ts";

/** Whether the points of the table reach the form's sums; null where there is nothing to compare with. */
export interface SumsHold {
  weight: boolean | null;
  score: boolean | null;
}

/** The target of a row; `overflow` is what stood behind its name, in the name's cell. */
export function readTarget(lines: readonly TableLine[], overflow: string | null): Reading<string> {
  const reading = readCell(lines, "target", "年度指标值");
  if (reading.value !== null || overflow === null) return reading;
  const reason = "指标值与名称连成一格，按指标名称的结尾分开";
  return {
    value: halfWidth(overflow),
    line: nameLine(lines),
    asRead: verbatim(lines, "name"),
    flag: { status: "repaired", reason },
  };
}

/** The actual of a row; a verdict that differs by a character from the form's own words is set right. */
export function readActual(lines: readonly TableLine[]): Reading<string> {
  const reading = readCell(lines, "actual", "实际完成值");
  if (reading.value === null || reading.flag) return reading;
  const verdict = verdictOf(reading.value);
  if (verdict === null || verdict === reading.value) return reading;
  const flag: Flag = { status: "repaired", reason: `“${reading.value}”按表内固定用语改为“${verdict}”` };
  return { ...reading, value: verdict, flag };
}

const verdictOf = remembering(nearestVerdict);

function readCell(lines: readonly TableLine[], field: "target" | "actual", label: string): Reading<string> {
  const text = textOf(lines, field);
  const place = { line: firstPart(lines, field)?.line ?? lines[0]!.line, asRead: verbatim(lines, field) };
  if (text === "" && lines[0]!.absent?.has(field)) return { value: null, ...place };
  if (text === "" || saysNothing(text) || ERROR_MARK.test(text))
    return { value: null, ...place, flag: { status: "missing", reason: `没有读到${label}` } };
  const { value, doubt } = cleaned(text);
  const told = flagToldWith(lines, field);
  if (told) return { value, ...place, flag: told };
  if (doubt === "brackets")
    return { value, ...place, flag: { status: "truncated", reason: `${label}的括号不成对，有字缺失` } };
  if (doubt === "half") {
    const reason = `“${halfCharacter(value)}”是残缺的半个字`;
    return { value, ...place, flag: { status: "uncertain", reason } };
  }
  if (doubt === "dirt")
    return { value, ...place, flag: { status: "repaired", reason: "去掉或改正了识别出的杂字" } };
  return { value, ...place };
}

/** A cell's text as it is to stand, and what there is to doubt about it. */
interface CleanedText {
  value: string;
  doubt: "brackets" | "half" | "dirt" | null;
}

const cleaned = remembering((text): CleanedText => {
  const plain = halfWidth(text);
  const value = withoutLookalikes(hasForeign(plain) ? withoutForeign(plain) : plain);
  if (bracketsOpen(value)) return { value, doubt: "brackets" };
  if (halfCharacter(value) !== null) return { value, doubt: "half" };
  return { value, doubt: value === plain ? null : "dirt" };
});

/** Weight or score of a row, as the sums of the form chose it. */
export function readPoints(
  row: TableRow,
  field: "weight" | "score",
  holds: SumsHold,
  damaged: boolean,
): Reading<Decimal> {
  const value = row.points[field];
  const label = field === "weight" ? "分值" : "得分";
  const sum = field === "weight" ? "各指标分值之和" : "各项得分之和";
  const reading = {
    value,
    line: firstPart(row.lines, field)?.line ?? row.lines[0]!.line,
    asRead: verbatim(row.lines, field),
  };
  if (value === null && row.lines[0]!.absent?.has(field)) return reading;
  if (value === null) return { ...reading, flag: { status: "missing", reason: `没有读到${label}` } };
  const told = flagToldWith(row.lines, field);
  if (!told && !row.ambiguous[field]) {
    if (!damaged || holds[field] !== false) return reading;
    return { ...reading, flag: { status: "uncertain", reason: `页面残缺，${sum}与表内总数不符` } };
  }
  const readings = `这一格读到${[...new Set(pointsOfRow(row, field))].map((points) => formatDecimal(points)).join("、")}`;
  const flag: Flag = holds[field]
    ? {
        status: "repaired",
        reason: `${told ? "取自页面连读文字" : readings}，所取的数使${sum}与表内总数相符`,
      }
    : (told ?? { status: "uncertain", reason: `${readings}，${sum}也分不出哪个对` });
  return { ...reading, flag };
}

function pointsOfRow({ lines }: TableRow, field: "weight" | "score"): Decimal[] {
  const { weights, scores } = pointsOfLines(lines);
  return field === "weight" ? weights : scores;
}

/** A doubt that a line brought along before it became part of a row. */
export function flagToldWith(lines: readonly TableLine[], field: LineField): Flag | undefined {
  for (const line of lines) if (line.flags?.[field]) return line.flags[field];
  return undefined;
}

/** The first part of a field over the lines of a row. */
export function firstPart(lines: readonly TableLine[], field: LineField): Part | undefined {
  for (const line of lines) if (line.parts[field].length > 0) return line.parts[field][0];
  return undefined;
}

/** A field's cells as they stand in the source. */
export function verbatim(lines: readonly TableLine[], field: LineField): string {
  let text = "";
  let pieces = 0;
  for (const line of lines)
    for (const { text: own, asRead = own } of line.parts[field])
      text += pieces++ === 0 ? asRead : `⇥${asRead}`;
  return text;
}

function nameLine(lines: readonly TableLine[]): number {
  return firstPart(lines, "name")?.line ?? lines[0]!.line;
}
