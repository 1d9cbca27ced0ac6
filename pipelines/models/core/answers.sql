-- 单位对问题的答复，answers.csv 一行一条，和它现在算不算数。
--
-- line: 在 answers.csv 里的行号
-- finding_id: 问题编号
-- answer: 答复：explained 已说明，corrected 已更正
-- text: 答复的内容
-- answered_by: 答复人
-- figures: 答复时问题的数字代号；空表示没有记下，数字变了也看不出
-- state: 算不算数：in_force 有效，stale 答复以后数字已变，no_finding 这次没有这个问题，unusable 写得不对
-- note: 不算数的原因和该怎么办；有效时为空，称已更正而仍读出原数的写明

with answers as (
  select * from staging.stg_answers
),

findings as (
  select * from core.findings
),

judged as (
  select
    answers.*,
    case
      when answers.problem is not null then 'unusable'
      when findings.finding_id is null then 'no_finding'
      when answers.figures <> findings.figures then 'stale'
      else 'in_force'
    end as state
  from answers
  left join findings on answers.finding_id = findings.finding_id
),

explained as (
  select
    line,
    finding_id,
    answer,
    text,
    answered_by,
    figures,
    state,
    case
      when state = 'unusable' then problem
      when state = 'no_finding' and answer = 'corrected' then '已经没有这个问题，更正已见于新的文件'
      when state = 'no_finding' then '这次没有这个问题：可能已经改正，或编号有误'
      when state = 'stale' then '答复以后数字变了，请重新答复'
      when answer = 'corrected' then '单位称已更正，现有文件里仍是原来的数，请收取更正后的表'
    end as note
  from judged
)

select * from explained
