/**
 * What the indicators of a project are, by the kind of project: names with `{thing}` and `{people}`, each with the shape
 * of its target.
 *
 * A shape is written as the form would print it, with the range of its number: `≥次 24-300`, `=台 3-40`, `≤天 5-30`,
 * `≥% 85-97`, `=100%`, a word or several to choose from (`及时|按时`), `@date` for a day by which, `@each` for a frequency.
 */
export const KINDS = [
  "upkeep",
  "purchase",
  "repair",
  "service",
  "activity",
  "training",
  "subsidy",
  "it",
  "survey",
  "research",
  "running",
  "staff",
] as const;
export type Kind = (typeof KINDS)[number];

/** A name and the shape of its target. */
export type IndicatorIdea = readonly [name: string, shape: string];

/** The groups of a kind's own. Cost, time, lasting effect and satisfaction are alike in all kinds and stand below. */
export interface KindIdeas {
  /** The first can always be exceeded a little: its number is large. */
  quantity: readonly IndicatorIdea[];
  quality: readonly IndicatorIdea[];
  social: readonly IndicatorIdea[];
}

export const KIND_IDEAS: Record<Kind, KindIdeas> = {
  upkeep: {
    quantity: [
      ["{thing}日常巡查次数", "≥次 120-720"],
      ["{thing}养护点位数量", "=处 12-180"],
      ["{thing}养护面积", "≥平方米 3000-90000"],
      ["{thing}集中整治次数", "@each"],
      ["{thing}养护人员到岗人数", "=人 6-60"],
    ],
    quality: [
      ["{thing}养护质量达标率", "≥% 90-98"],
      ["{thing}设施完好率", "≥% 92-98"],
      ["{thing}养护作业规范性", "规范|符合规程"],
      ["{thing}月度考核合格率", "=100%"],
    ],
    social: [
      ["{thing}安全运行保障水平", "有效保障|持续提升"],
      ["{thing}群众投诉件数", "≤件 10-60"],
      ["{thing}整体面貌改善程度", "明显改善"],
    ],
  },
  purchase: {
    quantity: [
      ["{thing}采购数量", "≥件 40-900"],
      ["{thing}配备点位数量", "=个 5-60"],
      ["{thing}采购批次", "=批 2-8"],
      ["{thing}操作培训人次", "≥人次 30-400"],
    ],
    quality: [
      ["{thing}验收合格率", "=100%"],
      ["{thing}政府采购程序合规性", "合规|规范"],
      ["{thing}技术参数符合度", "≥% 95-99"],
    ],
    social: [
      ["{thing}投入使用率", "≥% 90-98"],
      ["{thing}对业务能力的提升程度", "有效提升|明显增强"],
      ["{thing}使用年限", "≥年 5-10"],
    ],
  },
  repair: {
    quantity: [
      ["{thing}维修改造面积", "≥平方米 400-9000"],
      ["{thing}维修改造处数", "=处 2-36"],
      ["{thing}更换部件数量", "≥件 30-600"],
      ["{thing}现场监理次数", "≥次 24-96"],
    ],
    quality: [
      ["{thing}工程验收合格率", "=100%"],
      ["{thing}施工安全事故起数", "=起 0-0"],
      ["{thing}返修率", "≤% 3-8"],
      ["{thing}施工资料完整性", "完整|齐全"],
    ],
    social: [
      ["{thing}安全隐患消除情况", "全部消除|基本消除"],
      ["{thing}使用功能改善程度", "明显改善|有效改善"],
      ["受益人数", "≥人 300-9000"],
    ],
  },
  service: {
    quantity: [
      ["{thing}服务次数", "≥次 200-5000"],
      ["{thing}覆盖点位数量", "=个 8-90"],
      ["{thing}服务人员配备数", "=人 5-80"],
      ["{thing}服务报告份数", "=份 4-12"],
      ["{thing}例会召开次数", "@each"],
    ],
    quality: [
      ["{thing}服务考核得分", "≥分 85-95"],
      ["{thing}服务差错率", "≤% 1-4"],
      ["{thing}服务合同履约率", "=100%"],
      ["{thing}服务标准执行情况", "符合标准|严格执行"],
    ],
    social: [
      ["{thing}问题处置率", "≥% 92-99"],
      ["{thing}群众知晓程度", "明显提高|有所提高"],
      ["{thing}有责投诉件数", "≤件 5-30"],
    ],
  },
  activity: {
    quantity: [
      ["{thing}参与人次", "≥人次 500-20000"],
      ["{thing}举办场次", "≥场 20-90"],
      ["{thing}资料发放份数", "≥份 1000-30000"],
      ["{thing}媒体报道篇数", "≥篇 20-80"],
      ["{thing}进社区数量", "=个 6-40"],
    ],
    quality: [
      ["{thing}活动内容契合度", "契合|高度契合"],
      ["{thing}活动计划完成率", "=100%"],
      ["{thing}活动形式多样性", "多样|丰富"],
      ["{thing}安全保障方案备案率", "=100%"],
    ],
    social: [
      ["{thing}公众知晓率", "≥% 80-95"],
      ["{thing}社会氛围营造情况", "氛围浓厚|明显增强"],
      ["{thing}线上传播阅读量", "≥次 5000-90000"],
    ],
  },
  training: {
    quantity: [
      ["{thing}参训人次", "≥人次 120-3000"],
      ["{thing}举办班次", "=期 2-18"],
      ["{thing}人均培训学时", "≥学时 24-80"],
      ["{thing}授课师资人数", "=人 4-30"],
    ],
    quality: [
      ["{thing}结业考核通过率", "≥% 92-98"],
      ["{thing}出勤率", "≥% 90-97"],
      ["{thing}课程设置合理性", "合理|科学合理"],
      ["{thing}教学评估优良率", "≥% 88-96"],
    ],
    social: [
      ["{thing}对履职能力的提升效果", "有效提升|明显提升"],
      ["{thing}成果运用比例", "≥% 70-90"],
      ["{thing}持证上岗人数", "≥人 40-500"],
    ],
  },
  subsidy: {
    quantity: [
      ["{thing}发放人次", "≥人次 300-9000"],
      ["{thing}惠及户数", "≥户 100-3000"],
      ["{thing}审核批次", "=批 4-12"],
      ["{thing}政策宣讲场次", "≥场 20-60"],
    ],
    quality: [
      ["{thing}发放准确率", "=100%"],
      ["{thing}对象认定准确率", "≥% 97-99"],
      ["{thing}公示程序规范性", "规范"],
      ["{thing}应补尽补情况", "应补尽补"],
    ],
    social: [
      ["{thing}对象生活改善程度", "有所改善|明显改善"],
      ["{thing}政策知晓率", "≥% 85-96"],
      ["{thing}信访件数", "≤件 3-20"],
    ],
  },
  it: {
    quantity: [
      ["{thing}注册用户数", "≥个 400-20000"],
      ["{thing}功能模块数量", "=个 4-30"],
      ["{thing}巡检次数", "≥次 48-365"],
      ["{thing}数据接口数量", "=个 3-24"],
    ],
    quality: [
      ["{thing}可用率", "≥% 97-99"],
      ["{thing}等级保护测评情况", "通过测评|达到二级"],
      ["{thing}数据备份成功率", "=100%"],
      ["{thing}严重故障次数", "≤次 2-6"],
    ],
    social: [
      ["{thing}业务办理效率提升程度", "明显提升|有效提升"],
      ["{thing}线上办理比例", "≥% 70-92"],
      ["{thing}月均访问量", "≥次 2000-60000"],
    ],
  },
  survey: {
    quantity: [
      ["{thing}样品批次", "≥批次 60-1500"],
      ["{thing}布点数量", "=个 10-160"],
      ["{thing}出具报告份数", "≥份 40-600"],
      ["{thing}现场核查次数", "@each"],
    ],
    quality: [
      ["{thing}报告准确率", "≥% 96-99"],
      ["{thing}检测机构资质符合情况", "符合要求"],
      ["{thing}数据有效率", "≥% 94-99"],
      ["{thing}质控样品比例", "≥% 10-15"],
    ],
    social: [
      ["{thing}不合格问题处置率", "=100%"],
      ["{thing}风险预警作用", "有效发挥|作用明显"],
      ["{thing}结果公开率", "≥% 95-99"],
    ],
  },
  research: {
    quantity: [
      ["{thing}收集资料条数", "≥条 200-4000"],
      ["{thing}形成成果篇数", "=篇 2-9"],
      ["{thing}专家论证次数", "=次 2-6"],
      ["{thing}实地调研次数", "≥次 20-60"],
    ],
    quality: [
      ["{thing}成果评审通过率", "=100%"],
      ["{thing}成果内容规范性", "规范|符合要求"],
      ["{thing}文献引用准确率", "≥% 96-99"],
    ],
    social: [
      ["{thing}成果采纳条数", "≥条 20-60"],
      ["{thing}对决策的支撑作用", "有效支撑|作用明显"],
      ["{thing}成果转化应用情况", "已应用|部分应用"],
    ],
  },
  running: {
    quantity: [
      ["{thing}接待服务人次", "≥人次 800-30000"],
      ["{thing}开放天数", "≥天 240-350"],
      ["{thing}专项检查次数", "@each"],
      ["{thing}工作简报期数", "=期 6-24"],
    ],
    quality: [
      ["{thing}工作任务完成率", "=100%"],
      ["{thing}经费使用合规性", "合规|符合规定"],
      ["{thing}安全责任事故起数", "=起 0-0"],
      ["{thing}服务规范达标率", "≥% 90-98"],
    ],
    social: [
      ["{thing}正常运转保障程度", "有效保障|正常运转"],
      ["{thing}矛盾纠纷化解率", "≥% 88-97"],
      ["{thing}社会影响力", "逐步提升"],
    ],
  },
  staff: {
    quantity: [
      ["{thing}全年出勤人次", "≥人次 900-9000"],
      ["{thing}聘用人数", "=人 4-60"],
      ["{thing}岗前培训学时", "≥学时 24-72"],
      ["{thing}考核次数", "@each"],
    ],
    quality: [
      ["{thing}年度考核合格率", "≥% 93-99"],
      ["{thing}工资足额发放率", "=100%"],
      ["{thing}用工手续规范性", "规范"],
    ],
    social: [
      ["{thing}岗位稳定率", "≥% 85-95"],
      ["{thing}对一线工作的支撑作用", "有效支撑"],
      ["{thing}社会保险参保率", "=100%"],
    ],
  },
};

