-- 一张表单的金额比本单位一般的表单大几千倍，多半是把元当作万元（正好差一万倍）。与本单位各年各张表单居中的一张相比；
-- 金额取年初预算数、全年预算数、全年执行数里最大的。大到任何单位都不合情理的另有一条规则（F14），这里不重复。
--
-- about: 问的是谁：实施单位、项目、指标或整个年度，同一年里不重
-- fiscal_year: 年度
-- implementing_unit: 实施单位；问整个年度时为空
-- project_name: 项目名称；不问一个项目时为空
-- form_id: 表单编号；问的不是一张表单时为空
-- seq: 资金来源或指标序号；整张表单为空字符串
-- field: 栏目名
-- severity: 轻重：warning 值得一问，info 提示
-- reported: 原表所印
-- expected: 按规则应为
-- measured: 量出的数
-- threshold: 量出的数以此为界
-- amount: 涉及金额，万元
-- message: 说明
-- line: 所在行号；问的不是一张表单时为空
-- doubtful: 所依据的格是否有要请人看的

with forms as (
  select * from staging.stg_forms where form_type = 'project' and implementing_unit is not null
),

amounts as (
  select * from staging.stg_funding_amounts where source = 'total' and amount > 0
),

limits as (
  select
    max(case when name = 'amount_times' then threshold end) as times,
    max(case when name = 'unit_forms' then threshold end) as least,
    max(case when name = 'largest_amount' then threshold end) as largest
  from staging.stg_thresholds
),

doubtful as (
  select distinct form_id, field
  from staging.stg_cell_flags
  where asks_person
    and record = 'funding'
    and seq = 'total'
),

largest_first as (
  select
    amounts.*,
    row_number() over (partition by form_id order by amount desc, field) as place
  from amounts
),

ranked as (
  select
    forms.fiscal_year,
    forms.implementing_unit,
    forms.project_name,
    largest_first.form_id,
    largest_first.field,
    largest_first.field_name,
    largest_first.amount,
    largest_first.line,
    row_number() over (
      partition by forms.implementing_unit order by largest_first.amount, largest_first.form_id
    ) as place,
    count(*) over (partition by forms.implementing_unit) as unit_forms
  from largest_first
  inner join forms on largest_first.form_id = forms.form_id
  where largest_first.place = 1
),

-- Of two in the middle the smaller: of two forms alone, nobody can say which of them is like the unit's others.
middle as (
  select
    implementing_unit,
    max(amount) as amount
  from ranked
  where 2 * place <= unit_forms + 1
  group by implementing_unit
),

findings as (
  select
    ranked.form_id as about,
    ranked.fiscal_year,
    ranked.implementing_unit,
    ranked.project_name,
    ranked.form_id,
    'total' as seq,
    ranked.field,
    'warning' as severity,
    cast(cast(ranked.amount as decimal(38, 2)) as varchar) as reported,
    cast(null as varchar) as expected,
    percent(ranked.amount, 100 * middle.amount) as measured,
    cast(limits.times as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    '年度资金总额的' || ranked.field_name || '为 ' || amount_text(ranked.amount)
      || ' 万元，是本单位 ' || cast(ranked.unit_forms as varchar) || ' 张表单居中一张（'
      || amount_text(middle.amount) || ' 万元）的 '
      || cast(cast(percent(ranked.amount, 100 * middle.amount) as decimal(38, 0)) as varchar) || ' 倍，超过 '
      || cast(cast(limits.times as decimal(38, 0)) as varchar)
      || ' 倍，多半是把元填成了万元；各项合计会因此失真，请核对原件。' as message,
    ranked.line,
    doubtful.form_id is not null as doubtful
  from ranked
  inner join middle on ranked.implementing_unit = middle.implementing_unit
  cross join limits
  left join doubtful on ranked.form_id = doubtful.form_id and ranked.field = doubtful.field
  where ranked.unit_forms > limits.least
    and ranked.amount > limits.times * middle.amount
    and ranked.amount <= 10000 * limits.largest
)

select * from findings
