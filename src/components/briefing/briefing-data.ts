/** Briefings as the page fetches them; `src/data/briefing-files.ts` writes them. */

/** A piece of a sentence; one with a form leads to its line. */
export interface PieceData {
  text: string;
  form?: string;
  line?: number;
}

export interface SentenceData {
  pieces: PieceData[];
  /** The forms and lines that it rests on. */
  basis?: PieceData[];
}

export interface ParagraphData {
  lead?: PieceData[];
  sentences: SentenceData[];
}

export interface SectionData {
  heading: string;
  numbering: "headings" | "items" | "none";
  paragraphs: ParagraphData[];
}

export interface TableData {
  title: string;
  unit: string;
  columns: { label: string; numeric: boolean }[];
  rows: PieceData[][][];
}

export interface BriefingData {
  title: string;
  synthetic: boolean;
  sections: SectionData[];
  annexHeading: string;
  tables: TableData[];
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
}

export interface BriefingList {
  briefings: ListedBriefing[];
  /** Units and departments of the newest year for which none was written, since there are so many. */
  left: number;
}
