/** What a reader looks at: year, department, unit and source of funds, as the address says it. */
import { yearName } from "./format.js";
import { sourceName } from "./palette.js";

/** What is left out does not narrow. */
export interface View {
  year: number | null;
  department?: string;
  unit?: string;
  source?: string;
  /** A project that a page is about; a reader follows links to it, and chooses it from no list. */
  project?: string;
}

/** What a reader chooses from lists. */
export type Field = Exclude<keyof View, "project">;

/** What there is to look at. */
export interface Choices {
  /** The first is shown where the address asks for none. */
  years: (number | null)[];
  departments: string[];
  units: string[];
  sources: string[];
}

export const FIELD_NAMES: Record<Field, string> = {
  year: "年度",
  department: "主管部门",
  unit: "实施单位",
  source: "资金来源",
};

const NAMED = ["department", "unit", "source"] as const;
const LISTS = { department: "departments", unit: "units", source: "sources" } as const;

/** How an address names a year; forms without one have a name there too. */
export function yearKey(year: number | null): string {
  return year === null ? "unknown" : String(year);
}

/** How a view's choice in a field reads. */
export function chosenName(view: View, field: Field): string {
  if (field === "year") return yearName(view.year);
  const name = view[field];
  if (name === undefined) return "全部";
  return field === "source" ? sourceName(name) : name;
}

/**
 * Reads a view from an address. What the address asks for and there is not, is left out and told.
 *
 * @param fields those that the page can be narrowed by; others are kept for the links to pages that can
 * @returns the view, and a sentence for each thing that was asked for in vain
 */
export function readView(
  search: string,
  choices: Choices,
  fields: readonly Field[],
): { view: View; notices: string[] } {
  const params = new URLSearchParams(search);
  const notices: string[] = [];
  const view: View = { year: choices.years[0] ?? null };
  const asked = params.get("year");
  if (asked) {
    const year = choices.years.find((one) => yearKey(one) === asked);
    if (year !== undefined) view.year = year;
    else if (choices.years.length > 0)
      notices.push(`没有年度“${asked}”的表单，下面是${yearName(view.year)}的。`);
  }
  for (const field of NAMED) {
    const name = params.get(field);
    if (!name) continue;
    const known = choices[LISTS[field]];
    // A page that cannot be narrowed by a field may not know what there is of it.
    const isUnknowable = known.length === 0 && !fields.includes(field);
    if (known.includes(name) || isUnknowable) view[field] = name;
    else notices.push(`没有名为“${name}”的${FIELD_NAMES[field]}，没有按它筛选。`);
  }
  const project = params.get("project");
  if (project) view.project = project;
  return { view, notices };
}

/**
 * The query of an address for a view. The year stands in it also where it is the one shown anyway: next year another one
 * will be.
 */
export function viewQuery(view: View, choices: Pick<Choices, "years">): URLSearchParams {
  const params = new URLSearchParams();
  if (choices.years.length > 1) params.set("year", yearKey(view.year));
  for (const field of [...NAMED, "project"] as const) if (view[field]) params.set(field, view[field]);
  return params;
}
