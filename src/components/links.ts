/** Addresses between pages, relative to the page at the site's root: they hold under any prefix. */

/** The page of a form, at the line where a figure stands. */
export function linkToForm(formId: string, line?: number | null): string {
  const query = new URLSearchParams({ id: formId });
  if (line != null) query.set("line", String(line));
  return `./form.html?${query}`;
}

/** Which form and line that is, in words. */
export function placeOf(formId: string, line: number | null): string {
  return line === null ? `表单 ${formId}` : `表单 ${formId} 第 ${line} 行`;
}

/** Which forms a list shows; what is left out does not narrow it. */
export interface FormFilter {
  /** Words of names or ids. */
  q?: string;
  /** The whole name. */
  department?: string;
  /** The whole name. */
  unit?: string;
  /** The whole name. */
  project?: string;
  year?: number | null;
  /** Only forms with cells that ask for a person. */
  flagged?: boolean;
}

/** What an address says of a list; nonsense narrows nothing. */
export function formFilter(search: string): FormFilter {
  const params = new URLSearchParams(search);
  const filter: FormFilter = {};
  for (const name of ["q", "department", "unit", "project"] as const) {
    const text = params.get(name);
    if (text) filter[name] = text;
  }
  const year = params.get("year");
  if (year === "unknown") filter.year = null;
  else if (year && /^\d{4}$/.test(year)) filter.year = Number(year);
  if (params.get("flagged") === "1") filter.flagged = true;
  return filter;
}

/** The list of forms that a filter leaves. */
export function linkToForms(filter: FormFilter = {}): string {
  const params = new URLSearchParams();
  for (const name of ["q", "department", "unit", "project"] as const) {
    if (filter[name]) params.set(name, filter[name]);
  }
  if (filter.year !== undefined) params.set("year", filter.year === null ? "unknown" : String(filter.year));
  if (filter.flagged) params.set("flagged", "1");
  return params.size > 0 ? `./form.html?${params}` : "./form.html";
}

export const OTHER_FUNDS_PAGE = "./other-funds.html";

/** The list of findings; `year` is a year, `unknown` or `all`. */
export function linkToFindings(filter: { year?: string; rule?: string; unit?: string } = {}): string {
  const params = new URLSearchParams(filter);
  return params.size > 0 ? `./findings.html?${params}` : "./findings.html";
}

/** What a link to a page asks for, all of it whole names; of a list of findings also which of them. */
export interface Asked {
  /** A year, null for an unknown one, or `all` and `unknown` in the words of addresses. */
  year?: number | string | null;
  department?: string;
  unit?: string;
  project?: string;
  source?: string;
  rule?: string;
  severity?: string;
  open?: string;
  /** Words that a row must hold. */
  q?: string;
}

/** A page in the view that is asked for; `page` is its file's name without extension. */
export function linkToPage(page: string, { year, ...names }: Asked = {}): string {
  const params = new URLSearchParams();
  if (year !== undefined) params.set("year", year === null ? "unknown" : String(year));
  for (const [name, value] of Object.entries(names)) if (value) params.set(name, value);
  return params.size > 0 ? `./${page}.html?${params}` : `./${page}.html`;
}

/** The page of one unit. */
export function linkToUnit(unit: string, year?: number | null): string {
  return linkToPage("unit", { unit, year });
}

/** The page of one project, over units and years. */
export function linkToProject(project: string, year?: number | null): string {
  return linkToPage("project", { project, year });
}

/** The briefing of one project of a unit over the years. */
export function linkToProjectBriefing(project: string, unit: string): string {
  return linkToPage("briefings", { unit, project });
}

/** A query on the page that answers them, ready to be run. */
export function linkToQuery(sql: string): string {
  return `./query.html#${new URLSearchParams({ sql })}`;
}
