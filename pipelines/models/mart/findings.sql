-- 勾稽检查和审核规则发现的问题，一个问题一行。
--
-- finding_id: 问题编号：规则、表单、所在行和栏目相连，几张表单合在一起的为规则、年度、对象和栏目；同一处的同一问题每次运行编号相同
-- rule: 规则编号，名称和出处见 mart.rules
-- severity: 轻重：error 表内自相矛盾，warning 值得一问，info 提示；所依据的格存疑时减一等
-- fiscal_year: 年度
-- form_id: 表单编号；问的不是一张表单时为空
-- implementing_unit: 实施单位；问整个年度时为空
-- project_name: 项目名称；不问一个项目时为空
-- field: 栏目名
-- reported: 原表所印
-- expected: 按规则应为
-- amount: 涉及金额，万元
-- message: 说明
-- line: 所在行号；问的不是一张表单时为空
-- seq: 资金来源或指标序号；整张表单为空字符串
-- measured: 量出的数
-- threshold: 量出的数以此为界
-- doubtful: 所依据的格是否有要请人看的
-- figures: 问题的数字代号：原表所印、应为、量出的数、界限和金额有一个变了，代号就变
-- decision: 对它的决定：accepted 理由成立，waived 免于追问，confirmed 情况属实；没有决定时为空
-- decision_state: 决定算不算数：in_force 有效，stale 数字已变，expired 已过期限
-- decision_reason: 决定的理由
-- decision_until: 决定有效到哪一天，含当天；空表示一直有效
-- decision_office: 作决定的处室
-- answer: 单位的答复：explained 已说明，corrected 已更正，open 还没有答复或答复以后数字已变
-- answer_text: 答复的内容；没有答复时为空
-- answered_by: 答复人
-- answer_note: 答复不能作数的原因，或称已更正而仍读出原数的说明

with findings as (
  select * from core.findings
),

decisions as (
  select * from core.decisions where state in ('in_force', 'stale', 'expired')
),

answers as (
  select * from core.answers where state in ('in_force', 'stale')
),

with_decisions as (
  select
    findings.finding_id,
    findings.rule,
    findings.severity,
    findings.fiscal_year,
    findings.form_id,
    findings.implementing_unit,
    findings.project_name,
    findings.field,
    findings.reported,
    findings.expected,
    findings.amount,
    findings.message,
    findings.line,
    findings.seq,
    findings.measured,
    findings.threshold,
    findings.doubtful,
    findings.figures,
    decisions.decision,
    decisions.state as decision_state,
    decisions.reason as decision_reason,
    decisions.until as decision_until,
    decisions.office as decision_office,
    case when answers.state = 'in_force' then answers.answer else 'open' end as answer,
    answers.text as answer_text,
    answers.answered_by,
    answers.note as answer_note
  from findings
  left join decisions on findings.finding_id = decisions.finding_id
  left join answers on findings.finding_id = answers.finding_id
)

select * from with_decisions
