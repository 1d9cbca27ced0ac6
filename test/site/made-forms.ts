/** Invented forms, some of them awkward, of places that do not exist. */
import { doubt, type Indicator, type MadeDocument, type MadeForm } from "./made-document.ts";

const NOTHING = ["0.00", "0.00", "0.00"] as const;

const INDICATORS: readonly Indicator[] = [
  ["产出指标", "数量指标", "开展活动场次", "≥12.00(次)", "15.00(次)", "20.00", "20.00"],
  [
    "产出指标",
    "数量指标",
    "参加人数",
    "≥600.00(人次)",
    "540.00(人次)",
    "15.00",
    "13.50",
    "报名人数少于预计。",
  ],
  ["产出指标", "质量指标", "活动计划完成率", "=100.00(%)", "100.00(%)", "15.00", "15.00"],
  ["效益指标", "社会效益指标", "服务能力", "有效提升", "达成指标", "30.00", "29.00"],
  ["满意度指标", "服务对象满意度指标", "参加者满意度", "≥90.00(%)", "95.00(%)", "10.00", "10.00"],
];

/** As many rows as a long form has, so that it and its source scroll. */
function manyIndicators(rows: number): Indicator[] {
  return Array.from({ length: rows }, (_, i) => {
    const level2 = i < rows / 2 ? "数量指标" : "质量指标";
    return ["产出指标", level2, `第${i + 1}项课程完成数`, "≥2.00(场)", "2.00(场)", "1.00", "1.00"] as const;
  });
}

const AT_HEADQUARTERS = { year: 2031, department: "云溪市甲局(汇总)", unit: "云溪市甲局" };
const AT_CENTRE = { year: 2031, department: "云溪市乙局", unit: "云溪市乙局人才服务中心" };

/** A name as long as real ones are. */
export const LONG_NAME = "云溪市山区乡镇公共服务设施运行维护与能力提升及信息化建设补助经费（第二批）专项";

/** A name that a page must show and never run. */
export const HOSTILE_NAME = `<script>window.hacked=1</script><img src=x onerror="window.hacked=2">经费`;

/** A source of funds that the national form does not know. */
export const OTHER_SOURCE = "上级专项补助";

const activities: MadeForm = {
  ...AT_HEADQUARTERS,
  project: "活动经费",
  funding: {
    total: ["100.00", "120.50", "118.32"],
    current_year_appropriation: ["100.00", "120.50", "118.32"],
    carry_over: NOTHING,
    other_funds: NOTHING,
  },
  indicators: INDICATORS,
  rate: "98.19",
  score: "97.32",
  rating: "优",
};

const doubtful: MadeForm = {
  ...AT_HEADQUARTERS,
  project: doubt("repaired", "Í\t培训经费", "培训经费", "项目名称前有字形碎屑，已舍去"),
  funding: {
    total: ["40.00", "163.56", doubt("uncertain", "90.4 5", "90.45", "数字被列线分成两段，没有别处可以印证")],
    current_year_appropriation: ["40.00", "103.56", "78.105"],
    carry_over: NOTHING,
    other_funds: ["0.00", "60.00", doubt("repaired", "12.34\t5", "12.345", "其他两行与合计之差为 12.345")],
  },
  goals: [
    "全年举办培训班12期，培训干部600人次，\n覆盖全部乡镇。",
    doubt("uncertain", "已举办15期 覆盖", "已举办15期，覆盖全部乡镇。", "另一栏的文字可能混入"),
  ],
  indicators: [
    [
      "产出指标",
      "数量指标",
      doubt("truncated", "培训班举", "培训班举", "名称在换页处残缺"),
      "≥12.00(期)",
      "15.00(期)",
      "50.00",
      "50.00",
    ],
    [
      doubt("repaired", "^{数里} 指标", "效益指标", "合并单元格的标签残缺，按次序补全"),
      "社会效益指标",
      doubt("missing", "", null, "这一行没有读到名称"),
      "有效提升",
      "部分达成指标并具有一定效果",
      "30.00",
      "21.00",
      "部分学员因工作安排未能全程参加，下年度将提前排定课程并增加线上场次。",
    ],
    [
      "满意度指标",
      "服务对象满意度指标",
      "学员满意度",
      "≥90.00(%)",
      doubt("ghost", "95.00(%)\t7", "95.00(%)", "次格里的数字为残影，已舍去"),
      "10.00",
      "10.00",
    ],
  ],
  rate: "55.30",
  score: "86.53",
  rating: "良",
};

