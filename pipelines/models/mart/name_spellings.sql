-- 单位、部门和项目的各种写法，一种一行，和它归到的名称、归到一起的理由。归错了的，用 corrections.csv 更正表单上的名称。
--
-- @view
-- kind: 什么的名称：unit 实施单位，department 主管部门，project 项目
-- printed: 所印的写法
-- name: 归到的名称
-- reason: 与归到的名称有何不同：same 相同，consolidated 带“汇总”，code 带编码，writing 括号、空格或全角半角不同，lost_character 漏了一个字
-- forms: 这种写法的表单张数

with spellings as (
  select * from staging.stg_names
)

select * from spellings
