/**
 * The indicator table of a form, in two steps: what its own cells say, and what the rest of the document adds.
 */

import type { Row } from "../../readers/sheet.ts";
import type { Decimal } from "../decimal.ts";
import { countCjk, ERROR_MARK, halfCharacter, saysNothing, splitAtSpace, squeeze } from "../glyphs.ts";
import { once } from "../remember.ts";
import type { FormSections } from "../sections.ts";
import { indexOf } from "../text-index.ts";
import type { Ghost, Indicator, Reading } from "../types.ts";
import { bareLevel, isKnownLabel } from "./grid-labels.ts";
import { linesOfGrid } from "./grid-lines.ts";
import { type RowLevels, readLevels } from "./levels.ts";
import { textOf } from "./line-costs.ts";
import { linesOfPage, pagesOf, type TableLine } from "./lines.ts";
import { decideName, gatherNameEvidence, type NameEvidence } from "./name-evidence.ts";
import { draftName, type NameDraft, nameColumnOf } from "./name-pieces.ts";
import { printedLevels } from "./printed-levels.ts";
import {
  decideReason,
  draftReason,
  type ReasonDraft,
  type ReasonEvidence,
  reasonColumnsOf,
  wholeReasons,
} from "./reasons.ts";
import { type ExpectedSums, type GroupedRows, groupRows, type TableRow } from "./rows.ts";
import { isRunningText, linesOfRunningText } from "./running-text.ts";
import { flagToldWith, readActual, readPoints, readTarget } from "./values.ts";

/** An indicator with all that its own row says; name and reason wait for the document's evidence. */
interface DraftIndicator {
  firstLine: number;
  lastLine: number;
  levels: RowLevels;
  name: NameDraft;
  nameFlag: Indicator["name"]["flag"];
  target: Reading<string>;
  actual: Reading<string>;
  weight: Reading<Decimal>;
  score: Reading<Decimal>;
  reason: ReasonDraft | null;
  /** The reading of a reason that a formula was to give, and did not. */
  reasonLost: Reading<string> | null;
}

/** The table of one form. */
export interface DraftTable {
  indicators: DraftIndicator[];
  ghosts: Ghost[];
  weightsSumOk: boolean | null;
  scoresSumOk: boolean | null;
  /** Column lines run through its names. */
  seamed: boolean;
}

/** What a document says about the indicators of its forms. */
export interface IndicatorEvidence {
  names: NameEvidence;
  reasons: ReasonEvidence;
}

/** The lines of a form's table, page by page. */
export function linesOfSections({ indicatorHeading, indicators, total }: FormSections): TableLine[] {
  const filled = indicators.filter((row) => !isPlaceholder(row)).map(withoutNone);
  const grid = linesOfGrid([...indicatorHeading, ...filled]);
  if (grid) return grid;
  return pagesOf(indicatorHeading, filled, total).flatMap((page, number) =>
    isRunningText(page) ? linesOfRunningText(page, number) : linesOfPage(page, number),
  );
}

/** What blank sheets print where a name is to be filled in. */
const PLACEHOLDER = /^指标\d{0,2}[:：]?$/;

/** A row that nobody filled in: 指标2：, with dots or nothing beside it. */
function isPlaceholder({ cells }: Row): boolean {
  return (
    cells.some(({ text }) => PLACEHOLDER.test(squeeze(text))) &&
    cells.every(({ text }) => PLACEHOLDER.test(squeeze(text)) || saysNothing(text))
  );
}

/** What stands beside the label of a group that has no indicators. */
const NONE = /^(?:无|没有|不涉及|不适用|无此项|无该项|此项无)$/;

/** A group that says it has no indicators keeps its label, and is no indicator of that name. */
function withoutNone(row: Row): Row {
  const cells = row.cells.filter(({ text }) => !NONE.test(squeeze(text)));
  if (cells.length === row.cells.length) return row;
  const isGroup = cells.every(({ text }) => saysNothing(text) || isKnownLabel(bareLevel(text)));
  return isGroup && cells.some(({ text }) => !saysNothing(text)) ? { ...row, cells, text: undefined } : row;
}

/** Reads the rows of a form's table from its lines. */
export function draftIndicators(lines: readonly TableLine[], expected: ExpectedSums): DraftTable {
  const grouped = groupRows(lines, expected);
  const column = nameColumnOf(lines);
  const names = grouped.rows.map((row) => draftName(row.lines, textOf(row.lines, "target"), column));
  const targets = grouped.rows.map((row, index) => readTarget(row.lines, names[index]!.overflow));
  const words = names.map((name, index) => [name.text, targets[index]!.value ?? ""]);
  const levels = lines.every((line) => line.whole)
    ? grouped.rows.map(printedLevels)
    : readLevels(lines, grouped.rows, words, column.seamed);
  const reasonColumns = reasonColumnsOf(grouped.rows);
  const holds = { weight: grouped.weightsSumOk, score: grouped.scoresSumOk };
  const damaged = column.seamed || grouped.ghosts.length > 0;
  return {
    indicators: grouped.rows.map((row, index) => ({
      firstLine: row.lines[0]!.line,
      lastLine: row.lines.at(-1)!.line,
      levels: levels[index]!,
      name: names[index]!,
      nameFlag: flagToldWith(row.lines, "name"),
      target: targets[index]!,
      actual: readActual(row.lines),
      weight: readPoints(row, "weight", holds, damaged),
      score: readPoints(row, "score", holds, damaged),
      reason: withDroppedWords(draftReason(row, reasonColumns), row, grouped),
      reasonLost: lostReason(row),
    })),
    ghosts: ghostsOf(grouped.ghosts, grouped.rows),
    weightsSumOk: grouped.weightsSumOk,
    scoresSumOk: grouped.scoresSumOk,
    seamed: column.seamed,
  };
}

