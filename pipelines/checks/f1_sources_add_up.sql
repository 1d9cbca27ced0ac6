-- 资金来源相加等于年度资金总额，三栏各查一次。所印的数各有取整，相差不超过各数末位一半之和的不算。
-- 部门整体支出的表单把同一笔钱按收入和支出各列一次，不查。空着的来源作零。
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
  select * from staging.stg_printed_forms where form_type <> 'overall'
),

funding_amounts as (
  select * from staging.stg_funding_amounts
),

printed_places as (
  select * from staging.stg_printed_places
),

doubtful as (
  select distinct form_id, field
  from staging.stg_cell_flags
  where record = 'funding'
    and asks_person
),

sums as (
  select
    form_id,
    field,
    max(field_name) as field_name,
    max(case when source = 'total' then amount end) as total,
    sum(case when source <> 'total' then amount end) as parts,
    count(case when source <> 'total' then amount end) as parts_stated,
    max(case when source = 'total' then line end) as line
  from funding_amounts
  group by form_id, field
),

compared as (
  select
    sums.*,
    abs(sums.total - sums.parts) as difference,
    printed_places.amount_half * (sums.parts_stated + 1) as tolerance
  from sums
  inner join forms on sums.form_id = forms.form_id
  inner join printed_places on sums.form_id = printed_places.form_id
),

findings as (
  select
    compared.form_id,
    'total' as seq,
    compared.field,
    'error' as severity,
    plain_decimal(compared.total) as reported,
    plain_decimal(compared.parts) as expected,
    cast(compared.difference as decimal(38, 6)) as measured,
    cast(compared.tolerance as decimal(38, 6)) as threshold,
    cast(compared.difference as decimal(38, 6)) as amount,
    '年度资金总额的' || compared.field_name || '印作 ' || amount_text(compared.total)
      || ' 万元，各来源相加为 ' || amount_text(compared.parts) || ' 万元，相差 ' || amount_text(compared.difference)
      || ' 万元，超出取整所容许的 ' || amount_text(compared.tolerance) || ' 万元，请核对哪一个数有误。' as message,
    compared.line,
    doubtful.form_id is not null as doubtful
  from compared
  left join doubtful on compared.form_id = doubtful.form_id and compared.field = doubtful.field
  where compared.difference > compared.tolerance
)

select * from findings