const hostile: MadeForm = {
  ...AT_HEADQUARTERS,
  project: HOSTILE_NAME,
  funding: {
    total: ["10.00", "10.00", "4.00"],
    current_year_appropriation: ["10.00", "10.00", "4.00"],
  },
  goals: [`<b onclick="window.hacked=3">目标</b>`, "<script>window.hacked=4</script>"],
  indicators: [
    [
      "产出指标",
      "数量指标",
      "<img src=x onerror=window.hacked=5>",
      "≥1.00(项)",
      "1.00(项)",
      "90.00",
      "60.00",
    ],
  ],
  rate: "40.00",
  score: "64.00",
  rating: "中",
};

const long: MadeForm = {
  ...AT_HEADQUARTERS,
  project: LONG_NAME,
  unit: "云溪市山区乡镇公共服务设施运行维护与能力提升指导中心（云溪市信息化建设办公室）",
  funding: {
    total: ["0.00", "1200.00", "300.00"],
    current_year_appropriation: ["0.00", "1000.00", "280.00"],
    other_funds: ["0.00", "200.00", "20.00"],
  },
  indicators: manyIndicators(66),
  rate: "25.00",
  score: "92.50",
  rating: "优",
};

const carried: MadeForm = {
  ...AT_CENTRE,
  project: "人才工作经费",
  funding: {
    total: ["500.00", "760.00", "500.00"],
    current_year_appropriation: ["450.00", "450.00", "430.00"],
    carry_over: ["50.00", "50.00", "20.00"],
    other_funds: ["0.00", "180.00", "20.00"],
    [OTHER_SOURCE]: ["0.00", "80.00", "30.00"],
  },
  indicators: INDICATORS,
  rate: "65.78",
  score: "88.58",
  rating: "良",
};

const nameless: MadeForm = {
  ...AT_CENTRE,
  project: doubt("missing", "", null, "项目名称没有读到"),
  funding: { total: ["5.00", "5.00", "5.00"], current_year_appropriation: ["5.00", "5.00", "5.00"] },
  indicators: INDICATORS.slice(0, 1),
  score: null,
  rating: null,
};

const unfunded: MadeForm = {
  ...AT_CENTRE,
  project: "应急周转金",
  amountUnit: "元",
  funding: { total: NOTHING, current_year_appropriation: NOTHING, other_funds: NOTHING },
  indicators: INDICATORS,
  rate: "0.00",
  score: "80.00",
  rating: "良",
};

const overspent: MadeForm = {
  ...AT_CENTRE,
  project: "设备购置",
  funding: {
    total: ["80.00", "80.00", "82.00"],
    current_year_appropriation: ["60.00", "60.00", "60.00"],
    other_funds: ["20.00", "20.00", "22.00"],
  },
  indicators: INDICATORS,
  score: "97.50",
  rating: "优",
};

const lastYear: MadeForm = {
  ...activities,
  year: 2030,
  funding: {
    total: ["90.00", "90.00", "81.00"],
    current_year_appropriation: ["80.00", "80.00", "78.00"],
    other_funds: ["10.00", "10.00", "3.00"],
  },
};

const overall: MadeForm = { ...activities, formType: "overall", year: null, project: "部门整体支出" };

/** Ids of the forms that tests speak of. */
export const FORMS = {
  activities: "a0a0a0a0a0a0-01",
  doubtful: "a0a0a0a0a0a0-02",
  hostile: "a0a0a0a0a0a0-03",
  long: "a0a0a0a0a0a0-04",
  unfunded: "b1b1b1b1b1b1-03",
};

/** Two years, three sources and one more, doubts of every kind, text that looks like markup. */
export const DOCUMENTS: readonly MadeDocument[] = [
  { id: "a0a0a0a0a0a0", path: "2031/甲局.txt", forms: [activities, doubtful, hostile, long] },
  { id: "b1b1b1b1b1b1", path: "2031/乙局.txt", forms: [carried, nameless, unfunded, overspent] },
  { id: "c2c2c2c2c2c2", path: "2030/甲局.txt", forms: [lastYear] },
  { id: "d3d3d3d3d3d3", path: "整体.txt", forms: [overall] },
];

export const ONE_FORM: readonly MadeDocument[] = [
  { id: "a0a0a0a0a0a0", path: "2031/甲局.txt", forms: [activities] },
];
