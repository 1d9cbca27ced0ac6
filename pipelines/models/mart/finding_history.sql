-- 各个问题（错误和提醒）从哪一份结果起有、到哪一份为止，一个问题一行；与 mart.results 里的上一份结果比较。
--
-- problem: 问题的代号：规则、年度、单位、项目和指标相同即为同一个问题，文件换了也不变
-- finding_id: 问题编号；已经没有的为最后一次的编号
-- rule: 规则编号，名称和出处见 mart.rules
-- fiscal_year: 年度
-- department: 主管部门；问的不是一张表单时为空
-- implementing_unit: 实施单位
-- project_name: 项目名称
-- form_id: 表单编号；已经没有的为最后一次的编号
-- line: 所在行号
-- state: first 没有上一份结果，分不出新旧；new 上一份没有；new_form 连项目也是新读入的；new_rule 上一份没有，其间规则或界限改过，不算单位新增；repeated 上一份就有；solved 上一份有而现在没有；gone 连项目也不再读到；dropped 上一份有而现在没有，其间规则或界限改过，不算单位解决；past 更早就没有了
-- since_at: 从哪一份结果起一直有（UTC）
-- last_seen_at: 最后一次有它的是哪一份结果（UTC）

with results as (
  select * from mart.results
),

problems as (
  select * from core.problems
),

known as (
  select * from raw.known_problems
),

known_projects as (
  select * from raw.known_projects
),

projects as (
  select distinct fiscal_year, department, implementing_unit, project_name from core.execution
),

-- Rules that are not what they were: what they find anew, or no more, is not the units' doing.
changed_rules as (
  select coalesce(rules.rule, known_rules.rule) as rule
  from staging.stg_rule_codes as rules
  full outer join raw.known_rules as known_rules on rules.rule = known_rules.rule
  where rules.code is null or known_rules.code is null or rules.code <> known_rules.code
),

is_new as (
  -- The same results as before keep what was told of them; new results are told against them.
  select count(*) > 0 as is_new
  from results
  left join raw.known_results as before on results.results_at = before.results_at
  where before.results_at is null
),

present as (
  select
    problems.problem,
    problems.finding_id,
    problems.rule,
    problems.fiscal_year,
    problems.department,
    problems.implementing_unit,
    problems.project_name,
    problems.form_id,
    problems.line,
    case
      when not is_new.is_new then known.state
      when results.base_at is null then 'first'
      when known.state in ('first', 'new', 'new_form', 'new_rule', 'repeated') then 'repeated'
      when known_projects.project_name is null and problems.project_name is not null then 'new_form'
      when changed_rules.rule is not null then 'new_rule'
      else 'new'
    end as state,
    case
      when known.state in ('first', 'new', 'new_form', 'new_rule', 'repeated') then known.since_at
      else results.results_at
    end as since_at,
    results.results_at as last_seen_at
  from problems
  cross join results
  cross join is_new
  left join known on problems.problem = known.problem
  left join changed_rules on problems.rule = changed_rules.rule
  left join known_projects
    on coalesce(problems.fiscal_year, 0) = coalesce(known_projects.fiscal_year, 0)
    and coalesce(problems.department, '') = coalesce(known_projects.department, '')
    and problems.implementing_unit = known_projects.implementing_unit
    and problems.project_name = known_projects.project_name
),

absent as (
  select
    known.problem,
    known.finding_id,
    known.rule,
    known.fiscal_year,
    known.department,
    known.implementing_unit,
    known.project_name,
    known.form_id,
    known.line,
    case
      when not is_new.is_new then known.state
      when known.state in ('solved', 'gone', 'dropped', 'past') then 'past'
      when projects.project_name is null and known.project_name is not null then 'gone'
      when changed_rules.rule is not null then 'dropped'
      else 'solved'
    end as state,
    known.since_at,
    known.last_seen_at
  from known
  cross join is_new
  left join problems on known.problem = problems.problem
  left join changed_rules on known.rule = changed_rules.rule
  left join projects
    on coalesce(known.fiscal_year, 0) = coalesce(projects.fiscal_year, 0)
    and coalesce(known.department, '') = coalesce(projects.department, '')
    and known.implementing_unit = projects.implementing_unit
    and known.project_name = projects.project_name
  where problems.problem is null
)

select * from present
union all
select * from absent