export const COST_IDEAS: readonly IndicatorIdea[] = [
  ["{thing}项目总成本", "≤万元 @budget"],
  ["{thing}单位成本控制情况", "不超标准|控制在标准内"],
  ["{thing}人均费用", "≤元 200-3000"],
  ["{thing}成本节约率", "≥% 2-6"],
];

export const TIME_IDEAS: readonly IndicatorIdea[] = [
  ["{thing}计划完成及时性", "及时|按时完成"],
  ["{thing}完成时间", "@date"],
  ["{thing}问题响应时限", "≤小时 2-48"],
  ["{thing}资金拨付及时率", "=100%"],
  ["{thing}办结时限", "≤天 5-60"],
];

export const LASTING_IDEAS: readonly IndicatorIdea[] = [
  ["{thing}长效管理机制健全性", "健全|逐步健全"],
  ["{thing}信息共享机制建设情况", "完成|已建立"],
  ["{thing}制度执行率", "≥% 92-99"],
  ["{thing}后续管护责任落实情况", "全部落实"],
];

export const SATISFACTION_IDEAS: readonly IndicatorIdea[] = [
  ["{people}对{thing}的满意度", "≥% 88-93"],
  ["{people}满意度", "≥% 88-93"],
];

/** Places and times that split one indicator into several, as forms with many rows do. */
export const PARTS = [
  "东片区",
  "西片区",
  "南片区",
  "北片区",
  "中心片区",
  "一季度",
  "二季度",
  "三季度",
  "四季度",
  "重点区域",
  "一般区域",
  "老城区",
  "新建区",
  "结对村",
  "试点社区",
  "市级重点",
] as const;
