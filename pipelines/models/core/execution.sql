-- 预算执行，一张表单的一个资金来源一行，含各种类型的表单。金额以万元计。
-- 部门整体支出和转移支付的表单与项目支出会重复计算，不可相加。
--
-- form_id: 表单编号
-- source: 资金来源；total 为年度资金总额，不在四种之内的为原表所印名称
-- fiscal_year: 年度
-- department: 主管部门
-- implementing_unit: 实施单位
-- project_name: 项目名称
-- form_type: 表单类型：project 项目支出，transfer 转移支付，overall 部门整体支出
-- initial_budget: 年初预算数，万元
-- adjusted_budget: 全年预算数，万元
-- executed: 全年执行数，万元
-- unexecuted: 未执行数，万元：全年预算数减全年执行数；缺其一时为空
-- rated_budget: 参与计算执行率的全年预算数，万元；缺全年执行数时为空
-- rated_executed: 参与计算执行率的全年执行数，万元；缺全年预算数时为空
-- line: 所在行号
-- doubtful: 三项金额是否存疑：有要请人看的，或有规则说它不可信（为负、大得不合情理，见规则 F11、F14、F14A）而没有决定为理由成立
-- funded: 这一来源是否有资金：三项金额不全为 0 或空

with forms as (
  select * from core.forms
),

funding as (
  select * from staging.stg_funding
),

flags as (
  select * from core.cell_flags
),

accepted as (
  select finding_id
  from core.decisions
  where state = 'in_force' and decision = 'accepted'
),

-- What a rule calls impossible stands in every sum as it was printed, and is told as doubtful: nothing is dropped in silence.
impossible_amounts as (
  select
    findings.rule,
    findings.form_id,
    findings.seq
  from core.findings as findings
  left join accepted on findings.finding_id = accepted.finding_id
  where findings.rule in ('F11', 'F14', 'F14A')
    and accepted.finding_id is null
),

-- The total holds what its sources hold; a form in the wrong unit is wrong in every row.
impossible_rows as (
  select distinct
    funding.form_id,
    funding.source
  from funding
  inner join impossible_amounts on funding.form_id = impossible_amounts.form_id
  where funding.source = impossible_amounts.seq
    or funding.source = 'total'
    or impossible_amounts.rule = 'F14A'
),

doubtful_rows as (
  select
    form_id,
    seq as source
  from flags
  where record = 'funding'
    and asks_person
    and field not in ('weight', 'reported_execution_rate', 'reported_score')
  union
  select form_id, source from impossible_rows
),

measured as (
  select
    funding.form_id,
    funding.source,
    forms.fiscal_year,
    forms.department,
    forms.implementing_unit,
    forms.project_name,
    forms.form_type,
    funding.initial_budget,
    funding.adjusted_budget,
    funding.executed,
    funding.adjusted_budget - funding.executed as unexecuted,
    case when funding.executed is not null then funding.adjusted_budget end as rated_budget,
    case when funding.adjusted_budget is not null then funding.executed end as rated_executed,
    funding.line,
    doubtful_rows.form_id is not null as doubtful,
    coalesce(funding.initial_budget, 0) <> 0
      or coalesce(funding.adjusted_budget, 0) <> 0
      or coalesce(funding.executed, 0) <> 0 as funded
  from funding
  inner join forms on funding.form_id = forms.form_id
  left join doubtful_rows on funding.form_id = doubtful_rows.form_id and funding.source = doubtful_rows.source
)

select * from measured
