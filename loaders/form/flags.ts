/**
 * Everything doubtful in a form as one flat list: what `raw.cell_flags` holds and a reviewer works through.
 */
import { type Decimal, formatDecimal } from "./decimal.ts";
import type { CellFlag, Form, Reading } from "./types.ts";

/** The flags of a form's cells, in the order of the form, and what was read and dropped. */
export function cellFlags(form: Form): CellFlag[] {
  const flags: CellFlag[] = [];
  const collect = (
    record: CellFlag["record"],
    seq: string,
    readings: Record<string, Reading<unknown>>,
  ): void => {
    for (const [field, { flag, asRead, value, line }] of Object.entries(readings))
      if (flag)
        flags.push({
          record,
          seq,
          field,
          status: flag.status,
          asRead,
          value: valueText(value),
          reason: flag.reason,
          line,
        });
  };
  collect("form", "", {
    fiscal_year: form.fiscalYear,
    project_name: form.projectName,
    department: form.department,
    implementing_unit: form.implementingUnit,
    expected_goal: form.expectedGoal,
    actual_outcome: form.actualOutcome,
    total_weight: form.totalWeight,
    total_score: form.totalScore,
    rating: form.rating,
  });
  for (const row of form.funding)
    collect("funding", row.source, {
      initial_budget: row.initialBudget,
      adjusted_budget: row.adjustedBudget,
      received: row.received,
      executed: row.executed,
      weight: row.weight,
      reported_execution_rate: row.executionRate,
      reported_score: row.score,
    });
  for (const row of form.indicators)
    collect("indicator", String(row.seq), {
      level1: row.level1,
      level2: row.level2,
      name: row.name,
      target: row.target,
      actual: row.actual,
      weight: row.weight,
      score: row.score,
      deviation_reason: row.deviationReason,
    });
  for (const ghost of form.ghosts) flags.push({ ...ghost, status: "ghost", value: null });
  return flags;
}

function valueText(value: unknown): string | null {
  if (value === null) return null;
  return typeof value === "bigint" ? formatDecimal(value as Decimal) : String(value);
}
