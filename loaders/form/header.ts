/**
 * The head of a form: project, department and unit, as pieces between their labels.
 */
import type { Row } from "../readers/sheet.ts";
import { bigramsOf, similarity } from "./distance.ts";
import { squeeze, withoutMarkup, wordsIn } from "./glyphs.ts";
import { cleanName, type NamePieces } from "./names.ts";
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
  const chunks = row.cells.flatMap((cell) =>
    wordsIn(withoutMarkup(cell.text)).map((raw): Chunk => ({ raw, text: squeeze(raw), column: cell.column })),
  );
  const text = chunks.map((chunk) => chunk.text).join("");
  const labels = labelsIn(text);
  return labels.flatMap(({ field, label, end }, index) => {
    if (field === null) return [];
    const own = cut(chunks, end, labels[index + 1]?.start ?? text.length);
    return [{ field, chunks: withoutLabelRest(own, label) }];
  });
}

interface FoundLabel {
  /** Null for a word of the head whose value is not kept. */
  field: HeaderField | null;
  label: string;
  start: number;
  end: number;
}

/** The labels in a row's text, each once; one with a character misread counts where no whole one stands. */
function labelsIn(text: string): FoundLabel[] {
  const found: FoundLabel[] = [];
  for (const [field, labels] of Object.entries(HEADER_LABELS) as [HeaderField, readonly string[]][]) {
    const whole = labels.flatMap((label) => wholeLabel(text, label));
    const near = whole.length > 0 ? whole : labels.flatMap((label) => misreadLabel(text, label));
    for (const { label, start } of near) found.push({ field, label, start, end: start + label.length });
  }
  for (const label of OTHER_HEADER_LABELS)
    for (const { start } of wholeLabel(text, label))
      found.push({ field: null, label, start, end: start + label.length });
  return found.sort((a, b) => a.start - b.start || b.end - a.end).filter(isOutside);
}

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
