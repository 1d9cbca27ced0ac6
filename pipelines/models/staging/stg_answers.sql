-- answers.csv 里单位的每一条答复，一行一条，由运行程序交来，并写明能否使用。
--
-- @table
-- line: 在 answers.csv 里的行号
-- finding_id: 问题编号
-- answer: 答复：explained 已说明，corrected 已更正
-- text: 答复的内容
-- answered_by: 答复人
-- figures: 答复时问题的数字代号；空表示没有记下
-- problem: 不能使用的原因；空表示能用

with lines as (
  select
    unnest(
      from_json(
        getvariable('answers'),
        '[{"line": "INTEGER", "finding_id": "VARCHAR", "answer": "VARCHAR", "text": "VARCHAR", "answered_by": "VARCHAR",
           "figures": "VARCHAR"}]'
      ),
      recursive := true
    )
),

numbered as (
  select
    *,
    max(line) over (partition by finding_id) as last_line
  from lines
),

judged as (
  select
    line,
    finding_id,
    answer,
    text,
    answered_by,
    nullif(figures, '') as figures,
    case
      when finding_id = '' then '缺少 finding_id（问题编号）'
      when answer not in ('explained', 'corrected')
        then '答复“' || answer || '”看不懂，请填 explained（已说明）或 corrected（已更正）'
      when answer = 'explained' and text = '' then '缺少 text（说明的内容）'
      when line < last_line then '第 ' || last_line || ' 行对同一个问题另有答复，以后面的为准'
    end as problem
  from numbered
)

select * from judged
