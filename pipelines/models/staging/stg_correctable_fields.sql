-- 复核人可以更正的栏目，和每一栏能填什么。金额一律以万元计，不论原表以元还是万元计。
--
-- @table
-- record: 栏目所在：form 表头，funding 资金，indicator 指标
-- field: 栏目名，同数据包的列名
-- kind: 能填什么：text 文字，amount 金额，points 分数或百分数，year 年度，rating 评分等级，form_type 表单类型
-- required: 是否不可更正为空

select
  record,
  field,
  kind,
  kind = 'form_type' as required
from (
  values
    ('form', 'form_type', 'form_type'),
    ('form', 'fiscal_year', 'year'),
    ('form', 'project_name', 'text'),
    ('form', 'department', 'text'),
    ('form', 'implementing_unit', 'text'),
    ('form', 'expected_goal', 'text'),
    ('form', 'actual_outcome', 'text'),
    ('form', 'total_weight', 'points'),
    ('form', 'total_score', 'points'),
    ('form', 'rating', 'rating'),
    ('funding', 'initial_budget', 'amount'),
    ('funding', 'adjusted_budget', 'amount'),
    ('funding', 'received', 'amount'),
    ('funding', 'executed', 'amount'),
    ('funding', 'weight', 'points'),
    ('funding', 'reported_execution_rate', 'points'),
    ('funding', 'reported_score', 'points'),
    ('indicator', 'level1', 'text'),
    ('indicator', 'level2', 'text'),
    ('indicator', 'name', 'text'),
    ('indicator', 'target', 'text'),
    ('indicator', 'actual', 'text'),
    ('indicator', 'weight', 'points'),
    ('indicator', 'score', 'points'),
    ('indicator', 'deviation_reason', 'text')
) as fields (record, field, kind)
