-- 一张表单的一个资金来源在预算执行表里只有一行
select
  form_id,
  source,
  count(*) as row_count
from mart.execution
group by form_id, source
having count(*) > 1
