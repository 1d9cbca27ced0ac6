-- 相像而没有归到一起的名称，一对一行，请人定夺是不是同一个；是的，用 corrections.csv 更正表单上的名称。
--
-- @view
-- kind: 什么的名称：unit 实施单位，department 主管部门，project 项目
-- within: 在谁之下：单位为主管部门，项目为实施单位；主管部门为空字符串
-- name: 用得多的名称
-- similar_name: 与它相像的名称
-- distance: 相差几个字
-- forms: 前者的表单张数
-- similar_forms: 后者的表单张数

with similar_names as (
  select * from staging.stg_similar_names
)

select * from similar_names
