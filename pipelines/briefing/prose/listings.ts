/**
 * What a sentence only counts and no list of the site holds by itself: the query that lists exactly that, for the page
 * 自由分析. A query in an address has no parameters, so names stand in it as SQL writes them.
 */
import { literal } from "../../sql-text.ts";
import { type Fact, listing } from "../pieces.ts";
import type { ProjectAsked } from "../project/facts.ts";
import type { Scope } from "../scope.ts";

const is = (column: string, value: string | number | null) =>
  value === null ? `${column} is null` : `${column} = ${typeof value === "number" ? value : literal(value)}`;

const OF_LEVEL = ({ level, year, department, unit }: Scope) =>
  [
    `scopes.level = '${level}' and scopes.fiscal_year = ${year}`,
    is("scopes.department", department),
    is("scopes.implementing_unit", unit),
  ].join(" and ");

const formsOf = (scope: Scope) => `(select form_id from mart.scopes as scopes where ${OF_LEVEL(scope)})`;

/** What became of a problem, in the words of the page. */
export const STATES = {
  ...{
    new: "新出现",
    new_form: "新读入的项目",
    repeated: "仍然存在",
    solved: "已经解决",
    gone: "随原表撤回",
  },
  ...{ new_rule: "规则或界限改动后新提出", dropped: "规则或界限改动后不再提出" },
  ...{ new_reading: "文件没有改，新提出", reread: "文件没有改，不再提出" },
} as const;

const stateName = (column: string) =>
  `case ${column} ${Object.entries(STATES)
    .map(([state, words]) => `when '${state}' then '${words}'`)
    .join(" ")} end`;

/** The problems of the scope's projects against last year: new, the same, solved. */
export function yearlyChangesPage(scope: Scope): Fact {
  return listing(`select ${stateName("changes.state")} as 情形, rules.name as 问题, changes.implementing_unit as 单位, changes.project_name as 项目,
  changes.indicator as 指标, changes.since as 起自, changes.years as 年数, changes.form_id as 表单, changes.line as 行
from mart.finding_years as changes
join mart.rules as rules using (rule)
where changes.state <> 'first' and changes.fiscal_year = ${scope.year}
  and changes.form_id in ${formsOf(scope)}
order by 情形, 问题, 单位, 项目, 指标`);
}

/** The problems of the scope against the results of before, those that are gone among them. */
export function resultChangesPage(scope: Scope): Fact {
  const { level, year, department, unit } = scope;
  const ofScope = [
    `fiscal_year = ${year}`,
    ...(level === "year" ? [] : [is("department", department)]),
    ...(level === "unit" ? [is("implementing_unit", unit)] : []),
    `(state in ('solved', 'gone', 'dropped', 'reread') or form_id in ${formsOf(scope)})`,
  ];
  return sinceBefore(ofScope.join(" and "));
}

/** The same of a project over the years. */
export function projectChangesPage({ unit, project, department }: ProjectAsked): Fact {
  const own = [is("implementing_unit", unit), is("project_name", project)];
  return sinceBefore(
    [...own, ...(department === undefined ? [] : [is("department", department)])].join(" and "),
  );
}

function sinceBefore(condition: string): Fact {
  return listing(`select ${stateName("history.state")} as 情形, rules.name as 问题, history.fiscal_year as 年度, history.implementing_unit as 单位,
  history.project_name as 项目, history.since_at as 起自, history.last_seen_at as 最后见于, history.form_id as 表单, history.line as 行
from mart.finding_history as history
left join mart.rules as rules using (rule)
where history.state not in ('first', 'past') and ${condition}
order by 情形, 问题, 年度, 单位, 项目`);
}

/** Forms that give themselves 中 or 差. */
export function lowRatedPage(scope: Scope): Fact {
  return listing(`select unit_name as 单位, project as 项目, total_score as 总分, rating as 等级, form_id as 表单, total_score_line as 行
from mart.forms
where rating in ('中', '差') and total_score is not null
  and form_id in ${formsOf(scope)}
order by total_score, form_id`);
}

/** The forms that were read and not counted, and the files that could not be read. */
export function leftOutPage(): Fact {
  return listing(`select
  case
    when forms.superseded_by is not null then '与别的文件重复'
    when forms.form_type <> 'project' then '不是项目支出'
    else '年度不详'
  end as 没有计入的原因,
  documents.path as 文件, forms.ordinal as 第几张, forms.form_id as 表单, forms.superseded_by as 计入的另一张
from mart.forms as forms
join mart.documents as documents using (document_id)
where forms.superseded_by is not null or forms.form_type <> 'project' or forms.fiscal_year is null
union all
select reason, path, null, null, null from mart.rejected
order by 没有计入的原因, 文件, 第几张`);
}
