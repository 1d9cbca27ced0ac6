-- 按来源的类别汇总的金额，与各张表单相加的相同：每种来源归到一类，也只归到一类

with forms as (
  select fiscal_year, form_type, sum(adjusted_budget) as adjusted_budget, sum(executed) as executed
  from mart.execution
  group by fiscal_year, form_type
),

groups as (
  select fiscal_year, form_type, sum(adjusted_budget) as adjusted_budget, sum(executed) as executed
  from mart.group_execution
  group by fiscal_year, form_type
),

differences as (
  select
    coalesce(forms.fiscal_year, groups.fiscal_year) as fiscal_year,
    coalesce(forms.form_type, groups.form_type) as form_type,
    forms.executed as executed_of_forms,
    groups.executed as executed_of_groups
  from forms
  full outer join groups
    on forms.fiscal_year is not distinct from groups.fiscal_year
    and forms.form_type = groups.form_type
  where forms.adjusted_budget is distinct from groups.adjusted_budget
    or forms.executed is distinct from groups.executed
)

select * from differences
