-- 每个问题都说得出话：说明不空，以句号收尾

select finding_id, message
from mart.findings
where message is null
  or message not like '%。'
