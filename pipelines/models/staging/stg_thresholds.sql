-- 检查规则的界限，一条一行，写明出处。要改界限，改这里。
--
-- @table
-- name: 界限的名称，规则以此取用
-- threshold: 界限
-- unit: 界限的单位：%、分或年
-- source: 出处
-- meaning: 用来判断什么

select
  name,
  cast(threshold as decimal(12, 6)) as threshold,
  unit,
  source,
  meaning
from (
  values
    ('weights_total', 100, '分', '财预〔2020〕10号：单位自评满分为 100 分', '分值合计应为多少'),
    ('rating_excellent', 90, '分', '财预〔2020〕10号', '总分不低于它，评为优'),
    ('rating_good', 80, '分', '财预〔2020〕10号', '总分不低于它，评为良'),
    ('rating_fair', 60, '分', '财预〔2020〕10号', '总分不低于它，评为中'),
    ('low_execution_rate', 90, '%', '四川省项目支出绩效自评表填表说明：低于它须说明原因', '执行率偏低'),
    ('budget_change', 10, '%', '审核实践：县级细则以年中调整超过年初预算的它为扣分起点', '预算调整偏大'),
    ('over_attainment_shown', 120, '%', '审核实践', '完成程度高过它，予以提示'),
    ('over_attainment_asked', 130, '%', '审核实践：县级细则以完成值超过指标值的它为偏离过大', '完成程度高过它，问指标值是否偏低'),
    ('score_gap', 0.5, '分', '审核实践', '自评得分与按规则应得的分相差达到它，值得一问'),
    ('score_gap_of_weight', 5, '%', '审核实践', '自评得分与按规则应得的分相差达到分值的它，值得一问'),
    ('fiscal_year_first', 2000, '年', '本软件', '年度不早于它'),
    ('fiscal_year_last', 2100, '年', '本软件', '年度不晚于它'),
    ('satisfaction_full', 90, '%', '财预〔2021〕101号', '满意度不低于它，得满分'),
    ('satisfaction_good', 80, '%', '财预〔2021〕101号', '满意度不低于它，得分值的八成'),
    ('satisfaction_fair', 60, '%', '财预〔2021〕101号', '满意度不低于它，得分值的一半'),
    ('satisfaction_good_share', 80, '%', '财预〔2021〕101号', '满意度为良时得分值的多少'),
    ('satisfaction_fair_share', 50, '%', '财预〔2021〕101号', '满意度为中时得分值的多少')
) as thresholds (name, threshold, unit, source, meaning)
