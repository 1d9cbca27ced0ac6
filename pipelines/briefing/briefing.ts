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

export interface Section {
  id: SectionId;
  heading: string;
  /** How its paragraphs are numbered: （一） with leads as headings of their own, 1. as items, or not at all. */
  numbering: "headings" | "items" | "none";
  paragraphs: readonly Paragraph[];
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
  rows: readonly (readonly Sentence[])[];
}

export interface Briefing {
  title: Sentence;
  /** Made-up data: every page says so. */
  synthetic: boolean;
  sections: readonly Section[];
  annexHeading: string;
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
  const tables = briefing.tables.flatMap((table) => [table.title, ...table.rows.flat()]);
  const read = [
    briefing.title,
    ...paragraphs.flatMap(({ lead, sentences }) => (lead ? [lead, ...sentences] : sentences)),
    ...charts,
    ...tables,
    briefing.imprint,
  ];
  return read.flatMap((sentence) => (sentence.basis ? [sentence, sentence.basis] : [sentence]));
}
