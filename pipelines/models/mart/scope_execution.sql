-- 简报各范围的预算执行，一个范围的一种资金来源一年一行，连同上年和当年财政拨款与它的比较。
-- 只含项目支出自评表。金额以万元计，比率以 % 计，比率一律为合计之比。
--
-- level: 范围的级别：year 全年，department 主管部门，unit 实施单位
-- fiscal_year: 年度
-- department: 主管部门；全年为空
-- implementing_unit: 实施单位；全年和主管部门为空
-- source: 资金来源；total 为年度资金总额，不在四种之内的为原表所印名称
-- forms: 印有全年预算数的表单张数，含 0
-- funded_forms: 有资金的表单张数：年初预算数、全年预算数、全年执行数不全为 0
-- funded_units: 有资金的表单的实施单位个数
-- initial_budget: 年初预算数，万元
-- adjusted_budget: 全年预算数，万元
-- executed: 全年执行数，万元
-- unexecuted: 未执行数，万元：全年预算数减全年执行数，缺其一的表单不计
-- execution_rate: 执行率，%：全年执行数之和 ÷ 全年预算数之和，缺其一的表单不计；全年预算数为 0 时为空
-- share_of_budget: 占预算的比重，%：全年预算数 ÷ 这一范围年度资金总额的全年预算数
-- share_of_unexecuted: 占未执行数的比重，%：未执行数 ÷ 这一范围年度资金总额的未执行数
-- added_forms: 年中追加的表单张数：年初预算数为 0，全年预算数不为 0
-- added_budget: 年中追加，万元：这些表单的全年预算数
-- added_share: 年中追加占全年预算数的比重，%
-- added_unexecuted: 年中追加而没有执行，万元：这些表单的未执行数
-- doubtful_forms: 金额存疑的表单张数
-- doubtful_budget: 这些表单的全年预算数，万元
-- below_appropriation: 执行率低于当年财政拨款多少，百分点；两个执行率各取两位小数再相减，同印出来的一致
-- last_adjusted_budget: 上年全年预算数，万元；没有上年的表单时为空，下同
-- last_execution_rate: 上年执行率，%
-- budget_change: 预算比上年增减，万元
-- budget_change_rate: 预算比上年增减的比率，%
-- execution_rate_change: 执行率比上年增减，百分点；两个执行率各取两位小数再相减
-- last_unexecuted: 上年未执行数，万元
-- doubtful_initial_budget: 其中存疑的年初预算数，万元：金额存疑的表单的年初预算数之和；没有这样的表单时为空
-- doubtful_executed: 其中存疑的全年执行数，万元：金额存疑的表单的全年执行数之和；没有这样的表单时为空

with scopes as (
  select * from core.scopes
),

execution as (
  select * from core.execution
),

summed as (
  select
    scopes.level,
    scopes.fiscal_year,
    scopes.department,
    scopes.implementing_unit,
    coalesce(scopes.department, '') || '/' || coalesce(scopes.implementing_unit, '') as scope_key,
    execution.source,
    count(execution.adjusted_budget) as forms,
    count(case when execution.funded then 1 end) as funded_forms,
    count(distinct case when execution.funded then execution.implementing_unit end) as funded_units,
    sum(execution.initial_budget) as initial_budget,
    sum(execution.adjusted_budget) as adjusted_budget,
    sum(execution.executed) as executed,
    sum(execution.unexecuted) as unexecuted,
    sum(execution.rated_budget) as rated_budget,
    sum(execution.rated_executed) as rated_executed,
    count(case when execution.initial_budget = 0 and execution.adjusted_budget <> 0 then 1 end) as added_forms,
    sum(case when execution.initial_budget = 0 then execution.adjusted_budget end) as added_budget,
    sum(case when execution.initial_budget = 0 then execution.unexecuted end) as added_unexecuted,
    count(case when execution.doubtful then 1 end) as doubtful_forms,
    sum(case when execution.doubtful then execution.adjusted_budget end) as doubtful_budget,
    sum(case when execution.doubtful then execution.initial_budget end) as doubtful_initial_budget,
    sum(case when execution.doubtful then execution.executed end) as doubtful_executed
  from scopes
  inner join execution on scopes.form_id = execution.form_id
  group by scopes.level, scopes.fiscal_year, scopes.department, scopes.implementing_unit, execution.source
),

beside as (
  select
    level,
    scope_key,
    fiscal_year,
    max(case when source = 'total' then adjusted_budget end) as total_budget,
    max(case when source = 'total' then unexecuted end) as total_unexecuted,
    max(case when source = 'current_year_appropriation' then percent(rated_executed, rated_budget) end)
      as appropriation_rate
  from summed
  group by level, scope_key, fiscal_year
),

compared as (
  select
    summed.*,
    percent(summed.rated_executed, summed.rated_budget) as execution_rate,
    percent(summed.adjusted_budget, beside.total_budget) as share_of_budget,
    percent(summed.unexecuted, beside.total_unexecuted) as share_of_unexecuted,
    percent(summed.added_budget, summed.adjusted_budget) as added_share,
    beside.appropriation_rate,
    last_year.adjusted_budget as last_adjusted_budget,
    last_year.unexecuted as last_unexecuted,
    percent(last_year.rated_executed, last_year.rated_budget) as last_execution_rate
  from summed
  inner join beside
    on summed.level = beside.level
    and summed.scope_key = beside.scope_key
    and summed.fiscal_year = beside.fiscal_year
  left join summed as last_year
    on summed.level = last_year.level
    and summed.scope_key = last_year.scope_key
    and summed.source = last_year.source
    and summed.fiscal_year = last_year.fiscal_year + 1
),

final as (
  select
    level,
    fiscal_year,
    department,
    implementing_unit,
    source,
    forms,
    funded_forms,
    funded_units,
    initial_budget,
    adjusted_budget,
    executed,
    unexecuted,
    execution_rate,
    share_of_budget,
    share_of_unexecuted,
    added_forms,
    added_budget,
    added_share,
    added_unexecuted,
    doubtful_forms,
    doubtful_budget,
    cast(appropriation_rate as decimal(38, 2)) - cast(execution_rate as decimal(38, 2)) as below_appropriation,
    last_adjusted_budget,
    last_execution_rate,
    adjusted_budget - last_adjusted_budget as budget_change,
    percent(adjusted_budget - last_adjusted_budget, last_adjusted_budget) as budget_change_rate,
    cast(execution_rate as decimal(38, 2)) - cast(last_execution_rate as decimal(38, 2)) as execution_rate_change,
    last_unexecuted,
    doubtful_initial_budget,
    doubtful_executed
  from compared
)

select * from final
