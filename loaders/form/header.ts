/**
 * The head of a form: project, department and unit, as pieces between their labels.
 */
import type { Cell, Row } from "../readers/sheet.ts";
import { bigramsOf, similarity } from "./distance.ts";
import { countCjk, squeeze, withoutMarkup, wordsIn } from "./glyphs.ts";
import { cleanName, type NamePieces } from "./names.ts";
import { remembering } from "./remember.ts";
import { HEADER_LABELS, OTHER_HEADER_LABELS } from "./vocabulary.ts";

export type HeaderField = keyof typeof HEADER_LABELS;

/** Every reading that the head gives of each field; where cells ran together, a field may stand there twice. */
export type HeaderReadings = Record<HeaderField, NamePieces[]>;

/** A mark of consolidated accounts, not part of a department's name. */
const CONSOLIDATED = /[(（]汇总[)）]/g;
/** A piece this like the department's name is that name, run into the project's cell. */
const SAME_NAME = 0.5;

interface Chunk {
  text: string;
  raw: string;
  column: number;
}

/** Reads the head of one form. */
export function readHeader(rows: readonly Row[]): HeaderReadings {
  const readings: HeaderReadings = { projectName: [], department: [], implementingUnit: [] };
  for (const row of withValuesBelow(rows)) {
    for (const { field, chunks } of valuesOfRow(row)) {
      const pieces =
        field === "department"
          ? chunks.map(withoutMark).filter((text) => text !== "")
          : chunks.map((chunk) => chunk.raw);
      const name = cleanName(pieces, new Set(chunks.map((chunk) => chunk.column)).size > 1, row.line);
      readings[field].push({ ...name, asRead: chunks.map((chunk) => chunk.raw).join("⇥") });
    }
  }
  const department = readings.department.map((name) => name.text).find((name) => name !== "") ?? "";
  readings.projectName = readings.projectName.map((name) => withoutDepartment(name, department));
  return readings;
}

const ALL_LABELS: readonly string[] = [...Object.values(HEADER_LABELS).flat(), ...OTHER_HEADER_LABELS];

function isLabelCell(text: string): boolean {
  return ALL_LABELS.includes(squeeze(withoutMarkup(text)).replace(/[:：]$/, ""));
}

/** A row of nothing but labels stands above its values: each label with the cell below it, side by side. */
function withValuesBelow(rows: readonly Row[]): Row[] {
  const laid: Row[] = [];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    const below = rows[at + 1];
    const isHeading = row.cells.length > 1 && row.cells.every(({ text }) => isLabelCell(text));
    const values = below?.cells.filter(({ text }) => !isLabelCell(text)) ?? [];
    const columns = new Set(row.cells.map(({ column }) => column));
    if (isHeading && values.length > 0 && values.every(({ column }) => columns.has(column))) {
      const pairs = row.cells.flatMap((label) => [
        label,
        ...values.filter((own) => own.column === label.column),
      ]);
      laid.push({ line: row.line, cells: pairs.map((cell, column) => ({ text: cell.text, column })) });
      at++;
    } else laid.push(row);
  }
  return laid;
}

function withoutMark(chunk: Chunk): string {
  return chunk.raw.replace(CONSOLIDATED, "");
}

/** Cuts the row at its labels: what stands behind each, in pieces. */
function valuesOfRow(row: Row): { field: HeaderField; chunks: Chunk[] }[] {
  const cells = row.kept ? withoutOtherCells(row.cells) : row.cells;
  const chunks = cells.flatMap((cell) =>
    wordsIn(withoutMarkup(cell.text)).map((raw): Chunk => ({ raw, text: squeeze(raw), column: cell.column })),
  );
  const text = chunks.map((chunk) => chunk.text).join("");
  const labels = labelsIn(text, startsOf(chunks));
  return labels.flatMap(({ field, label, end }, index) => {
    if (field === null) return [];
    const own = cut(chunks, end, labels[index + 1]?.start ?? text.length);
    return [{ field, chunks: withoutLabelRest(own, label) }];
  });
}

/** How labels end whose values are not kept, in the words that offices find for them. */
const OTHER_LABEL =
  /(?:[科处]室|联系人|负责人|经办人|电话|手机号?码?|时间|日期|期限|周期|年限|编码|编号|代码|类[别型]|属性|性质|得分|总分|分数|等级|地址|邮编|级次|金额|方式|来源)(?:[(（][^()（）]*[)）])?[:：]?$/;
/** Longer cells than this are no labels. */
const LONGEST_LABEL = 14;

/**
 * The cells of a row that a program kept apart, without those of labels that no form has a field for, and without their values:
 * such a label is told by how it ends, and by standing where a label must. Numbers beside a name are its code.
 */
