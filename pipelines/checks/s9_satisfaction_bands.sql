-- 满意度按 90% 得满分、80% 得八成、60% 得一半、以下不得分的办法应得的分，与自评得分不同。
-- 这个办法是中央部门的取值指引，地方可以另定，只作提示。
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

with judged as (
  select * from staging.stg_judged_indicators
),

limits as (
  select
    max(case when name = 'satisfaction_full' then threshold end) as excellent,
    max(case when name = 'satisfaction_good' then threshold end) as good,
    max(case when name = 'satisfaction_fair' then threshold end) as fair,
    max(case when name = 'satisfaction_good_share' then threshold end) as good_share,
    max(case when name = 'satisfaction_fair_share' then threshold end) as fair_share
  from staging.stg_thresholds
),

banded as (
  select
    judged.*,
    cast(
      cast(judged.weight as decimal(24, 6)) * case
        when judged.actual_value >= limits.excellent then 100
        when judged.actual_value >= limits.good then limits.good_share
        when judged.actual_value >= limits.fair then limits.fair_share
        else 0
      end / 100 as decimal(38, 6)
    ) as band_score
  from judged
  cross join limits
  where (judged.level1 like '%满意度%' or judged.level2 like '%满意度%')
    and judged.unit in ('%', '百分比')
    and judged.actual_value is not null
),

findings as (
  select
    banded.form_id,
    cast(banded.seq as varchar) as seq,
    'score' as field,
    'info' as severity,
    plain_decimal(banded.score) as reported,
    plain_decimal(banded.band_score) as expected,
    cast(banded.score as decimal(38, 6)) as measured,
    banded.band_score as threshold,
    cast(null as decimal(38, 6)) as amount,
    banded.what || '为 ' || banded.actual || '，分值 ' || plain_decimal(banded.weight) || ' 分，按满意度分档应得 '
      || plain_decimal(banded.band_score) || ' 分，自评 ' || plain_decimal(banded.score)
      || ' 分，请问采用什么评分办法。' as message,
    banded.line,
    banded.doubtful
  from banded
  where abs(banded.score - banded.band_score) > cast(banded.score_place / 2 as decimal(12, 6))
)

select * from findings
