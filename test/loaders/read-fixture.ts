/**
 * The invented forms of `fixtures/`, read, and written down so that a person can compare them with the file.
 */
import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { readDocument } from "../../loaders/document.ts";
import { formatDecimal } from "../../loaders/form/decimal.ts";
import type { Form, Reading } from "../../loaders/form/types.ts";

/** The one form of a fixture. */
export function readFixture(name: string, extension = "txt"): Form {
  const bytes = readFileSync(new URL(`fixtures/${name}.${extension}`, import.meta.url));
  const { forms } = readDocument(bytes, `${name}.${extension}`);
  expect(forms).toHaveLength(1);
  return forms[0]!;
}

/** A value as a person would write it down; nothing for none. */
export const shown = ({ value }: Reading<unknown>): string => {
  if (value === null) return "";
  return typeof value === "bigint" ? formatDecimal(value) : String(value);
};

/** Year, project, department, unit, total and rating on one line. */
export const head = (form: Form) =>
  [form.fiscalYear, form.projectName, form.department, form.implementingUnit, form.totalScore, form.rating]
    .map(shown)
    .join(" | ");

/** A line for each row of the money. */
export const money = (form: Form) =>
  form.funding.map((row) =>
    [
      row.source,
      ...[row.initialBudget, row.adjustedBudget, row.executed, row.weight, row.executionRate, row.score].map(
        shown,
      ),
    ].join(" | "),
  );

/** A line for each indicator. */
export const table = (form: Form) =>
  form.indicators.map((row) =>
    [row.level1, row.level2, row.name, row.target, row.actual, row.weight, row.score, row.deviationReason]
      .map(shown)
      .join(" | "),
  );
