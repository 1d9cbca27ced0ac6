/**
 * A briefing: what the page and the document both show.
 */
import type { SectionId } from "./house-style.ts";
import type { Fact } from "./pieces.ts";
import type { Sentence } from "./sentence.ts";

export interface Paragraph {
  /** Opens the paragraph, numbered where a section has several. */
  lead?: Sentence;
  sentences: readonly Sentence[];
}

/** A paragraph with what its numbers rest on: forms and lines, an endnote of the document and links of the page. */
export interface NotedParagraph extends Paragraph {
  note: Sentence | null;
}

export interface Section {
  id: SectionId;
  heading: string;
  /** How its paragraphs are numbered: （一） with leads, 1. as items, or not at all, as one alone always is. */
  numbering: "headings" | "items" | "none";
  paragraphs: readonly NotedParagraph[];
}

/** Bars of money, in 万元. */
export interface Chart {
  title: Sentence;
  categories: readonly Sentence[];
  series: readonly { name: string; tone: "executed" | "unexecuted"; values: readonly Fact[] }[];
}

export interface TableColumn {
  label: string;
  numeric?: boolean;
  /** Share of the table's width. */
  width: number;
}

export interface Table {
  title: Sentence;
  /** The unit of all amounts, printed above the table. */
  unit: string;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
}

export interface TableRow {
  cells: readonly Sentence[];
  /** A part of the row above that is none. */
  isPart?: boolean;
}

export interface Briefing {
  title: Sentence;
  /** Made-up data: every page says so. */
  synthetic: boolean;
  sections: readonly Section[];
  annexHeading: string;
  notesHeading: string;
  charts: readonly Chart[];
  tables: readonly Table[];
  /** What made it and when; the last line. */
  imprint: Sentence;
}

/** Every sentence of a briefing, in the order in which they are read. */
export function sentencesOf(briefing: Briefing): Sentence[] {
  const paragraphs = briefing.sections.flatMap((section) => section.paragraphs);
  const charts = briefing.charts.flatMap((chart): Sentence[] => [
    chart.title,
    ...chart.categories,
    ...chart.series.flatMap(({ values }) => values.map((value) => ({ pieces: [value] }))),
  ]);
  const tables = briefing.tables.flatMap(({ title, rows }) => [title, ...rows.flatMap(({ cells }) => cells)]);
  return [
    briefing.title,
    ...paragraphs.flatMap(({ lead, sentences, note }) =>
      [lead, ...sentences, note].filter((sentence) => sentence != null),
    ),
    ...charts,
    ...tables,
    briefing.imprint,
  ];
}
