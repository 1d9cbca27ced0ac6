-- 复核人的每一条更正，以及能否用上：所指的格不存在，或所填的内容不合这一栏，就用不上，写明原因，不作静默处理。
--
-- @table
-- form_id: 表单编号
-- record: 所在：form 表头，funding 资金，indicator 指标
-- seq: 指标序号或资金来源；表头为空字符串
-- field: 栏目名
-- value: 更正为；空表示这一格本来是空的
-- reason: 更正的理由
-- reviewer: 复核人
-- line: 在 corrections.csv 里的行号
-- as_read: 读到的内容
-- cell_line: 这一格在来源文件里的行号
-- problem: 用不上的原因；空表示用上了
-- advice: 用不上时该怎么改

with corrections as (
  select * from raw.corrections
),

located as (
  select
    corrections.*,
    fields.kind,
    fields.required,
    cells.as_read,
    cells.line as cell_line,
    forms.form_id is not null as form_exists,
    cells.form_id is not null as cell_exists
  from corrections
  left join staging.stg_correctable_fields as fields
    on corrections.record = fields.record and corrections.field = fields.field
  left join raw.forms as forms
    on corrections.form_id = forms.form_id
  left join staging.stg_correctable_cells as cells
    on corrections.form_id = cells.form_id
    and corrections.record = cells.record
    and corrections.seq = cells.seq
    and corrections.field = cells.field
),

judged as (
  select
    *,
    case
      when not form_exists then 'no_form'
      when kind is null then 'no_field'
      when not cell_exists then 'no_row'
      when value is null and required then 'empty'
      when kind = 'amount' and not regexp_full_match(value, '[+-]?\d{1,18}(\.\d{1,6})?') then 'not_a_number'
      when kind = 'points' and not regexp_full_match(value, '[+-]?\d{1,6}(\.\d{1,6})?') then 'not_a_number'
      when kind = 'year' and not regexp_full_match(value, '(19|20)\d{2}') then 'not_a_year'
      when kind = 'rating' and value not in ('优', '良', '中', '差') then 'not_a_rating'
      when kind = 'form_type' and value not in ('project', 'transfer', 'overall') then 'not_a_form_type'
    end as verdict
  from located
),

explained as (
  select
    form_id,
    record,
    seq,
    field,
    value,
    reason,
    reviewer,
    line,
    as_read,
    cell_line,
    case verdict
      when 'no_form' then '没有编号为“' || form_id || '”的表单'
      when 'no_field' then '没有可以更正的栏目“' || record || '.' || field || '”'
      when 'no_row' then '这张表单没有“' || seq || '”这一行'
      when 'empty' then '这一栏不能为空'
      when 'not_a_number' then '“' || value || '”不是能用的数'
      when 'not_a_year' then '“' || value || '”不是年度'
      when 'not_a_rating' then '“' || value || '”不是评分等级'
      when 'not_a_form_type' then '“' || value || '”不是表单类型'
    end as problem,
    case verdict
      when 'no_form' then '来源文件换过以后表单编号会变，请在表单页上查到新的编号'
      when 'no_field' then '请按数据包的列名填写 record 和 field，例如 funding 和 executed'
      when 'no_row' then 'seq 应填指标序号或资金来源（如 total），表头的栏目应留空'
      when 'empty' then '请填 project、transfer 或 overall'
      when 'not_a_number' then '请只用半角数字和小数点，至多六位小数，不要千分位和单位，金额以万元计'
      when 'not_a_year' then '请填四位数字，例如 2024'
      when 'not_a_rating' then '请填优、良、中或差'
      when 'not_a_form_type' then '请填 project、transfer 或 overall'
    end as advice
  from judged
)

select * from explained
