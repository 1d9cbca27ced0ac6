-- 同一项目在两份文件里，两张的全年预算数、全年执行数或总分不同：只计入了一张，哪一张作数要问人。
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
  select * from staging.stg_named_forms
),

superseded as (
  select * from staging.stg_superseded_forms
),

documents as (
  select * from staging.stg_documents
),

totals as (
  select * from staging.stg_funding where source = 'total'
),

doubtful as (
  select distinct form_id
  from staging.stg_cell_flags
  where asks_person
    and ((record = 'funding' and seq = 'total') or field = 'total_score')
),

pairs as (
  select
    kept.form_id,
    superseded.form_id as other_id,
    kept.fiscal_year,
    kept.implementing_unit,
    kept.project_name,
    kept.total_score,
    forms.total_score as other_score,
    kept_totals.adjusted_budget,
    totals.adjusted_budget as other_budget,
    kept_totals.executed,
    totals.executed as other_executed,
    kept_totals.line,
    documents.path as other_path
  from superseded
  inner join forms on superseded.form_id = forms.form_id
  inner join forms as kept on superseded.kept_form_id = kept.form_id
  inner join documents on forms.document_id = documents.document_id
  left join totals on superseded.form_id = totals.form_id
  left join totals as kept_totals on superseded.kept_form_id = kept_totals.form_id
),

findings as (
  select
    pairs.form_id || ' ' || pairs.other_id as about,
    pairs.fiscal_year,
    pairs.implementing_unit,
    pairs.project_name,
    pairs.form_id,
    'total' as seq,
    'executed' as field,
    'warning' as severity,
    cast(cast(pairs.executed as decimal(38, 2)) as varchar) as reported,
    cast(cast(pairs.other_executed as decimal(38, 2)) as varchar) as expected,
    cast(abs(pairs.executed - pairs.other_executed) as decimal(38, 6)) as measured,
    cast(0 as decimal(38, 6)) as threshold,
    cast(abs(pairs.executed - pairs.other_executed) as decimal(38, 6)) as amount,
    '同一项目在 ' || pairs.other_path || ' 里另有一张表，没有计入；全年预算数 '
      || coalesce(cast(cast(pairs.adjusted_budget as decimal(38, 2)) as varchar), '（空）') || ' 和 '
      || coalesce(amount_text(pairs.other_budget), '（空）') || ' 万元，全年执行数 '
      || coalesce(cast(cast(pairs.executed as decimal(38, 2)) as varchar), '（空）') || ' 和 '
      || coalesce(amount_text(pairs.other_executed), '（空）') || ' 万元，总分 '
      || coalesce(cast(cast(pairs.total_score as decimal(38, 2)) as varchar), '（空）') || ' 和 '
      || coalesce(cast(cast(pairs.other_score as decimal(38, 2)) as varchar), '（空）')
      || ' 分，两张不同，请问以哪一张为准，不作数的请移出 sources。' as message,
    pairs.line,
    doubtful.form_id is not null or doubtful_other.form_id is not null as doubtful
  from pairs
  left join doubtful on pairs.form_id = doubtful.form_id
  left join doubtful as doubtful_other on pairs.other_id = doubtful_other.form_id
  where pairs.adjusted_budget is distinct from pairs.other_budget
    or pairs.executed is distinct from pairs.other_executed
    or pairs.total_score is distinct from pairs.other_score
)

select * from findings
