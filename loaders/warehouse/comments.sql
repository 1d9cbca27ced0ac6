-- What the raw tables and their columns hold, for the people who open the warehouse with any tool.
COMMENT ON TABLE raw.documents IS '已读取的文件，每个文件一行';
COMMENT ON COLUMN raw.documents.document_id IS '文件编号：SHA-256 的前 12 位';
COMMENT ON COLUMN raw.documents.path IS '文件在 sources 文件夹中的路径，以 / 分隔';
COMMENT ON COLUMN raw.documents.sha256 IS '文件内容的 SHA-256，十六进制 64 位';
COMMENT ON COLUMN raw.documents.bytes IS '文件大小，字节';
COMMENT ON COLUMN raw.documents.format IS '文件格式：text、csv、xlsx、xls、ods、docx、html 或 pdf';
COMMENT ON COLUMN raw.documents.encoding IS '文字编码，例如 utf-8、gb18030；自带编码的格式为空';
COMMENT ON COLUMN raw.documents.forms IS '文件中读到的自评表张数';
COMMENT ON COLUMN raw.documents.lines IS '文件行数；工作簿为各工作表的行数之和';
COMMENT ON COLUMN raw.documents.reader_version IS '读取程序的版本；版本改变后会重新读取';
COMMENT ON COLUMN raw.documents.ingested_at IS '读取时间（UTC）';

COMMENT ON TABLE raw.source_lines IS '文件原文，逐行；表格一行为一行，各栏之间为制表符';
COMMENT ON COLUMN raw.source_lines.document_id IS '文件编号';
COMMENT ON COLUMN raw.source_lines.line IS '行号，从 1 起；工作簿为工作表的行号';
COMMENT ON COLUMN raw.source_lines.text IS '该行原文，不含换行符';
COMMENT ON COLUMN raw.source_lines.sheet IS '在工作簿的第几张工作表，从 1 起；其他文件为 1';
COMMENT ON COLUMN raw.source_lines.place IS '该行在文件中的位置：工作表、页或表格；文本文件为空';

COMMENT ON TABLE raw.forms IS '项目支出绩效自评表，每张表一行';
COMMENT ON COLUMN raw.forms.form_id IS '表单编号：文件编号加两位序号，例如 0123456789ab-05';
COMMENT ON COLUMN raw.forms.document_id IS '所在文件的编号';
COMMENT ON COLUMN raw.forms.ordinal IS '在文件中是第几张表，从 1 起';
COMMENT ON COLUMN raw.forms.first_line IS '表单首行的行号';
COMMENT ON COLUMN raw.forms.last_line IS '表单末行的行号';
COMMENT ON COLUMN raw.forms.form_type IS '表单类型：project 项目支出，transfer 转移支付，overall 部门整体支出';
COMMENT ON COLUMN raw.forms.fiscal_year IS '年度';
COMMENT ON COLUMN raw.forms.project_name IS '项目名称';
COMMENT ON COLUMN raw.forms.department IS '主管部门，不含“（汇总）”字样';
COMMENT ON COLUMN raw.forms.implementing_unit IS '实施单位';
COMMENT ON COLUMN raw.forms.amount_unit IS '表上金额的单位（元、万元、亿元）；库中金额一律换算为万元';
COMMENT ON COLUMN raw.forms.expected_goal IS '年度总体目标：预期目标';
COMMENT ON COLUMN raw.forms.actual_outcome IS '年度总体目标：实际完成情况';
COMMENT ON COLUMN raw.forms.total_weight IS '表上的分值合计，分';
COMMENT ON COLUMN raw.forms.total_score IS '表上的总分，分';
COMMENT ON COLUMN raw.forms.rating IS '评分等级：优、良、中、差';
COMMENT ON COLUMN raw.forms.weights_sum_ok IS '各指标分值与预算执行分值之和是否等于表上的分值合计；无法判断时为空';
COMMENT ON COLUMN raw.forms.scores_sum_ok IS '各指标得分与预算执行得分之和是否等于总分；无法判断时为空';
COMMENT ON COLUMN raw.forms.fiscal_year_line IS '年度所在行号';
COMMENT ON COLUMN raw.forms.project_name_line IS '项目名称所在行号';
COMMENT ON COLUMN raw.forms.department_line IS '主管部门所在行号';
COMMENT ON COLUMN raw.forms.implementing_unit_line IS '实施单位所在行号';
COMMENT ON COLUMN raw.forms.expected_goal_line IS '预期目标所在行号';
COMMENT ON COLUMN raw.forms.actual_outcome_line IS '实际完成情况所在行号';
COMMENT ON COLUMN raw.forms.total_score_line IS '总分所在行号';
COMMENT ON COLUMN raw.forms.rating_line IS '评分等级所在行号';
COMMENT ON COLUMN raw.forms.sheet IS '在工作簿的第几张工作表，从 1 起；其他文件为 1';

