/** What a query comes to, and how much of it is taken. */

/** Rows of an answer that are taken; the rest is left, and the answer says so. */
export const MOST_ROWS = 10_000;
/** After this time a query is stopped as if by hand. */
export const MOST_SECONDS = 60;

export interface AnswerColumn {
  name: string;
  numeric: boolean;
}

/** An answer; cells are text, figures decimal text. */
export interface Answer {
  columns: AnswerColumn[];
  rows: (string | null)[][];
  /** There were more rows than are taken. */
  isPart: boolean;
  milliseconds: number;
}
