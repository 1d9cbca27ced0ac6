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
-- state: first 没有上一份结果，分不出新旧；new 上一份没有；new_form 连项目也是新读入的；new_rule 上一份没有，其间规则或界限改过，不算单位新增；
--   new_reading 上一份没有，所在文件没有改，其间重新读取、更正或撤回过文件，不算单位新增；
--   repeated 上一份就有；solved 上一份有而现在没有；
--   gone 所在文件撤回，没有换上新的；dropped 上一份有而现在没有，其间规则或界限改过，不算单位解决；reread 上一份有而现在没有，所在文件没有改，其间重新读取、更正或撤回过文件，不算单位解决；past 更早就没有了
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

readings as (
  select * from staging.stg_readings
),

known_documents as (
  select * from raw.known_documents
),

-- Whether anybody has handed in a file since: where nobody has, no unit has caused or solved anything.
handed_in as (
  select count(*) > 0 as any_file
  from readings
  left join known_documents on readings.document_id = known_documents.document_id
  where known_documents.document_id is null
),

-- Files that say what they said, and were read or corrected otherwise.
read_otherwise as (
  select readings.document_id, readings.reading <> known_documents.reading as is_other
  from readings
  inner join known_documents on readings.document_id = known_documents.document_id
),

-- Each project, and whether one of its forms stands in a file that was not there before.
projects as (
  select
    execution.fiscal_year,
    execution.department,
    execution.implementing_unit,
    execution.project_name,
    max(case when read_otherwise.document_id is null then 1 else 0 end) as in_new_file
  from core.execution as execution
  left join read_otherwise on substr(execution.form_id, 1, 12) = read_otherwise.document_id
  group by execution.fiscal_year, execution.department, execution.implementing_unit, execution.project_name
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
      when known.state in ('first', 'new', 'new_form', 'new_rule', 'new_reading', 'repeated') then 'repeated'
      when
        read_otherwise.document_id is null and known_projects.project_name is null and problems.project_name is not null
        then 'new_form'
      when changed_rules.rule is not null then 'new_rule'
      when read_otherwise.is_other or not handed_in.any_file then 'new_reading'
      else 'new'
    end as state,
    case
      when known.state in ('first', 'new', 'new_form', 'new_rule', 'new_reading', 'repeated') then known.since_at
      else results.results_at
    end as since_at,
    results.results_at as last_seen_at
  from problems
  cross join results
  cross join is_new
  cross join handed_in
  left join known on problems.problem = known.problem
  left join changed_rules on problems.rule = changed_rules.rule
  left join read_otherwise on substr(problems.form_id, 1, 12) = read_otherwise.document_id
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
      when known.state in ('solved', 'gone', 'dropped', 'reread', 'past') then 'past'
      when
        read_otherwise.document_id is null and projects.project_name is null and known.project_name is not null
        then 'gone'
      when changed_rules.rule is not null then 'dropped'
      when read_otherwise.is_other or (known.form_id is null and not handed_in.any_file) then 'reread'
      -- Its file is there as it was: what another file says has changed, or which of two files counts.
      when read_otherwise.document_id is not null then case when handed_in.any_file then 'solved' else 'reread' end
      when known.form_id is not null and coalesce(projects.in_new_file, 0) = 0 then 'gone'
      else 'solved'
    end as state,
    known.since_at,
    known.last_seen_at
  from known
  cross join is_new
  cross join handed_in
  left join problems on known.problem = problems.problem
  left join changed_rules on known.rule = changed_rules.rule
  left join read_otherwise on substr(known.form_id, 1, 12) = read_otherwise.document_id
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
