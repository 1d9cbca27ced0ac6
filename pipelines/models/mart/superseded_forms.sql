-- 同一项目在两份文件里的，一张一行：不计入汇总的这一张、计入的另一张、为何取另一张，和两张的金额、总分。
--
-- form_id: 不计入的表单编号
-- kept_form_id: 计入的表单编号
-- reason: 为何取另一张：flags 要请人看的格少，sums 合计相符，indicators 指标多，later 读得一样好，取后读入或路径在后的
-- path: 不计入的在哪份文件
-- kept_path: 计入的在哪份文件
-- fiscal_year: 年度
-- implementing_unit: 实施单位
-- project_name: 项目名称
-- executed: 不计入的所印年度资金总额的全年执行数，万元
-- kept_executed: 计入的所印年度资金总额的全年执行数，万元
-- total_score: 不计入的总分，分
-- kept_total_score: 计入的总分，分

with superseded as (
  select * from staging.stg_superseded_forms
),

forms as (
  select * from core.all_forms
),

documents as (
  select * from staging.stg_documents
),

totals as (
  select * from staging.stg_funding where source = 'total'
),

final as (
  select
    superseded.form_id,
    superseded.kept_form_id,
    superseded.reason,
    documents.path,
    kept_documents.path as kept_path,
    kept.fiscal_year,
    kept.implementing_unit,
    kept.project_name,
    totals.executed,
    kept_totals.executed as kept_executed,
    forms.total_score,
    kept.total_score as kept_total_score
  from superseded
  inner join forms on superseded.form_id = forms.form_id
  inner join forms as kept on superseded.kept_form_id = kept.form_id
  inner join documents on forms.document_id = documents.document_id
  inner join documents as kept_documents on kept.document_id = kept_documents.document_id
  left join totals on superseded.form_id = totals.form_id
  left join totals as kept_totals on superseded.kept_form_id = kept_totals.form_id
)

select * from final
