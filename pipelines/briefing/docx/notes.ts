/**
 * What paragraphs rest on: as endnotes of the format, or as a numbered list at the end of the text, whose marks and numbers
 * lead to each other. Word and WPS print both alike; LibreOffice puts endnotes on a page of their own.
 */
import {
  Bookmark,
  EndnoteReferenceRun,
  InternalHyperlink,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from "docx";
import type { NotesPlace } from "../house-style.ts";
import { type Sentence, textOf } from "../sentence.ts";
import { STYLE } from "./styles.ts";

/** The notes of one document, numbered in the order in which they are made. */
export interface Notes {
  /** The mark of a note, behind what rests on it. */
  mark(note: Sentence): ParagraphChild[];
  /** The list behind the text; empty where the format keeps the notes itself. */
  list(heading: string): Paragraph[];
}

export function notesIn(place: NotesPlace): Notes {
  return place === "endnotes" ? endnotes : listedNotes();
}

const endnotes: Notes = {
  mark: (note) => [
    new EndnoteReferenceRun({
      children: [new Paragraph({ style: STYLE.note, children: [new TextRun(` ${textOf(note)}`)] })],
    }),
  ],
  list: () => [],
};

function listedNotes(): Notes {
  const notes: Sentence[] = [];
  return {
    mark(note) {
      const n = notes.push(note);
      const number = new TextRun({ text: String(n), superScript: true });
      const link = new InternalHyperlink({ anchor: `note${n}`, children: [number] });
      return [new Bookmark({ id: `mark${n}`, children: [link] })];
    },
    list(heading) {
      if (notes.length === 0) return [];
      const each = notes.map((note, index) => {
        const n = index + 1;
        const number = new TextRun({ text: String(n), superScript: true });
        const link = new InternalHyperlink({ anchor: `mark${n}`, children: [number] });
        const children = [
          new Bookmark({ id: `note${n}`, children: [link] }),
          new TextRun(` ${textOf(note)}`),
        ];
        return new Paragraph({ style: STYLE.note, children });
      });
      return [new Paragraph({ style: STYLE.notes, text: heading }), ...each];
    },
  };
}
