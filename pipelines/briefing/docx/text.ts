/**
 * Paragraphs as runs of the document, with an endnote where they rest on forms.
 */
import { EndnoteReferenceRun, Paragraph, type ParagraphChild, TextRun } from "docx";
import type { NotedParagraph } from "../briefing.ts";
import { type Sentence, textOf } from "../sentence.ts";
import { STYLE } from "./styles.ts";

/** The runs of a paragraph: its lead, its sentences, and the mark of its endnote. */
export function runsOf({ lead, sentences, note }: NotedParagraph, number: string): ParagraphChild[] {
  const opening = lead ? [new TextRun({ style: STYLE.lead, text: `${number}${textOf(lead)}。` })] : [];
  const text = `${lead ? "" : number}${sentences.map(textOf).join("")}`;
  return [...opening, new TextRun(text), ...(note ? [endnote(note)] : [])];
}

function endnote(note: Sentence): EndnoteReferenceRun {
  return new EndnoteReferenceRun({
    children: [new Paragraph({ style: STYLE.note, children: [new TextRun(` ${textOf(note)}`)] })],
  });
}