COMMENT ON TABLE raw.funding IS '项目资金，每张表的每种资金来源一行；金额单位万元';
COMMENT ON COLUMN raw.funding.form_id IS '表单编号';
COMMENT ON COLUMN raw.funding.position IS '在表中的次序，从 1 起';
COMMENT ON COLUMN raw.funding.source IS
  '资金来源：total 年度资金总额，current_year_appropriation 当年财政拨款，carry_over 上年结转资金，other_funds 其他资金；其余为表上原名';
COMMENT ON COLUMN raw.funding.label IS '表上的资金来源名称';
COMMENT ON COLUMN raw.funding.initial_budget IS '年初预算数，万元';
COMMENT ON COLUMN raw.funding.adjusted_budget IS '全年预算数（A），万元';
COMMENT ON COLUMN raw.funding.executed IS '全年执行数（B），万元';
COMMENT ON COLUMN raw.funding.weight IS '预算执行的分值，分';
COMMENT ON COLUMN raw.funding.reported_execution_rate IS '表上填报的执行率，%';
COMMENT ON COLUMN raw.funding.reported_score IS '表上填报的预算执行得分，分';
COMMENT ON COLUMN raw.funding.line IS '所在行号';
COMMENT ON COLUMN raw.funding.received IS '到位数，万元；表上没有这一列的为空';

COMMENT ON TABLE raw.indicators IS '绩效指标，每项三级指标一行';
COMMENT ON COLUMN raw.indicators.form_id IS '表单编号';
COMMENT ON COLUMN raw.indicators.seq IS '指标在表中的序号，从 1 起';
COMMENT ON COLUMN raw.indicators.level1 IS '一级指标';
COMMENT ON COLUMN raw.indicators.level2 IS '二级指标';
COMMENT ON COLUMN raw.indicators.name IS '三级指标名称';
COMMENT ON COLUMN raw.indicators.target IS '年度指标值';
COMMENT ON COLUMN raw.indicators.actual IS '实际完成值';
COMMENT ON COLUMN raw.indicators.weight IS '分值，分';
COMMENT ON COLUMN raw.indicators.score IS '得分，分';
COMMENT ON COLUMN raw.indicators.deviation_reason IS '偏差原因分析及改进措施';
COMMENT ON COLUMN raw.indicators.line IS '所在首行的行号';
COMMENT ON COLUMN raw.indicators.last_line IS '所在末行的行号';

COMMENT ON TABLE raw.cell_flags IS '需要留意的值：每个值的每种情形一行；没有标记的值与原文一致';
COMMENT ON COLUMN raw.cell_flags.form_id IS '表单编号';
COMMENT ON COLUMN raw.cell_flags.record IS '所属部分：form 表头，funding 项目资金，indicator 指标';
COMMENT ON COLUMN raw.cell_flags.seq IS '指标序号或资金来源；表头为空串';
COMMENT ON COLUMN raw.cell_flags.field IS '列名';
COMMENT ON COLUMN raw.cell_flags.status IS
  '情形：repaired 已修复且有依据，uncertain 无法证实，truncated 文字残缺，missing 原文没有，ghost 读到后舍去';
COMMENT ON COLUMN raw.cell_flags.as_read IS '读到的单元格原文，单元格之间以 ⇥ 分隔';
COMMENT ON COLUMN raw.cell_flags.value IS '采用的值';
COMMENT ON COLUMN raw.cell_flags.reason IS '标记的理由';
COMMENT ON COLUMN raw.cell_flags.line IS '所在行号';

COMMENT ON TABLE raw.workspace IS '所读的工作区，一行';
COMMENT ON COLUMN raw.workspace.synthetic IS '是否合成数据：由 jixiao demo 编造，不是真实的表单';

