/**
 * Paragraphs as runs of the document, with the mark of a note where they rest on forms.
 */
import { type ParagraphChild, TextRun } from "docx";
import type { NotedParagraph } from "../briefing.ts";
import { textOf } from "../sentence.ts";
import type { Notes } from "./notes.ts";
import { STYLE } from "./styles.ts";

/** Between the text and the mark of its note, so that no line begins with the mark: the word joiner has no width. */
const JOINER = "\u2060";

/** The runs of a paragraph: its lead, its sentences, and the mark of its note. */
export function runsOf(
  { lead, sentences, note }: NotedParagraph,
  number: string,
  notes: Notes,
): ParagraphChild[] {
  const opening = lead ? [new TextRun({ style: STYLE.lead, text: `${number}${textOf(lead)}。` })] : [];
  const text = `${lead ? "" : number}${sentences.map(textOf).join("")}`;
  if (!note) return [...opening, new TextRun(text)];
  return [...opening, new TextRun(text + JOINER), ...notes.mark(note)];
}
