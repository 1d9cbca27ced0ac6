/** From rows of marts to what charts rank and compare, in the order the rows came in. */
import { linkToForm, linkToProject, linkToUnit, placeOf } from "./links.js";
import {
  type FormRow,
  formTitle,
  isFunded,
  nameWithDoubt,
  type ProjectRow,
  type UnitRow,
  unitTitleOf,
} from "./measures.js";
import { linkPicking } from "./picks.js";
import type { ComparedUnit } from "./rate-comparison.js";
import type { Staged } from "./stage-slope.js";
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
  describe: (total: Row) => Pick<Ranked, "name" | "href" | "place" | "doubtful">,
): Ranked[] {
  return groupsOf(rows, key).flatMap((group) => {
    const total = group.find((row) => row.source === "total");
    if (!total) return [];
    return [{ ...describe(total), total, bySource: group.filter((row) => row.source !== "total") }];
  });
}

function unitOf(row: UnitRow): string {
  return JSON.stringify([row.department, row.implementing_unit]);
}

/** How a unit is named, and its page. */
function unitLink(row: UnitRow): { name: string; href?: string } {
  const { implementing_unit: unit, fiscal_year: year } = row;
  return { name: unitTitleOf(row), href: unit ? linkToUnit(unit, year) : undefined };
}

/** Units with their sources, in the order of their totals; each leads to its page. */
export function rankedUnits(rows: UnitRow[]): Ranked[] {
  const totals = rows.filter((row) => row.source === "total");
  const inOrder = [...totals, ...rows.filter((row) => row.source !== "total")];
  return ranked(inOrder, unitOf, (total) => ({ ...unitLink(total), doubtful: total.doubtful_forms > 0 }));
}

/**
 * Units by the source that a view is about: with their sources where it is about all of them, else with that one alone.
 */
export function rankedUnitsOf(rows: UnitRow[], { source }: { source?: string }): Ranked[] {
  if (source === undefined) return rankedUnits(rows);
  return rows
    .filter((row) => row.source === source)
    .map((row) => ({ ...unitLink(row), total: row, bySource: [row], doubtful: row.doubtful_forms > 0 }));
}

/** How a row of a form is named, and its line. */
function formLink(row: FormRow, name = formTitle): { name: string; href: string; place: string } {
  const href = linkToForm(row.form_id, row.line);
  return { name: name(row), href, place: placeOf(row.form_id, row.line) };
}

/** Forms with their sources; each leads to its total row. */
export function rankedForms(rows: FormRow[]): Ranked[] {
  return ranked(
    rows,
    (row) => row.form_id,
    (total) => ({ ...formLink(total), doubtful: total.doubtful }),
  );
}

/**
 * Forms by what one source of theirs left; each leads to that source's row.
 *
 * @param name what forms are called by: of one project they are told apart by their unit
 */
export function rankedRows(rows: FormRow[], name = formTitle): Ranked[] {
  return rows.map((row) => ({ ...formLink(row, name), total: row, bySource: [row], doubtful: row.doubtful }));
}

const COMPARED = ["other_funds", "current_year_appropriation"];

/** Units that have 其他资金, with 当年财政拨款 beside it; each narrows its page to itself, and says when it has. */
export function comparedUnits(
  rows: UnitRow[],
  { unit }: { unit?: string },
  search = location.search,
): ComparedUnit[] {
  const withOther = rows.filter((row) => row.source === "other_funds" && isFunded(row));
  return withOther.map((row) => ({
    name: `${unitTitleOf(row)}${row.implementing_unit !== null && row.implementing_unit === unit ? "（所选）" : ""}`,
    href: row.implementing_unit === null ? undefined : linkPicking({ unit: row.implementing_unit }, search),
    rows: COMPARED.flatMap(
      (source) => rows.find((other) => other.source === source && unitOf(other) === unitOf(row)) ?? [],
    ),
  }));
}

/** Forms by the three stages of one source's money; each leads to its line. */
export function stagedForms(rows: FormRow[]): Staged[] {
  return rows.map((row) => ({ ...row, ...formLink(row) }));
}

/** Projects by what one source of theirs left; each leads to its page. */
export function rankedProjects(rows: ProjectRow[]): Ranked[] {
  return rows.map((row) => ({
    name: nameWithDoubt(row.project_name, row.name_doubtful),
    href: row.project_name === null ? undefined : linkToProject(row.project_name, row.fiscal_year),
    total: row,
    bySource: [row],
    doubtful: row.doubtful_forms > 0,
  }));
}
