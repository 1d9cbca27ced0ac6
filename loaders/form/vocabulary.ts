/**
 * The fixed words of the form, in one place.
 *
 * Sources: 财预〔2020〕10号 (shape of the form, weights, bands), 财预〔2021〕101号 (cost indicators), and the synonyms that
 * offices print for the same heading. Words that one document happens to contain do not belong here.
 */

/** Headings of the header's three values. */
export const HEADER_LABELS = {
  projectName: [
    "项目名称",
    "项目支出名称",
    "支出项目名称",
    "转移支付名称",
    "转移支付(项目)名称",
    "转移支付（项目）名称",
    "项目(专项)名称",
    "项目（专项）名称",
    "项目(政策)名称",
    "项目（政策）名称",
    "项目(资金)名称",
    "项目（资金）名称",
    "专项资金名称",
    "专项名称",
  ],
  department: [
    "主管部门",
    "主管单位",
    "项目主管部门",
    "主管部门及代码",
    "主管部门(单位)",
    "主管部门（单位）",
    "地方主管部门",
    "省级主管部门",
    "市级主管部门",
    "县级主管部门",
  ],
  implementingUnit: [
    "实施单位",
    "项目实施单位",
    "具体实施单位",
    "实施单位及代码",
    "实施单位(盖章)",
    "实施单位（盖章）",
    "项目单位",
    "资金使用单位",
    "承担单位",
    "预算单位名称",
    "部门(单位)名称",
    "部门（单位）名称",
    "部门名称",
    "单位名称",
  ],
} as const;

/** What the form of a whole department (部门整体支出) begins with, in place of a project. */
export const WHOLE_UNIT_LABELS = ["预算单位名称", "部门单位名称", "部门名称", "单位名称"] as const;
/** In the title of such a form. */
export const WHOLE_UNIT_TITLE = /整体支出/;

/** Other words of the head: a value ends where one of them stands. */
export const OTHER_HEADER_LABELS = [
  "中央主管部门",
  "财政归口科室",
  "归口科室",
  "业务科室",
  "部门联系人",
  "单位联系人",
  "自评总分",
  "自评得分",
  "自评等级",
  "评价等级",
  "项目负责人及电话",
  "项目负责人",
  "负责人及电话",
  "联系电话",
  "联系人",
  "项目类型",
  "项目类别",
  "项目属性",
  "项目编码",
  "项目编号",
  "项目代码",
  "项目性质",
  "项目期限",
  "项目周期",
  "项目起止时间",
  "起止时间",
  "实施周期",
  "实施期限",
  "资金性质",
  "填报单位",
  "填报人",
  "填报日期",
  "项目基本情况",
] as const;

/** Headings of the funding columns. */
export const FUNDING_COLUMN_LABELS = {
  initialBudget: ["年初预算数", "年初预算"],
  adjustedBudget: ["全年预算数", "调整预算数", "调整后预算数", "调整后预算", "全年预算", "预算数"],
  /** Only some forms print what had come in; 到位率 beside it is another column. */
  received: ["资金到位数", "实际到位数", "到位数", "到位资金"],
  executed: ["全年执行数", "预算执行数", "全年执行", "执行数", "决算数", "实际支出数"],
  weight: ["分数", "分值", "权重"],
  executionRate: ["执行率"],
  score: ["自评得分", "得分"],
} as const;
export type FundingField = keyof typeof FUNDING_COLUMN_LABELS;

/** The same headings where every cell of the heading is whole: nothing but these words, and all ways to put them. */
export const FUNDING_HEADINGS: Readonly<Record<FundingField, RegExp>> = {
  initialBudget: /^年初(?:批复|批准|安排|下达)?预算(?:安排|批复)?(?:数|金额)?$/,
  adjustedBudget: /^(?:全年|调整后?(?:的|全年)?|年度|当年)?(?:预算|调整)(?:安排)?(?:数|金额)?$/,
  received: /^(?:全年|实际|资金)*到位(?:数|资金|金额)$/,
  executed: /^(?:全年|当年|实际|预算|累计|年度)*(?:执行|支出|决算)(?:数|金额|资金)?$/,
  weight: /^(?:预算)?(?:执行率)?(?:分值|分数|权重|满分|标准分值?)$/,
  executionRate: /^(?:预算|资金|全年|预算资金)*执行(?:率|进度)$|^完成率$/,
  score: /^(?:自评|实际|预算|执行率)*(?:得分|评分)$/,
};