function lostReason({ lines }: TableRow): Reading<string> | null {
  const part = lines.flatMap(({ parts }) => parts.reason).find(({ text }) => ERROR_MARK.test(text));
  return part ? { value: null, line: part.line, asRead: part.text } : null;
}

const FIELDS_IN_WORDS = ["name", "target", "reason"] as const;

/** Adds the words of a table that no column line cuts. */
export function addWordsOfTable(lines: readonly TableLine[], words: string[]): void {
  for (const { parts } of lines)
    for (const field of FIELDS_IN_WORDS)
      for (const { text } of parts[field]) for (const word of splitAtSpace(text)) words.push(word);
}

/** A reason below which words were dropped with noise may go on there. */
function withDroppedWords(
  draft: ReasonDraft | null,
  row: TableRow,
  { rows, ghosts }: GroupedRows,
): ReasonDraft | null {
  if (!draft) return null;
  const next = rows[rows.indexOf(row) + 1]?.lines[0]?.line ?? Number.POSITIVE_INFINITY;
  const dropped = ghosts.some(
    ({ line, parts }) =>
      line > row.lines[0]!.line && line < next && parts.reason.some(({ text }) => countCjk(text) > 1),
  );
  return dropped ? { ...draft, cut: true } : draft;
}

/** Lines that were dropped, each with the row above it. */
function ghostsOf(lines: readonly TableLine[], rows: readonly TableRow[]): Ghost[] {
  return lines.map((line) => {
    const above = rows.filter((row) => row.lines[0]!.line < line.line).length;
    const cells = Object.values(line.parts).flat();
    return {
      record: "indicator",
      seq: String(above),
      field: "row",
      line: line.line,
      asRead: cells.map((part) => part.text).join("⇥"),
      reason: "这一行是重影或残字，计入后分值和得分与总分不符或不成一行，已略去",
    };
  });
}

/**
 * Gathers what all tables of a document tell about names and reasons.
 * @param words words that no column line cuts, part by part
 */
export function gatherIndicatorEvidence(
  tables: readonly DraftTable[],
  words: readonly (readonly string[])[],
): IndicatorEvidence {
  const drafts = tables.flatMap((table) => table.indicators);
  const names = gatherNameEvidence(
    drafts.filter((draft) => !draft.nameFlag).map((draft) => draft.name),
    words,
  );
  const whole = wholeReasons(drafts.map((draft) => draft.reason));
  return { names, reasons: { whole, index: once(() => indexOf(whole.keys())), habits: names.habits } };
}

/** The indicators of a table, decided with the document's evidence. */
export function decideIndicators(table: DraftTable, evidence: IndicatorEvidence): Indicator[] {
  return table.indicators.map((draft, index) => ({
    seq: index + 1,
    ...linesOf(draft),
    ...draft.levels,
    name: withoutHalves(nameOf(draft, evidence.names)),
    target: draft.target,
    actual: draft.actual,
    weight: draft.weight,
    score: draft.score,
    deviationReason: draft.reasonLost ?? decideReason(draft.reason, evidence.reasons),
  }));
}

/** Where the row stands: the line of its name, unless that was told elsewhere and the points stand on a line of their own. */
function linesOf({
  firstLine,
  lastLine,
  name,
  weight,
}: DraftIndicator): Pick<Indicator, "line" | "lastLine"> {
  const toldElsewhere = name.text === "" || name.line < firstLine;
  const line = toldElsewhere && weight.line === firstLine ? firstLine : name.line;
  return { line, lastLine: Math.max(line, lastLine) };
}

/** A name that holds half of a character has lost the other half, whatever else speaks for it. */
function withoutHalves(name: Reading<string>): Reading<string> {
  const half = name.value === null ? null : halfCharacter(name.value);
  if (half === null || (name.flag && name.flag.status !== "repaired")) return name;
  return { ...name, flag: { status: "uncertain", reason: `“${half}”是残缺的半个字` } };
}

/** A doubt that the row brought along from running text stays, unless the document prints the name whole. */
function nameOf(draft: DraftIndicator, evidence: NameEvidence): Reading<string> {
  if (!draft.nameFlag) return decideName(draft.name, evidence);
  const line = evidence.whole.get(draft.name.text);
  const flag =
    line === undefined
      ? draft.nameFlag
      : { status: "repaired" as const, reason: `第${line}行完整印有同一名称` };
  return {
    value: draft.name.text === "" ? null : draft.name.text,
    line: draft.name.line,
    asRead: draft.name.asRead,
    flag,
  };
}
