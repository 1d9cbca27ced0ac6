/** What a page says first: the finding as its title, and the figures behind it. */
import type { CutTables } from "./cut-file.js";
import type { Limits } from "./limits.js";
import type { View } from "./view.js";

export interface Answer {
  title: string;
  lead: string;
}

/** What an answer is about. */
export interface About {
  view: View;
  /** Rows of years; none where nothing was read. */
  read: number;
  /** Years with forms. */
  years: number;
  limits: Limits;
}

/** A page's answer from the tables of its cut. */
export type Answering = (tables: CutTables, about: About) => Answer;