COMMENT ON TABLE raw.corrections IS '审核人的更正（corrections.csv），叠加在读到的值之上，不改动读到的值';
COMMENT ON COLUMN raw.corrections.form_id IS '表单编号';
COMMENT ON COLUMN raw.corrections.record IS '所属部分：form、funding、indicator';
COMMENT ON COLUMN raw.corrections.seq IS '指标序号或资金来源；表头为空串';
COMMENT ON COLUMN raw.corrections.field IS '更正的列名';
COMMENT ON COLUMN raw.corrections.value IS '更正后的值；空表示应为无';
COMMENT ON COLUMN raw.corrections.reason IS '更正的理由';
COMMENT ON COLUMN raw.corrections.reviewer IS '更正人';
COMMENT ON COLUMN raw.corrections.line IS '在 corrections.csv 中的行号';

COMMENT ON TABLE raw.rejected IS '没有读入的文件及原因';
COMMENT ON COLUMN raw.rejected.path IS '文件在 sources 文件夹中的路径';
COMMENT ON COLUMN raw.rejected.sha256 IS '文件内容的 SHA-256；打不开时为空';
COMMENT ON COLUMN raw.rejected.bytes IS '文件大小，字节；打不开时为空';
COMMENT ON COLUMN raw.rejected.code IS
  '原因代码：empty 空文件，binary 不是文本，unknown_format 格式不支持，no_form 没有自评表，unreadable 打不开或读取出错，interrupted 读取时中断，duplicate 与另一文件相同，mixed 合成数据与真实数据混放';
COMMENT ON COLUMN raw.rejected.reason IS '没有读入的原因';
COMMENT ON COLUMN raw.rejected.advice IS '处理建议';
COMMENT ON COLUMN raw.rejected.reader_version IS '读取程序的版本';
COMMENT ON COLUMN raw.rejected.rejected_at IS '判定时间（UTC）';

COMMENT ON TABLE raw.known_problems IS '上一份结果里的问题和它们的来去，从原有数据仓库带来';
COMMENT ON COLUMN raw.known_problems.problem IS '问题的代号：规则、年度、单位、项目和指标相同即为同一个问题，文件换了也不变';
COMMENT ON COLUMN raw.known_problems.finding_id IS '问题编号；已经没有的为最后一次的编号';
COMMENT ON COLUMN raw.known_problems.rule IS '规则编号';
COMMENT ON COLUMN raw.known_problems.fiscal_year IS '年度';
COMMENT ON COLUMN raw.known_problems.department IS '主管部门';
COMMENT ON COLUMN raw.known_problems.implementing_unit IS '实施单位';
COMMENT ON COLUMN raw.known_problems.project_name IS '项目名称';
COMMENT ON COLUMN raw.known_problems.form_id IS '表单编号';
COMMENT ON COLUMN raw.known_problems.line IS '所在行号';
COMMENT ON COLUMN raw.known_problems.state IS '当时的情形，见 mart.finding_history 的 state';
COMMENT ON COLUMN raw.known_problems.since_at IS '从哪一份结果起一直有（UTC）';
COMMENT ON COLUMN raw.known_problems.last_seen_at IS '最后一次有它的是哪一份结果（UTC）';

COMMENT ON TABLE raw.known_projects IS '上一份结果所读的项目，从原有数据仓库带来';
COMMENT ON COLUMN raw.known_projects.fiscal_year IS '年度';
COMMENT ON COLUMN raw.known_projects.department IS '主管部门';
COMMENT ON COLUMN raw.known_projects.implementing_unit IS '实施单位';
COMMENT ON COLUMN raw.known_projects.project_name IS '项目名称';

COMMENT ON TABLE raw.known_results IS '上一份结果，一行，从原有数据仓库带来；没有时为空';
COMMENT ON COLUMN raw.known_results.results_at IS '那份结果的时间（UTC）';
COMMENT ON COLUMN raw.known_results.base_at IS '那份结果与之比较的再前一份的时间（UTC）';
COMMENT ON COLUMN raw.known_results.rules IS '那时的规则和界限的代号';
COMMENT ON COLUMN raw.known_results.rules_changed IS '那份结果与再前一份之间规则或界限是否改过';

COMMENT ON TABLE raw.known_rules IS '上一份结果所用的规则，一条一行，从原有数据仓库带来';
COMMENT ON COLUMN raw.known_rules.rule IS '规则编号';
COMMENT ON COLUMN raw.known_rules.code IS '那时的代号：规则所据的写法、函数、界限或口径有一处改动，代号就变';

COMMENT ON TABLE raw.known_documents IS '上一份结果所读的文件，一份一行，从原有数据仓库带来';
COMMENT ON COLUMN raw.known_documents.document_id IS '文件编号';
COMMENT ON COLUMN raw.known_documents.reading IS '那时的读法代号：读取程序的版本或更正有一处改动，代号就变';
