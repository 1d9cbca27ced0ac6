/**
 * What can be planted in a made district: an error of the form, or a pattern worth asking about, each with the rule that
 * must find it and the place where.
 */
import type { Chance } from "../chance.ts";
import type { TrueForm } from "../true-form.ts";

/** Where a finding must point: as `seq` and `field` of `findings.csv`. */
export interface Place {
  /** A source of money, the number of an indicator, or "" for the whole form. */
  seq: string;
  field: string;
}

/** Something planted into one form. */
export interface FormPlant {
  /** The rule that must find it. */
  rule: string;
  /** What was done, for the list of what was planted. */
  what: string;
  /** The form with it, and where it stands; null where the form gives no occasion. */
  plant(form: TrueForm, chance: Chance): ({ form: TrueForm } & Place) | null;
}

/** A form that a plant was put into, or that completes one. */
export interface Mark extends Place {
  /** The place of the form among those that were handed over. */
  at: number;
  /** How much, where the pattern has a size: the years of a streak. */
  size?: number;
  /** What it is about, in 万元 as text, where it is about money. */
  amount?: string;
}

/** Something planted over several forms of a project, in the order of its years. */
export interface ProjectPlant {
  rule: string;
  what: string;
  plant(forms: readonly TrueForm[], chance: Chance): { forms: TrueForm[]; marks: Mark[] } | null;
}

/** What was planted, and what must be found of it. */
export interface Planted extends Place {
  rule: string;
  what: string;
  /** Null where the form's year cannot be read. */
  year: number | null;
  /** Of one form or project; of a unit or a whole year where empty. */
  unit: string;
  project: string;
  size?: number;
  amount?: string;
}

/** The year that a reader finds on a form; null where it was printed so that nobody can read it. */
export function yearPrintedOn({ year, filing }: TrueForm): number | null {
  return filing?.kind === "undated" ? null : year;
}
