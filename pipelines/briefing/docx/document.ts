/**
 * A briefing as a .docx in the form of an official document (GB/T 9704-2012).
 */
import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  NumberFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import type { Briefing, Section } from "../briefing.ts";
import { chineseNumeral } from "../chinese-numeral.ts";
import type { HouseStyle } from "../house-style.ts";
import { textOf } from "../sentence.ts";
import { chartBlock } from "./chart.ts";
import { fontTable } from "./font-table.ts";
import { type Notes, notesIn } from "./notes.ts";
import { pageOf } from "./page.ts";
import { STYLE, stylesOf } from "./styles.ts";
import { tableBlock } from "./table.ts";
import { runsOf } from "./text.ts";
import { withUnbrokenLabels } from "./unbroken-labels.ts";

const SYNTHETIC = "合成数据，不是真实单位的数据";

/** The bytes of a briefing's document. */
export async function briefingDocument(briefing: Briefing, style: HouseStyle): Promise<Uint8Array> {
  const notes = notesIn(style.notes.place);
  const document = new Document({
    title: textOf(briefing.title),
    creator: "jixiao",
    lastModifiedBy: "jixiao",
    styles: stylesOf(style),
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: pageOf(style),
          endnoteProperties: { numberFormat: { type: NumberFormat.DECIMAL } },
        },
        ...(briefing.synthetic && { headers: { default: syntheticHeader(), even: syntheticHeader() } }),
        footers: {
          default: pageNumber(AlignmentType.RIGHT),
          even: pageNumber(AlignmentType.LEFT),
        },
        children: [
          new Paragraph({ style: STYLE.title, text: textOf(briefing.title) }),
          ...briefing.sections.flatMap((section, index) => sectionBlock(section, index, notes)),
          ...annexBlock(briefing, style),
          ...notes.list(briefing.notesHeading),
          new Paragraph({
            style: STYLE.note,
            text: textOf(briefing.imprint),
            alignment: AlignmentType.RIGHT,
          }),
        ],
      },
    ],
  });
  return withUnbrokenLabels(await Packer.toBuffer(document, undefined, [fontTable(style)]));
}

function sectionBlock(section: Section, index: number, notes: Notes): Paragraph[] {
  const heading = `${chineseNumeral(index + 1)}、${section.heading}`;
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: heading }),
    ...section.paragraphs.map((_, at) => paragraphBlock(section, at, notes)),
  ];
}

function paragraphBlock({ numbering, paragraphs }: Section, at: number, notes: Notes): Paragraph {
  const paragraph = paragraphs[at]!;
  const isItem = numbering === "items";
  const number = isItem ? `${at + 1}.` : numbering === "headings" ? `（${chineseNumeral(at + 1)}）` : "";
  return new Paragraph({
    style: isItem ? STYLE.item : STYLE.body,
    children: runsOf(paragraph, number, notes),
  });
}

function annexBlock({ annexHeading, charts, tables }: Briefing, style: HouseStyle): FileChild[] {
  return [
    ...charts.flatMap((chart, index) => chartBlock(chart, `附图${index + 1}`, style)),
    ...tables.flatMap((table, index) => {
      const label = tables.length > 1 ? `${annexHeading}${index + 1}` : annexHeading;
      return tableBlock(table, label, style);
    }),
  ];
}

/** `— 1 —` at the outer corner, one character in. */
function pageNumber(side: "left" | "right"): Footer {
  const indent = side === AlignmentType.LEFT ? { left: 280 } : { right: 280 };
  return new Footer({
    children: [
      new Paragraph({
        style: STYLE.pageNumber,
        alignment: side,
        indent,
        children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"] })],
      }),
    ],
  });
}

function syntheticHeader(): Header {
  return new Header({ children: [new Paragraph({ style: STYLE.synthetic, text: SYNTHETIC })] });
}
