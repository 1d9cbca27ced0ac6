-- 不能读取的来源文件，一份一行，写明原因和该怎么办。
--
-- path: 文件在 sources 文件夹里的路径
-- code: 原因的代号
-- reason: 不能读取的原因
-- advice: 该怎么办

with rejected as (
  select * from raw.rejected
),

final as (
  select
    path,
    code,
    reason,
    advice
  from rejected
)

select * from final
