/**
 * A form's share of the data: all that the page of one form shows. Written by `src/data/form-share.ts` as one small
 * file a form. Decimals are text; lines are 1-based lines of the file as received.
 */

import type { ListedFinding } from "../finding-list.js";

/** The form itself, as `mart.forms` holds it. */
export interface SharedForm {
  form_id: string;
  document_id: string;
  ordinal: number;
  first_line: number;
  last_line: number;
  fiscal_year: number | null;
  project_name: string | null;
  department: string | null;
  implementing_unit: string | null;
  /** The unit of money that the document prints; the amounts here are in 万元 whatever it is. */
  amount_unit: string;
  expected_goal: string | null;
  actual_outcome: string | null;
  total_score: string | null;
  rating: string | null;
  fiscal_year_line: number | null;
  project_name_line: number | null;
  department_line: number | null;
  implementing_unit_line: number | null;
  expected_goal_line: number | null;
  actual_outcome_line: number | null;
  total_score_line: number | null;
  rating_line: number | null;
}

/** A row of 项目资金. */
export interface SharedFunding {
  source: string;
  label: string;
  initial_budget: string | null;
  adjusted_budget: string | null;
  /** Null also where the form has no column of 到位数. */
  received: string | null;
  executed: string | null;
  weight: string | null;
  reported_execution_rate: string | null;
  reported_score: string | null;
  line: number;
}

/** A row of the indicators. */
export interface SharedIndicator {
  seq: number;
  level1: string | null;
  level2: string | null;
  name: string | null;
  target: string | null;
  actual: string | null;
  weight: string | null;
  score: string | null;
  deviation_reason: string | null;
  line: number;
  last_line: number;
}

export type FlagStatus = "repaired" | "uncertain" | "truncated" | "missing" | "ghost" | "corrected";

/** A cell that differs from the text as received by more than joined pieces, spaces and width. */
export interface SharedFlag {
  record: "form" | "funding" | "indicator";
  /** An indicator's seq, a source of funds, or nothing for the form itself. */
  seq: string;
  field: string;
  status: FlagStatus;
  as_read: string;
  value: string | null;
  reason: string;
  line: number | null;
  /** Whether a person is asked to look at the cell. */
  asks_person: boolean;
}

export interface SharedLine {
  line: number;
  text: string;
  /** Where in the file the line stands, in Chinese: sheet, page, table; null where the number says it all. */
  place: string | null;
}

export interface FormShare {
  form: SharedForm;
  document: { document_id: string; path: string; format: string; encoding: string | null; forms: number };
  funding: SharedFunding[];
  indicators: SharedIndicator[];
  flags: SharedFlag[];
  lines: SharedLine[];
  /** What the rules found in this form, the gravest first. */
  findings: ListedFinding[];
}

const FORM_ID = /^([0-9a-f]{12})-(\d{2,})$/;

/** Where the share of a form lies, relative to a page at the site's root; null when `formId` is no form's id. */
export function formSharePath(formId: string): string | null {
  const match = FORM_ID.exec(formId);
  return match ? `./_file/data/forms/${match[1]}/${match[2]}.json` : null;
}
