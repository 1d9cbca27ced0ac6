-- 一类指标的分值与口径相差很大：口径由表单所印的推得，见 stg_form_profiles。略有出入的很多，另由 S11A 按年合起来说。
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

with form_profiles as (
  select * from staging.stg_form_profiles
),

profiles as (
  select * from staging.stg_profiles
),

forms as (
  select * from staging.stg_printed_forms where form_type = 'project'
),

limits as (
  select
    max(case when name = 'profile_departure' then threshold end) as departure
  from staging.stg_thresholds
),

findings as (
  select
    form_profiles.form_id,
    '' as seq,
    'level1' as field,
    'info' as severity,
    plain_decimal(form_profiles.departing_weight) as reported,
    plain_decimal(form_profiles.profile_weight) as expected,
    cast(form_profiles.departure as decimal(38, 6)) as measured,
    cast(limits.departure as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    form_profiles.departing_group || '共 ' || plain_decimal(form_profiles.departing_weight) || ' 分，按' || profiles.source
      || '的口径为 ' || plain_decimal(form_profiles.profile_weight) || ' 分，相差超过 '
      || plain_decimal(limits.departure) || ' 分，这样的总分与别的项目不可比，请问为何这样分配。' as message,
    forms.first_line as line,
    form_profiles.doubtful
  from form_profiles
  inner join forms on form_profiles.form_id = forms.form_id
  inner join profiles on form_profiles.profile = profiles.profile
  cross join limits
  where form_profiles.departure > limits.departure
)

select * from findings
