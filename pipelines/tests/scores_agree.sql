-- 项目支出的指标个数、分值和得分，按表单、实施单位、主管部门、项目、年度各级和一级、二级指标分别相加，结果相同

with indicators as (
  select
    fiscal_year,
    count(*) as indicators,
    sum(scored_weight) as weight,
    sum(scored) as score,
    sum(rule_gap) as rule_gap
  from core.indicator_results
  where form_type = 'project'
  group by fiscal_year
),

levels as (
  select
    level,
    depth,
    fiscal_year,
    sum(indicators) as indicators,
    sum(weight) as weight,
    sum(score) as score,
    sum(rule_gap) as rule_gap
  from core.score_levels
  group by level, depth, fiscal_year
),

disagreements as (
  select
    levels.level,
    levels.depth,
    indicators.fiscal_year,
    indicators.score as score_of_indicators,
    levels.score
  from indicators
  inner join levels on indicators.fiscal_year is not distinct from levels.fiscal_year
  where indicators.indicators <> levels.indicators
    or indicators.weight is distinct from levels.weight
    or indicators.score is distinct from levels.score
    or indicators.rule_gap is distinct from levels.rule_gap
)

select * from disagreements
