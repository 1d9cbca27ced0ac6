/**
 * What the search looks through: every text once, with the place where it first stands. Written by
 * `src/data/search-index.ts` when the site is built and fetched when somebody first searches.
 */

/** What a text is: the order is that of the results. */
export const KINDS = {
  page: "页面",
  unit: "实施单位",
  department: "主管部门",
  project: "项目",
  rule: "规则",
  indicator: "指标",
  reason: "偏差原因",
} as const;

export type Kind = keyof typeof KINDS;

/** All texts of a kind, in the order of their places; the lists are of one length. */
export interface KindTexts {
  kind: Kind;
  texts: string[];
  /** On how many forms each text stands. */
  forms: number[];
  /** What the address of a page or a rule says instead of the text. */
  keys?: string[];
  /** Where each text first stands: a document's number, the form's position in it, and the line. */
  places?: { document: number[]; ordinal: number[]; line: number[] };
}

export interface SearchIndex {
  /** Ids of the documents and how many forms each holds. */
  documents: [id: string, forms: number][];
  /** Every Chinese character of the texts, and beside it the letters that its readings begin with. */
  characters: string;
  letters: string[];
  kinds: KindTexts[];
}
