/** Briefings as the page fetches them; `src/data/briefing-files.ts` writes them. */

/** A piece of a sentence; it may lead to the line of a form or to another page. */
export interface PieceData {
  text: string;
  href?: string;
}

export interface ParagraphData {
  lead?: PieceData[];
  text: PieceData[];
  /** The forms and lines that it rests on. */
  note?: PieceData[];
  /** The queries of its numbers, by their places in the briefing's list. */
  queries: number[];
}

export interface SectionData {
  heading: string;
  numbering: "headings" | "items" | "none";
  paragraphs: ParagraphData[];
}

/** Bars of money in 万元, a row each. */
export interface ChartData {
  title: string;
  rows: { name: string; amounts: { name: string; tone: "executed" | "unexecuted"; text: string }[] }[];
}

export interface TableRowData {
  cells: PieceData[][];
  /** A part of the row above that is none. */
  isPart: boolean;
}

export interface TableData {
  title: string;
  unit: string;
  columns: { label: string; numeric: boolean }[];
  rows: TableRowData[];
}

/** What a number was computed by. */
export interface QueryData {
  sql: string;
  parameters: Readonly<Record<string, string | number | null>>;
}

export interface BriefingData {
  title: string;
  synthetic: boolean;
  sections: SectionData[];
  annexHeading: string;
  notesHeading: string;
  charts: ChartData[];
  tables: TableData[];
  queries: QueryData[];
  imprint: string;
  /** The name of its document beside it. */
  document: string;
}

/** A briefing that there is. */
export interface ListedBriefing {
  /** The name of its file, and what an address calls it by. */
  id: string;
  level: "year" | "department" | "unit";
  year: number;
  /** The department or the unit; null for a year. */
  name: string | null;
  /** Stands for the facts and the style that it was written of: the same key, the same briefing. */
  key: string;
}

export interface BriefingList {
  briefings: ListedBriefing[];
  /** Units and departments of the newest year for which none was written, since there are so many. */
  left: number;
  /** How many projects have one over the years; `ProjectBriefingList` names them. */
  projects: number;
}

/** A project of a unit that has a briefing over the years. */
export interface ListedProject {
  /** The name of its file. */
  id: string;
  unit: string;
  project: string;
  years: number;
  /** As of `ListedBriefing`. */
  key: string;
}

/** Apart from the others, since it is long and few ask for it. */
export interface ProjectBriefingList {
  /** Those that left most money first. */
  projects: ListedProject[];
  /** Projects with several years for which none was written. */
  left: number;
}
