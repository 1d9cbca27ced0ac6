/**
 * What a briefing is about: a year as a whole, a department in it, or a unit in it.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { WrongRequest } from "../errors.ts";
import { martRows } from "../explore/mart-rows.ts";
import type { Query } from "./ledger.ts";

export type Level = "year" | "department" | "unit";

export interface Scope {
  level: Level;
  year: number;
  /** Null for a year, and for a unit whose forms name no department. */
  department: string | null;
  unit: string | null;
}

/** What a person asks for; the latest year where none is named. */
export interface AskedScope {
  year?: number;
  department?: string;
  unit?: string;
}

const SCOPES = `
  select level, fiscal_year as year, department, implementing_unit as unit, max(adjusted_budget) as budget
  from mart.scope_execution
  where source = 'total'
  group by level, fiscal_year, department, implementing_unit
  order by fiscal_year desc, list_position(['year', 'department', 'unit'], level), budget desc nulls last, department, unit`;

/** Names that a message suggests. */
const SUGGESTIONS = 5;

/** Every scope of a warehouse: the latest year first, in each the year, its departments and its units, by money. */
export async function scopesOf(connection: DuckDBConnection): Promise<Scope[]> {
  const rows = await martRows<Scope>(connection, SCOPES);
  return rows.map(({ level, year, department, unit }) => ({ level, year, department, unit }));
}

/**
 * The scope that a person means.
 *
 * @throws WrongRequest when the warehouse has no such year, department or unit: with those that it has
 */
export function scopeAsked(scopes: readonly Scope[], asked: AskedScope): Scope {
  const years = [...new Set(scopes.map((scope) => scope.year))];
  if (years.length === 0) {
    throw new WrongRequest(
      "数据仓库里没有带年度的项目支出自评表，写不出简报",
      "请把自评表放进 sources/年度/ 再运行 jixiao run。",
    );
  }
  const year = asked.year ?? years[0]!;
  const ofYear = scopes.filter((scope) => scope.year === year);
  if (ofYear.length === 0)
    throw new WrongRequest(`没有 ${year} 年的自评表`, `有自评表的年度：${years.join("、")}。`);
  if (asked.unit !== undefined)
    return named(ofYear, "unit", asked.unit, ({ unit }) => unit, asked.department);
  if (asked.department !== undefined)
    return named(ofYear, "department", asked.department, ({ department }) => department);
  return ofYear.find(({ level }) => level === "year")!;
}

const NOUNS: Readonly<Record<Level, string>> = { year: "年度", department: "主管部门", unit: "实施单位" };

function named(
  scopes: readonly Scope[],
  level: Level,
  wanted: string,
  nameOf: (scope: Scope) => string | null,
  department?: string,
): Scope {
  const candidates = scopes.filter(
    (scope) => scope.level === level && (department === undefined || scope.department === department),
  );
  const exact = candidates.filter((scope) => nameOf(scope) === wanted);
  if (exact.length === 1) return exact[0]!;
  if (exact.length > 1) {
    const departments = exact.map((scope) => scope.department ?? "（无主管部门）").join("、");
    throw new WrongRequest(
      `有 ${exact.length} 个${NOUNS[level]}都叫“${wanted}”`,
      `请用 --department 写明主管部门：${departments}。`,
    );
  }
  const part = candidates.filter((scope) => nameOf(scope)?.includes(wanted));
  if (part.length === 1) return part[0]!;
  const near = (part.length > 0 ? part : candidates).slice(0, SUGGESTIONS).map(nameOf);
  throw new WrongRequest(
    part.length > 1 ? `不止一个${NOUNS[level]}的名称里有“${wanted}”` : `没有叫“${wanted}”的${NOUNS[level]}`,
    near.length > 0 ? `请写全名，例如：${near.join("、")}。` : `这一年没有${NOUNS[level]}。`,
  );
}

/** The parameters that `IN_SCOPE` takes. */
export function parametersOf({ level, year, department, unit }: Scope): Query["parameters"] {
  return { level, year, department, unit };
}

/** A condition on a table of scopes: its rows are those of the scope. */
export const IN_SCOPE = `level = $level and fiscal_year = $year
    and department is not distinct from $department and implementing_unit is not distinct from $unit`;
