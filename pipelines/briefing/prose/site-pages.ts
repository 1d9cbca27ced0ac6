/**
 * The pages of the site that list what a sentence only counts.
 */

import type { Row } from "../ledger.ts";
import { type Fact, page } from "../pieces.ts";
import type { Scope } from "../scope.ts";

/** The money of the scope, form by form. */
export function moneyPage(scope: Scope): Fact {
  return scope.level === "unit"
    ? page("unit", "单位", askedOf(scope))
    : page("units", "单位", askedOf(scope));
}

export function projectsPage(scope: Scope): Fact {
  return scope.level === "unit" ? moneyPage(scope) : page("projects", "项目", askedOf(scope));
}

export function formsPage(scope: Scope): Fact {
  return page("form", "表单", askedOf(scope));
}

/** The findings of the scope that nobody has decided to leave alone, of one rule or one weight or all. */
export function findingsPage(scope: Scope, which: { rule?: string; severity?: string } = {}): Fact {
  return page("findings", "问题清单", { ...askedOf(scope), ...which, open: "true" });
}

/** The findings of a rule that a briefing counts: those of the weight that the first of them has. */
export function ofRulePage(scope: Scope, rule: string, [first]: readonly Row<"severity">[]): Fact {
  return findingsPage(scope, { rule, ...(first?.severity.value && { severity: first.severity.value }) });
}

/** The cells that ask for a person. */
export function reviewPage(scope: Scope): Fact {
  return page("review", "待复核", askedOf(scope));
}

function askedOf({ level, year, department, unit }: Scope): Record<string, string> {
  const asked: Record<string, string> = { year: String(year) };
  if (level === "department") asked.department = department!;
  if (level === "unit") asked.unit = unit!;
  return asked;
}