function withoutOtherCells(cells: readonly Cell[]): readonly Cell[] {
  const own: Cell[] = [];
  let isOwn = true;
  let isBehindLabel = false;
  for (const cell of cells) {
    const text = squeeze(withoutMarkup(cell.text));
    const isKnown = isLabelCell(text);
    const isOther: boolean =
      !isKnown && !isBehindLabel && text.length <= LONGEST_LABEL && OTHER_LABEL.test(text);
    if (isKnown) isOwn = true;
    else if (isOther) isOwn = false;
    if (isOwn && (isKnown || countCjk(text) > 0)) own.push(cell);
    isBehindLabel = isKnown || isOther;
  }
  return own;
}

/** Where the chunks begin in the row's text. */
function startsOf(chunks: readonly Chunk[]): ReadonlySet<number> {
  const starts = new Set<number>();
  let at = 0;
  for (const { text } of chunks) {
    starts.add(at);
    at += text.length;
  }
  return starts;
}

interface FoundLabel {
  /** Null for a word of the head whose value is not kept. */
  field: HeaderField | null;
  label: string;
  start: number;
  end: number;
}

/**
 * The labels in a row's text, each once; one with a character misread counts where no whole one stands.
 * @param starts where words and cells begin: what stands before a label within its word may be the end of a value (项目 before 实施单位)
 */
function labelsIn(text: string, starts: ReadonlySet<number>): FoundLabel[] {
  const found: FoundLabel[] = [];
  for (const [field, labels] of Object.entries(HEADER_LABELS) as [HeaderField, readonly string[]][]) {
    const whole = labels
      .flatMap((label) => wholeLabel(text, label))
      .filter(({ label, start }) => starts.has(start) || !endsWithAnother(label));
    const near = whole.length > 0 ? whole : labels.flatMap((label) => misreadLabel(text, label));
    for (const { label, start } of near) found.push({ field, label, start, end: start + label.length });
  }
  for (const label of OTHER_HEADER_LABELS)
    for (const { start } of wholeLabel(text, label))
      found.push({ field: null, label, start, end: start + label.length });
  return found.sort((a, b) => a.start - b.start || b.end - a.end).filter(isOutside);
}

/** Whether a label is another one with words before it. */
const endsWithAnother = remembering((label): boolean =>
  ALL_LABELS.some((other) => other !== label && label.endsWith(other)),
);

/** A label inside a longer one is part of it. */
function isOutside(label: FoundLabel, index: number, all: readonly FoundLabel[]): boolean {
  return !all.slice(0, index).some((other) => other.end > label.start);
}

function wholeLabel(text: string, label: string): { label: string; start: number }[] {
  const start = text.indexOf(label);
  return start < 0 ? [] : [{ label, start }];
}

/** Where a label stands with one character of it misread. */
function misreadLabel(text: string, label: string): { label: string; start: number }[] {
  for (let start = 0; start + label.length <= text.length; start++) {
    let same = 0;
    for (let at = 0; at < label.length; at++) if (text[start + at] === label[at]) same++;
    if (same === label.length - 1) return [{ label, start }];
  }
  return [];
}

/** Where the office is to put its stamp. */
const STAMP = /^[(（](?:盖章|公章|签章)[)）]/;

/** The chunks between two positions of the row's text; a chunk that a label ends inside keeps what is behind it. */
function cut(chunks: readonly Chunk[], from: number, to: number): Chunk[] {
  const pieces: Chunk[] = [];
  let at = 0;
  for (const chunk of chunks) {
    const start = Math.max(from, at);
    const end = Math.min(to, at + chunk.text.length);
    if (end > start) {
      const text = chunk.text
        .slice(start - at, end - at)
        .replace(STAMP, "")
        .replace(/^[::：]/, "");
      if (text !== "") pieces.push({ text, raw: text, column: chunk.column });
    }
    at += chunk.text.length;
  }
  return pieces;
}

/** A single character behind the label is its last one once more, whole or by half. */
function withoutLabelRest(chunks: Chunk[], label: string): Chunk[] {
  const [first, second] = chunks;
  const isRest = first && second && first.text.length === 1 && second.text.length > 1;
  return isRest && (label.endsWith(first.text) || HALVES_OF_LABELS.includes(first.text))
    ? chunks.slice(1)
    : chunks;
}

/** Right halves of the characters that the header's labels end with: 位, 称, 门. */
const HALVES_OF_LABELS = "立尔";

/** The name without the department's, where the cell below ran into it. */
function withoutDepartment(name: NamePieces, department: string): NamePieces {
  if (department === "" || name.parts.length < 2) return name;
  const office = bigramsOf(department);
  let from = 0;
  let most = SAME_NAME;
  for (let at = 1; at < name.parts.length; at++) {
    const alike = similarity(bigramsOf(name.parts.slice(at).join("")), office);
    if (alike >= most) [from, most] = [at, alike];
  }
  if (from === 0) return name;
  const parts = name.parts.slice(0, from);
  // What ran into the cell came with white space, not with a column line: the name itself is in one piece again.
  return { ...name, parts, text: parts.join(""), seamed: from > 1 && name.seamed };
}
