-- decisions.csv 里的每一条决定，一行一条，由运行程序交来，并写明能否使用。
--
-- @table
-- line: 在 decisions.csv 里的行号
-- finding_id: 问题编号
-- decision: 决定：accepted 理由成立，waived 免于追问，confirmed 情况属实
-- reason: 决定的理由
-- until: 有效到哪一天，含当天；空表示一直有效
-- office: 作决定的处室
-- figures: 作决定时问题的数字代号；空表示没有记下
-- problem: 不能使用的原因；空表示能用

with lines as (
  select
    unnest(
      from_json(
        getvariable('decisions'),
        '[{"line": "INTEGER", "finding_id": "VARCHAR", "decision": "VARCHAR", "reason": "VARCHAR", "until": "VARCHAR",
           "office": "VARCHAR", "figures": "VARCHAR"}]'
      ),
      recursive := true
    )
),

numbered as (
  select
    *,
    min(line) over (partition by finding_id) as first_line
  from lines
),

judged as (
  select
    line,
    finding_id,
    decision,
    reason,
    try_cast(nullif(until, '') as date) as until,
    office,
    nullif(figures, '') as figures,
    case
      when finding_id = '' then '缺少 finding_id（问题编号），可用 jixiao check 查到'
      when decision not in ('accepted', 'waived', 'confirmed')
        then '决定“' || decision || '”看不懂，请填 accepted（理由成立）、waived（免于追问）或 confirmed（情况属实）'
      when reason = '' then '缺少 reason（决定的理由）'
      when office = '' then '缺少 office（作决定的处室）'
      when until <> '' and (not regexp_full_match(until, '\d{4}-\d{2}-\d{2}') or try_cast(until as date) is null)
        then '“' || until || '”不是日期，until 请写成 2026-12-31 的样子，一直有效的请留空'
      when line > first_line then '与第 ' || first_line || ' 行决定的是同一个问题，请只留一行'
    end as problem
  from numbered
)

select * from judged
