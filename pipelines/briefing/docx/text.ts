/**
 * Sentences as runs of the document, with an endnote where a sentence rests on forms.
 */
import { EndnoteReferenceRun, Paragraph, type ParagraphChild, TextRun } from "docx";
import { type Sentence, textOf } from "../sentence.ts";
import { STYLE } from "./styles.ts";

/** The runs of a sentence. */
export function runsOf(sentence: Sentence): ParagraphChild[] {
  const text = new TextRun(textOf(sentence));
  return sentence.basis ? [text, endnote(sentence.basis)] : [text];
}

function endnote(basis: Sentence): EndnoteReferenceRun {
  return new EndnoteReferenceRun({
    children: [new Paragraph({ style: STYLE.note, children: [new TextRun(` ${textOf(basis)}`)] })],
  });
}