/** Headings of a summary with one project a row; in the order in which a cell is asked. */
export const SUMMARY_COLUMN_LABELS = {
  projectName: ["项目名称"],
  department: ["主管部门", "主管单位"],
  implementingUnit: ["实施单位", "项目单位", "预算单位", "单位名称", "填报单位"],
  executionRate: ["执行率"],
  initialBudget: ["年初预算"],
  adjustedBudget: ["全年预算", "调整预算", "调整后预算", "预算数", "预算金额"],
  executed: ["全年执行", "执行数", "执行金额", "支出数"],
  score: ["自评得分", "自评分", "得分", "总分"],
  rating: ["评分等级", "自评等级", "等级"],
} as const;

/** Rows of money; the first that a row's label contains is its source. */
export const SOURCE_LABELS = [
  ["total", ["年度资金总额", "资金总额", "总额"]],
  ["current_year_appropriation", ["当年财政拨款", "本年财政拨款", "财政拨款"]],
  ["carry_over", ["上年结转资金", "上年结转"]],
  ["other_funds", ["其他资金"]],
] as const;

/** Headings over the two columns of 年度总体目标, and the label at their left. */
export const GOAL_LABELS = {
  expected: ["预期目标", "年初设定目标", "设定目标", "项目年度目标"],
  actual: ["实际完成情况", "全年实际完成情况", "目标完成情况", "年度总体目标完成情况综述"],
  section: "年度总体目标",
} as const;

/** Headings of the indicator columns. */
export const INDICATOR_COLUMN_LABELS = {
  level1: ["一级指标"],
  level2: ["二级指标"],
  name: ["三级指标", "指标名称"],
  /** Some forms print the sign and the unit of a target in columns of their own. */
  sign: ["指标性质", "指标方向", "计算符号"],
  unit: ["度量单位", "计量单位"],
  target: ["年度指标值", "指标值", "目标值"],
  actual: ["实际完成值", "完成值", "实际值"],
  weight: ["分值", "权重"],
  score: ["得分"],
  reason: [
    "偏差原因",
    "未完成原因",
    "改进措施",
    "原因分析",
    "偏差原因分析及改进措施",
    "未完成原因分析和改进措施",
    "未完成原因分析及改进措施",
    "未完成原因及拟采取的改进措施",
    "未完成原因和改进措施",
  ],
} as const;

/** The same headings where every cell of the heading is whole: nothing but these words, and all ways to put them. */
export const GRID_COLUMN_LABELS = {
  level1: /^一级(?:指标|目标)(?:名称)?$/,
  level2: /^二级(?:指标|目标)(?:名称)?$/,
  name: /^(?:三级指标(?:名称)?|指标名称|指标内容|绩效指标名称)$/,
  sign: /^(?:指标性质|指标方向|指标符号|计算符号|运算符号?|符号)$/,
  unit: /^(?:度量|计量|指标)?单位$/,
  target: /^(?:年度|年初|全年|当年|预期|计划|绩效|设定)*(?:指标值|目标值|预期值|计划值|目标)(?:设定)?$/,
  /** In force where it is filled in; the one set at the start of the year elsewhere. */
  adjustedTarget: /^(?:年中|年度)?调整后?的?(?:年度)?(?:指标值|目标值)$/,
  actual: /^(?:年度|全年|当年|实际)*(?:完成值|实际值|实现值|完成指标值|完成情况|实现情况|完成)$/,
  weight: /^(?:指标)?(?:分值|权重|满分|标准分值?|分数|权重分值)$/,
  score: /^(?:单位|实际|自评|自我|指标)*(?:得分|评分|自评分)$/,
  reason: /原因|改进措施|^备注$|^说明$/,
} as const;

/** Heading of the column that numbers the rows of a table. */
export const ORDINAL_LABELS = ["序号"] as const;

export const TOTAL_LABEL = "总分";
export const RATING_LABEL = "评分等级";

/** What else the total, the rating and the remarks under the table are called. */
export const TOTAL_LABELS = [TOTAL_LABEL, "合计", "总计"] as const;
export const RATING_LABELS = [RATING_LABEL, "评价等级", "自评等级", "等级"] as const;
export const REMARK_LABELS = [
  "其他需要说明",
  "评价结论",
  "存在问题",
  "改进措施",
  "备注",
  "说明",
  "填报人",
  "填表人",
] as const;

/** Titles of the tables, printed at their left or above. */
export const FUNDING_TITLES = ["项目资金", "资金情况", "预算执行情况", "资金来源", "年度预算申请"] as const;
export const INDICATOR_TITLES = ["绩效指标", "绩效指标完成情况"] as const;

