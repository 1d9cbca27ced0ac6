/**
 * What was read of an invented form beside what it says.
 */

import type { TrueForm } from "../../../loaders/demo/true-form.ts";
import { formatDecimal } from "../../../loaders/form/decimal.ts";
import type { Form, Reading } from "../../../loaders/form/types.ts";

/** One cell: where, what was read, what is true. */
export interface ComparedCell {
  place: string;
  reading: Reading<unknown> | undefined;
  truth: string;
}

/** Every cell of a form beside its truth; rows that were not read compare with nothing. */
export function comparedCells(form: Form, truth: TrueForm): ComparedCell[] {
  const cells: ComparedCell[] = [];
  const compare = (place: string, reading: Reading<unknown> | undefined, value: unknown): void => {
    cells.push({ place, reading, truth: textOf(value) });
  };
  compare("fiscal_year", form.fiscalYear, truth.year);
  compare("project_name", form.projectName, truth.project);
  compare("department", form.department, truth.department);
  compare("implementing_unit", form.implementingUnit, truth.unit);
  compare("total_score", form.totalScore, truth.totalScore);
  compare("rating", form.rating, truth.rating);
  compare("expected_goal", form.expectedGoal, truth.expectedGoal);
  compare("actual_outcome", form.actualOutcome, truth.actualOutcome);
  for (const row of truth.funding) {
    const read = form.funding.find((other) => other.source === row.source);
    const place = (field: string): string => `${row.source}.${field}`;
    compare(place("initial_budget"), read?.initialBudget, row.initial);
    compare(place("adjusted_budget"), read?.adjustedBudget, row.adjusted);
    compare(place("executed"), read?.executed, row.executed);
    compare(place("execution_rate"), read?.executionRate, row.rate);
    compare(place("weight"), read?.weight, row.source === "total" ? "10.00" : null);
    compare(place("score"), read?.score, row.source === "total" ? truth.executionScore : null);
  }
  truth.indicators.forEach((row, index) => {
    const read = form.indicators[index];
    const place = (field: string): string => `indicator ${index + 1} ${field}`;
    compare(place("level1"), read?.level1, row.level1);
    compare(place("level2"), read?.level2, row.level2);
    compare(place("name"), read?.name, row.name);
    compare(place("target"), read?.target, row.target);
    compare(place("actual"), read?.actual, row.actual);
    compare(place("weight"), read?.weight, row.weight);
    compare(place("score"), read?.score, row.score);
    compare(place("reason"), read?.deviationReason, row.reason);
  });
  return cells;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "bigint" ? formatDecimal(value) : String(value);
}

/** The cells whose value differs from the truth, said for a person. */
export function differences(cells: readonly ComparedCell[]): string[] {
  return cells.flatMap(({ place, reading, truth }) => {
    const read = reading ? textOf(reading.value) : "(no row)";
    return read === truth ? [] : [`${place}: read “${read}”, true “${truth}”`];
  });
}

/** The cells that the reader vouches for, wrongly. */
export function silentErrors(cells: readonly ComparedCell[]): string[] {
  const vouched = cells.filter(({ reading }) => !reading?.flag || reading.flag.status === "repaired");
  return differences(vouched.map((cell) => cell));
}
