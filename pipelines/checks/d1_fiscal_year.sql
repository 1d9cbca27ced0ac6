-- 年度是四位的、说得通的年份：多一位少一位的年度会使同一项目各年的表单连不起来。没有印年度的不查。
--
-- form_id: 表单编号
-- seq: 资金来源或指标序号；整张表单为空字符串
-- field: 栏目名
-- severity: 轻重：error 表内自相矛盾，warning 值得一问，info 提示
-- reported: 原表所印
-- expected: 按规则应为
-- measured: 量出的数
-- threshold: 量出的数以此为界
-- amount: 涉及金额，万元
-- message: 说明
-- line: 所在行号
-- doubtful: 所依据的格是否有要请人看的

with forms as (
  select * from staging.stg_printed_forms
),

limits as (
  select
    max(case when name = 'fiscal_year_first' then threshold end) as first_year,
    max(case when name = 'fiscal_year_last' then threshold end) as last_year
  from staging.stg_thresholds
),

doubtful as (
  select distinct form_id
  from staging.stg_cell_flags
  where asks_person
    and record = 'form'
    and field = 'fiscal_year'
),

findings as (
  select
    forms.form_id,
    '' as seq,
    'fiscal_year' as field,
    'error' as severity,
    cast(forms.fiscal_year as varchar) as reported,
    cast(null as varchar) as expected,
    cast(forms.fiscal_year as decimal(38, 6)) as measured,
    cast(
      case when forms.fiscal_year < limits.first_year then limits.first_year else limits.last_year end
      as decimal(38, 6)
    ) as threshold,
    cast(null as decimal(38, 6)) as amount,
    '年度印作 ' || forms.fiscal_year || '，不在 ' || cast(limits.first_year as integer) || ' 至 '
      || cast(limits.last_year as integer) || ' 年之间，请核对年度。' as message,
    forms.fiscal_year_line as line,
    doubtful.form_id is not null as doubtful
  from forms
  cross join limits
  left join doubtful on forms.form_id = doubtful.form_id
  where forms.fiscal_year not between limits.first_year and limits.last_year
)

select * from findings
