/** From rows of marts to what rankings draw: a total and its sources, kept in the order they came in. */
import { linkToForm, linkToForms } from "./links.js";
import { type FormRow, formTitle, UNNAMED, type UnitRow } from "./measures.js";
import type { Ranked } from "./unexecuted-ranking.js";

/** Groups rows by a key in order of first appearance. */
export function groupsOf<Row>(rows: Row[], key: (row: Row) => unknown): Row[][] {
  const groups = new Map<unknown, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return [...groups.values()];
}

function ranked<Row extends FormRow | UnitRow>(
  rows: Row[],
  key: (row: Row) => unknown,
  describe: (total: Row) => { name: string; href?: string; doubtful: boolean },
): Ranked[] {
  return groupsOf(rows, key).flatMap((group) => {
    const total = group.find((row) => row.source === "total");
    if (!total) return [];
    return [{ ...describe(total), total, bySource: group.filter((row) => row.source !== "total") }];
  });
}

/** Units with their sources; each leads to the list of its forms. */
export function rankedUnits(rows: UnitRow[]): Ranked[] {
  const totals = rows.filter((row) => row.source === "total");
  const order = new Map(totals.map((row, i) => [row.implementing_unit, i]));
  const inOrder = [...rows].sort(
    (a, b) => (order.get(a.implementing_unit) ?? 0) - (order.get(b.implementing_unit) ?? 0),
  );
  return ranked(
    inOrder,
    (row) => row.implementing_unit,
    (total) => ({
      name: total.implementing_unit ?? UNNAMED,
      href: total.implementing_unit ? linkToForms(total.implementing_unit) : undefined,
      doubtful: total.doubtful_forms > 0,
    }),
  );
}

/** Forms with their sources; each leads to its total row. */
export function rankedForms(rows: FormRow[]): Ranked[] {
  return ranked(
    rows,
    (row) => row.form_id,
    (total) => ({
      name: formTitle(total),
      href: linkToForm(total.form_id, total.line),
      doubtful: total.doubtful,
    }),
  );
}
