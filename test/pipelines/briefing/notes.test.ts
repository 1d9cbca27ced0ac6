/** Every paragraph that rests on forms has a note in the document, in the text or as an endnote, with nothing lost. */
import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import type { Briefing } from "../../../pipelines/briefing/briefing.ts";
import { briefingDocument } from "../../../pipelines/briefing/docx/document.ts";
import { defaultStyle, styleWith } from "../../../pipelines/briefing/house-style.ts";
import { limit } from "../../../pipelines/briefing/pieces.ts";
import { say } from "../../../pipelines/briefing/sentence.ts";

const NOTES = ["《甲》表一第二行", "《乙》<表> & 第三行"];

const BRIEFING: Briefing = {
  ...{
    title: say`简报`,
    synthetic: false,
    annexHeading: "附表",
    notesHeading: "出处",
    charts: [],
    tables: [],
  },
  sections: [
    {
      ...{ id: "overview", heading: "总体情况", numbering: "none" },
      paragraphs: [
        { sentences: [say`甲。`], note: say`${NOTES[0]!}` },
        { sentences: [say`没有出处。`], note: null },
        { sentences: [say`乙${limit("5%")}。`], note: say`${NOTES[1]!}` },
      ],
    },
  ],
  imprint: say`落款`,
};

async function partsOf(toml: string): Promise<Record<string, string>> {
  const bytes = await briefingDocument(BRIEFING, styleWith(toml, await defaultStyle()));
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith(".xml"));
  return Object.fromEntries(parts.map(([name, part]) => [name, strFromU8(part)]));
}

const escaped = (text: string) => text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found);

it("are a list behind the text, whose marks and numbers lead to each other", async () => {
  const { "word/document.xml": text } = (await partsOf("")) as { "word/document.xml": string };
  for (const note of NOTES) expect(text).toContain(escaped(note));
  const anchors = all(text, /<w:hyperlink [^>]*w:anchor="([^"]*)"/g);
  expect(anchors).toEqual(["note1", "note2", "mark1", "mark2"]);
  expect(all(text, /<w:bookmarkStart [^>]*w:name="([^"]*)"/g).sort()).toEqual([...anchors].sort());
  const ids = all(text, /<w:bookmarkStart [^>]*w:id="([^"]*)"/g);
  expect(new Set(ids).size).toBe(4);
  expect(text.indexOf("出处</w:t>")).toBeLessThan(text.indexOf(NOTES[0]!));
  expect(text.indexOf(NOTES[0]!)).toBeLessThan(text.indexOf("落款"));
});

it("are endnotes of the format where an office wants them", async () => {
  const parts = await partsOf('[notes]\nplace = "endnotes"\n');
  for (const note of NOTES) {
    expect(parts["word/endnotes.xml"]).toContain(escaped(note));
    expect(parts["word/document.xml"]).not.toContain(escaped(note));
  }
  expect(all(parts["word/document.xml"]!, /(<w:endnoteReference )/g)).toHaveLength(2);
});

it("stand nowhere else", async () => {
  await expect(partsOf('[notes]\nplace = "margin"\n')).rejects.toThrow("notes.place 不能是“margin”");
});
