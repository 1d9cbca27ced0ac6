/**
 * A text on its way to its forms. Where tabs keep its cells in their columns, it is cut into pieces that can be drafted
 * one by one or all at once; whatever else it may be is read when they have been.
 */
import { markConverted } from "./form/converted.ts";
import type { DraftedForms } from "./form/draft-forms.ts";
import { formsOfSheet } from "./form/find-forms.ts";
import { formsOfText } from "./form/flow/flow.ts";
import { rowsBetweenPipes, rowsOfPipes } from "./form/piped-tables.ts";
import { type DocumentContext, finishForms, type ReadForms, readForms } from "./form/read-forms.ts";
import { formsOfSummary } from "./form/summary.ts";
import { firstWithForms, formsOfTable } from "./form/table-forms.ts";
import { draftPiece, piecesOfText, type TextPiece } from "./form/text-pieces.ts";
import { rowsOfCsv, rowsOfQuotedTabs } from "./readers/csv.ts";
import { plainChinese } from "./readers/plain-chinese.ts";
import { ordinaryCharacters } from "./readers/radicals.ts";
import { sheetOfLines, splitLines } from "./readers/text.ts";

export interface TextOnItsWay {
  format: "text" | "csv";
  /** As received. */
  lines: string[];
  /** What is to be drafted first. */
  pieces: readonly TextPiece[];
  /** The forms, from the drafts of the pieces in their order. */
  formsFrom(drafted: readonly DraftedForms[]): ReadForms;
}

/** Prepares a text that is not blank. */
export function prepareText(text: string, context: DocumentContext): TextOnItsWay {
  const lines = splitLines(text);
  const ordinary = (plain: string): string[] => {
    const changed = ordinaryCharacters(plain);
    return changed === text ? lines : splitLines(changed);
  };
  const csv = rowsOfCsv(text);
  const quoted = csv ?? rowsOfQuotedTabs(text);
  const format = csv ? "csv" : "text";
  if (quoted) return { format, lines, pieces: [], formsFrom: () => formsOfTable({ rows: quoted }, context) };
  const plain = plainChinese(text);
  if (!plain.converted) return { format, lines, ...prepareLines(ordinary(text), context) };
  const { pieces, formsFrom } = prepareLines(ordinary(plain.text), context);
  return {
    format,
    lines,
    pieces,
    formsFrom(drafted) {
      const { forms, passedOver } = formsFrom(drafted);
      return { forms: forms.map((form) => markConverted(form, lines)), passedOver };
    },
  };
}

/** Share of a text's filled lines with tabs from which these keep its cells in their columns. */
const LEAST_TABBED = 0.05;

function keepColumns(lines: readonly string[]): boolean {
  let filled = 0;
  let tabbed = 0;
  for (const line of lines) {
    if (line.trim() === "") continue;
    filled++;
    if (line.includes("\t")) tabbed++;
  }
  return tabbed > filled * LEAST_TABBED;
}

/** What the first way finds if the sums of all its forms bear it out, else what the second finds. */
function firstThatAddsUp(first: () => ReadForms, second: () => ReadForms): ReadForms {
  const found = first();
  const addsUp = found.forms.every(({ weightsSumOk, scoresSumOk }) => weightsSumOk && scoresSumOk);
  return found.forms.length > 0 && addsUp ? found : second();
}

/** Tabs keep cells in their columns; a text without them is laid out by its words. */
function prepareLines(
  lines: readonly string[],
  context: DocumentContext,
): Pick<TextOnItsWay, "pieces" | "formsFrom"> {
  const piped = rowsOfPipes(lines);
  const byWords = (): ReadForms =>
    readForms(formsOfText(lines.map((text, index) => ({ line: index + 1, text }))), context);
  const bySummary = (): ReadForms => {
    const rows = keepColumns(lines) ? sheetOfLines(lines).rows : (rowsBetweenPipes(lines) ?? []);
    return readForms(formsOfSummary({ rows }), context);
  };
  if (keepColumns(lines))
    return {
      pieces: piecesOfText(lines),
      formsFrom: (drafted) =>
        firstWithForms(
          () => finishForms(drafted, context),
          () => firstWithForms(bySummary, byWords),
        ),
    };
  const byColumns = (): ReadForms => finishForms(piecesOfText(lines).map(draftPiece), context);
  const byText = (): ReadForms => firstWithForms(bySummary, () => firstWithForms(byWords, byColumns));
  if (!piped) return { pieces: [], formsFrom: byText };
  const byPipes = (): ReadForms => readForms(formsOfSheet({ rows: piped.rows }), context);
  if (piped.even) return { pieces: [], formsFrom: () => firstWithForms(byPipes, byText) };
  return { pieces: [], formsFrom: () => firstThatAddsUp(byPipes, byText) };
}