/** The sign of a target, where it has a column of its own. */
export const TARGET_SIGN = /^(?:[=≥≤><﹦═≧≦]|>=|<=|定性|等于|大于|小于|大于等于|小于等于)$/;
/** Units of measure, where they have a column of their own. */
export const UNIT_OF_MEASURE =
  /^(?:%|百分比|[万亿]?元|[万]?[个项人次户台套辆件份篇条批期场天日月年季米亩吨公里公顷间处座所家名只头株]+|平方米|立方米|公里|千米|人次|人天|人数|元\/.*|.*\/.*)$/;
export const FORM_TITLE = "项目支出绩效自评表";

/** A second-level group and the first-level one it stands under, in the order in which forms print them. */
export interface LevelGroup {
  level1: string;
  level2: string;
  /** Words in an indicator's name or target that speak for this group. */
  speaks: RegExp;
  /** Words in a name that indicators of no other group use. */
  names?: RegExp;
}

/**
 * The groups of the form in printed order. Before 2021 成本指标 stood last under 产出指标, since 财预〔2021〕101号 first, on
 * its own.
 */
export const LEVEL_GROUPS: readonly LevelGroup[] = [
  { level1: "成本指标", level2: "经济成本指标", speaks: /成本|费用|预算|节约|超支|标准/ },
  { level1: "成本指标", level2: "社会成本指标", speaks: /社会成本/ },
  { level1: "成本指标", level2: "生态环境成本指标", speaks: /环境成本|生态成本/ },
  {
    level1: "产出指标",
    level2: "数量指标",
    speaks: /数$|数量|次数|人次|人数|户数|份数|期数|场数|场次|批次|完成率|覆盖率|面积/,
  },
  {
    level1: "产出指标",
    level2: "质量指标",
    speaks: /质量|准确|正确|差错|规范|达标|合格|验收|完好|优良|多样|丰富|契合|合规|相关性|通过率/,
  },
  {
    level1: "产出指标",
    level2: "时效指标",
    speaks: /及时|时效|按时|准时|时限|时间|进度/,
    names: /及时|按时|准时|时限/,
  },
  { level1: "产出指标", level2: "成本指标", speaks: /成本|费用|预算/ },
  { level1: "效益指标", level2: "经济效益指标", speaks: /经济|增收|收入|产值|税收/ },
  {
    level1: "效益指标",
    level2: "社会效益指标",
    speaks: /提升|保障|知晓|吸引|参与|增强|氛围|社会|稳定|就业|受益|影响力/,
  },
  { level1: "效益指标", level2: "生态效益指标", speaks: /生态|环境|绿化|节能|减排/ },
  { level1: "效益指标", level2: "可持续影响指标", speaks: /机制|长效|持续|可持续/, names: /机制|长效/ },
  { level1: "满意度指标", level2: "服务对象满意度指标", speaks: /满意|满.?度|意度/, names: /满意度/ },
];

/** What stands under 实际完成值 for a target in words. */
export const VERDICTS = [
  "达成指标",
  "部分达成指标",
  "部分达成指标且效果较好",
  "部分达成指标并具有一定效果",
  "未达成指标",
  "未达成指标且效果较差",
  "达成预期指标",
  "部分达成预期指标并具有一定效果",
  "未达成预期指标且效果较差",
  "达成年度指标",
  "部分达成年度指标并具有一定效果",
  "未达成年度指标且效果较差",
] as const;

/** What the form grants where execution has its points: 财预〔2020〕10号, article on self-evaluation. */
export const STANDARD_EXECUTION_WEIGHT = 10;
/** Points of the whole form. */
export const FULL_SCORE = 100;

/** Lower bound of each rating, in points: 财预〔2020〕10号. */
export const RATING_BANDS = [
  ["优", 90],
  ["良", 80],
  ["中", 60],
  ["差", 0],
] as const;

/**
 * What projects of running costs are called in departmental budgets: the recurring classes of 项目支出. A damaged name
 * that fits exactly one of them is mended by it.
 */
export const COMMON_PROJECT_NAMES = [
  "会议费",
  "培训费",
  "培训经费",
  "宣传经费",
  "活动经费",
  "课题经费",
  "专项经费",
  "工作经费",
  "办公经费",
  "维修经费",
  "信息化经费",
  "其他专项工作经费",
] as const;

/** How names of indicators end. A name that ends otherwise, cut by a column line, is likely to have lost its end. */
export const INDICATOR_NAME_ENDING =
  /(数|数量|率|度|性|情况|效果|程度|水平|能力|力|次|量|额|比例|比率|质量|机制|环境|成果|结果|标准|控制|成本|费用|时间|完成|就业|氛围|机会|单位|补贴|感|体|面积|里程|时限|规模)(\d|\))?$/;
