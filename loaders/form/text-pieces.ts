/**
 * A long text in pieces, cut where forms begin. Each is read to drafts by itself, one after the other or on several
 * threads at once, and together they give what the text would give in one.
 */
import { sheetOfLines } from "../readers/text.ts";
import { type DraftedForms, draftForms } from "./draft-forms.ts";
import { formsOfSheet, headsForm, isSureStart, ROWS_AROUND_CUT } from "./find-forms.ts";
import { rowText } from "./sections.ts";

/** Some lines of a text with tabs, in ordinary simplified characters. */
export interface TextPiece {
  lines: readonly string[];
  /** 1-based line of the text that it begins with. */
  firstLine: number;
}

/** Long enough that cutting costs nothing, short enough that what was needed for one is forgotten before the next. */
const LINES_OF_PIECE = 2_000;

/** Cuts a text at forms. A piece begins with the lines above its first form that may be about it. */
export function piecesOfText(lines: readonly string[], linesOfPiece = LINES_OF_PIECE): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (let at = linesOfPiece; at < lines.length; at++) {
    if (!isCut(lines, at)) continue;
    pieces.push({ lines: lines.slice(from, at), firstLine: from + 1 });
    from = firstLineAbout(lines, at);
    at += linesOfPiece;
  }
  pieces.push({ lines: lines.slice(from), firstLine: from + 1 });
  return pieces;
}

function isCut(lines: readonly string[], at: number): boolean {
  // Nearly all lines are told by this alone.
  if (at < ROWS_AROUND_CUT || !lines[at]!.includes("名称")) return false;
  return isSureStart(lines.slice(at - ROWS_AROUND_CUT, at + ROWS_AROUND_CUT + 1).map(textOfLine));
}

/** The first line above a form that may say what the form is, or be looked at for it. */
function firstLineAbout(lines: readonly string[], form: number): number {
  let first = form - ROWS_AROUND_CUT;
  while (first > 0 && headsForm(textOfLine(lines[first - 1]!))) first--;
  return first;
}

function textOfLine(line: string): string {
  return rowText(sheetOfLines([line]).rows[0]!);
}

/** The drafts of a piece's forms; their lines count in the whole text. */
export function draftPiece({ lines, firstLine }: TextPiece): DraftedForms {
  return draftForms(formsOfSheet(sheetOfLines(lines, firstLine)));
}
