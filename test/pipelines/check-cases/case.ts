/** Cases of the rules that look at one form: what each must catch, and what it must leave. */
import type { Severity } from "../rule-cases.ts";

/** What is changed in a form that no rule objects to: table → assignment, with the row it is for. */
export type Change = readonly [table: "forms" | "funding" | "indicators", assignment: string, where?: string];
export type Cell = readonly [record: string, seq: string, field: string];

export interface CheckCase {
  rule: string;
  what: string;
  /** Makes a form that the rule must catch. */
  caught: Change[];
  /** Makes a form that it must leave, as near to the other as can be. */
  left: Change[];
  /** Where the finding is: the row's seq and the field. */
  at: readonly [seq: string, field: string];
  severity: Severity;
  /** Said in the message. */
  says: RegExp;
  /** A cell that the rule rests on. */
  cell: Cell;
}

/** The rows of the form that changes are for. */
export const TOTAL = "source = 'total'";
export const FIRST = "seq = 1";
export const SECOND = "seq = 2";
export const THIRD = "seq = 3";
