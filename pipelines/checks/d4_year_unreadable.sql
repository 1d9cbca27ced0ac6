-- 印了年度而读不出是哪一年（多一位、少一位）：没有年度的表单不计入任何一年。没有印年度的不查。
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

-- What was printed is in the flag.
flags as (
  select
    form_id,
    min(as_read) as as_read
  from staging.stg_cell_flags
  where record = 'form'
    and field = 'fiscal_year'
  group by form_id
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
    flags.as_read as reported,
    cast(null as varchar) as expected,
    cast(0 as decimal(38, 6)) as measured,
    cast(1 as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    '年度' || coalesce('印作“' || flags.as_read || '”，', '') || '读不出是哪一年，这张表没有计入任何一年，请在 corrections.csv 里更正年度。'
      as message,
    forms.fiscal_year_line as line,
    doubtful.form_id is not null as doubtful
  from forms
  left join flags on forms.form_id = flags.form_id
  left join doubtful on forms.form_id = doubtful.form_id
  where forms.fiscal_year is null
    and (forms.fiscal_year_line is not null or flags.as_read <> '')
)

select * from findings
