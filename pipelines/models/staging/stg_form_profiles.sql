-- 每张表单所用的口径，由它自己所印的推得，一张一行：各类指标的分值、执行率的分母、资金来源的各行。
-- 分值口径取预算执行分值相同、成本指标有无也相同的几种里，各类分值相差合计最小的一种；没有这样的就作其他口径。
--
-- @table
-- form_id: 表单编号
-- profile: 分值口径的代号；没有相同的为空
-- execution_weight: 预算执行的分值，分
-- cost_weight: 成本指标的分值，分；有指标缺类别或分值时为空，以下各类同
-- output_weight: 产出指标的分值，分
-- benefit_weight: 效益指标的分值，分
-- satisfaction_weight: 满意度指标的分值，分
-- other_weight: 其他类别的分值，分
-- departing_group: 与口径相差最大的一类
-- departing_weight: 这一类所印的分值，分
-- profile_weight: 这一类按口径的分值，分
-- departure: 这一类相差多少，分；0 为各类都与口径相同，没有口径时为空
-- denominator: 所印执行率的分母：adjusted 全年预算数，initial 年初预算数；两种都说得通或都说不通时为空
-- sources: 所印的资金来源，依次以顿号相连
-- doubtful: 各指标的类别、分值里是否有要请人看的

with forms as (
  select * from staging.stg_printed_forms
),

indicators as (
  select * from staging.stg_indicators
),

funding as (
  select * from staging.stg_funding
),

rates as (
  select * from staging.stg_printed_rates
),

profiles as (
  select * from staging.stg_profiles
),

doubtful as (
  select distinct form_id
  from staging.stg_cell_flags
  where asks_person
    and field in ('level1', 'weight', 'row')
),

group_sums as (
  select
    form_id,
    count(*) = count(level1) and count(*) = count(weight) as complete,
    coalesce(sum(weight) filter (level1 like '%成本%'), 0) as cost_weight,
    coalesce(sum(weight) filter (level1 like '%产出%'), 0) as output_weight,
    coalesce(sum(weight) filter (level1 like '%效益%'), 0) as benefit_weight,
    coalesce(sum(weight) filter (level1 like '%满意%'), 0) as satisfaction_weight,
    -- Some forms print the points of execution among the indicators.
    sum(weight) filter (level1 like '%执行%') as execution_weight,
    coalesce(sum(weight), 0) as indicator_weight
  from indicators
  group by form_id
),

shapes as (
  select
    group_sums.form_id,
    coalesce(group_sums.execution_weight, funding.weight) as execution_weight,
    group_sums.cost_weight,
    group_sums.output_weight,
    group_sums.benefit_weight,
    group_sums.satisfaction_weight,
    group_sums.indicator_weight - group_sums.cost_weight - group_sums.output_weight - group_sums.benefit_weight
      - group_sums.satisfaction_weight - coalesce(group_sums.execution_weight, 0) as other_weight
  from group_sums
  left join funding on group_sums.form_id = funding.form_id and funding.source = 'total'
  where group_sums.complete
),

departures as (
  select
    shapes.form_id,
    profiles.profile,
    profiles.position,
    unnest([
      {'part': '成本指标', 'printed': shapes.cost_weight, 'due': profiles.cost_weight},
      {'part': '产出指标', 'printed': shapes.output_weight, 'due': profiles.output_weight},
      {'part': '效益指标', 'printed': shapes.benefit_weight, 'due': profiles.benefit_weight},
      {'part': '满意度指标', 'printed': shapes.satisfaction_weight, 'due': profiles.satisfaction_weight}
    ], recursive := true)
  from shapes
  inner join profiles
    on shapes.execution_weight = profiles.execution_weight
    and (shapes.cost_weight > 0) = (profiles.cost_weight > 0)
),

ranked as (
  select
    *,
    -- Of several that differ as much the first by name, so that a finding says the same at each run.
    row_number() over (partition by form_id, profile order by abs(printed - due) desc, part) as rank
  from departures
),

by_profile as (
  select
    form_id,
    profile,
    position,
    sum(abs(printed - due)) as total_departure,
    max(abs(printed - due)) as departure,
    max(case when rank = 1 then part end) as departing_group,
    max(case when rank = 1 then printed end) as departing_weight,
    max(case when rank = 1 then due end) as profile_weight
  from ranked
  group by form_id, profile, position
),

nearest as (
  select *
  from by_profile
  qualify row_number() over (partition by form_id order by total_departure, position) = 1
),

denominators as (
  select
    form_id,
    bool_or(fits_adjusted and not fits_initial) as only_adjusted,
    bool_or(fits_initial and not fits_adjusted) as only_initial
  from rates
  group by form_id
),

printed_sources as (
  select
    form_id,
    string_agg(source_name, '、' order by position) as sources
  from funding
  group by form_id
),

recognised as (
  select
    forms.form_id,
    nearest.profile,
    coalesce(shapes.execution_weight, funding.weight) as execution_weight,
    shapes.cost_weight,
    shapes.output_weight,
    shapes.benefit_weight,
    shapes.satisfaction_weight,
    shapes.other_weight,
    nearest.departing_group,
    nearest.departing_weight,
    nearest.profile_weight,
    nearest.departure,
    case
      when denominators.only_adjusted and not denominators.only_initial then 'adjusted'
      when denominators.only_initial and not denominators.only_adjusted then 'initial'
    end as denominator,
    printed_sources.sources,
    doubtful.form_id is not null as doubtful
  from forms
  left join shapes on forms.form_id = shapes.form_id
  left join nearest on forms.form_id = nearest.form_id
  left join funding on forms.form_id = funding.form_id and funding.source = 'total'
  left join denominators on forms.form_id = denominators.form_id
  left join printed_sources on forms.form_id = printed_sources.form_id
  left join doubtful on forms.form_id = doubtful.form_id
)

select * from recognised
