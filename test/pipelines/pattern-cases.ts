/** Forms among which each rule that compares forms must find something, and others so near to them that it must not. */
import type { Severity } from "./rule-cases.ts";
import type { Amounts } from "./warehouse.ts";

/** A form among others that a rule compares: what matters to the rule, the rest is ordinary. */
export interface Form {
  /** Years after the first of its group. */
  year?: number;
  /** Which file of the group it is in. */
  file?: number;
  unit?: string;
  project?: string;
  totalScore?: string;
  rating?: string;
  total?: Amounts;
  otherFunds?: Amounts;
  carryOver?: Amounts;
  outcome?: string;
  /** The first indicator's: its columns in raw.indicators. */
  indicator?: Record<string, string>;
  /** Further indicators: name, target and actual of each. */
  more?: readonly (readonly [name: string, target: string, actual: string])[];
}

export interface Case {
  rule: string;
  what: string;
  /** Forms among which the rule must find something, once. */
  caught: Form[];
  /** Forms in which it must find nothing, as near to the others as can be. */
  left: Form[];
  severity: Severity;
  /** The finding's year, after the first of the group. */
  year?: number;
  says: RegExp;
  /** A cell that the rule rests on, and the form that it is in. */
  cell: readonly [form: number, record: string, seq: string, field: string];
  /** Whether the finding is about one form. */
  ofForm: boolean;
}

const times = (count: number, form: Form): Form[] => Array.from({ length: count }, () => form);

const OUTCOME = "全年举办活动十二场，参加者三百人次，没有超过预算。";
const SATISFIED = { name: "参加者满意度", level1: "满意度指标", target: "≥90.00(%)", actual: "90.00(%)" };
/** So long that one word more or less changes it little. */
const LONG = OUTCOME.repeat(4);
const MEASURED = [
  ["培训场次", "≥12.00(次)", "13.00(次)"],
  ["培训人数", "≥300.00(人)", "320.00(人)"],
] as const;
const REASON = "项目启动较晚，招标延期";

export const CASES: Case[] = [
  {
    rule: "F8",
    what: "other funds not spent in two of three years",
    caught: [
      { year: 0, otherFunds: ["0", "50", "10"] },
      { year: 1, otherFunds: ["0", "50", "50"] },
      { year: 2, otherFunds: ["0", "50", "29.99"] },
    ],
    left: [
      { year: 0, otherFunds: ["0", "50", "10"] },
      { year: 3, otherFunds: ["0", "50", "29.99"] },
      { year: 4, otherFunds: ["0", "50", "30"] },
    ],
    severity: "warning",
    year: 2,
    says: /本年预算 50\.00 万元，执行 29\.99 万元；近三年列了预算的 3 年里有 2 年执行率低于 60\.00%，共 60\.01 万元/,
    cell: [0, "funding", "other_funds", "executed"],
    ofForm: true,
  },
  {
    rule: "F14A",
    what: "a form in 元 among a unit's forms in 万元",
    caught: [...times(3, { total: ["10", "8", "8"] }), { total: ["8", "50000.01", "50000"] }],
    left: [...times(3, { total: ["10", "8", "8"] }), { total: ["8", "50000", "50000"] }],
    severity: "warning",
    says: /全年预算数为 50,000\.01 万元，是本单位 4 张表单居中一张（10\.00 万元）的 5000 倍，超过 5000 倍，多半是把元填成了万元/,
    cell: [3, "funding", "total", "adjusted_budget"],
    ofForm: true,
  },
  {
    rule: "F10",
    what: "money carried over in two years running",
    caught: [
      { year: 0, carryOver: ["0", "5", "1"] },
      { year: 1, carryOver: ["0", "0.01", "0"] },
    ],
    left: [
      { year: 0, carryOver: ["0", "5", "1"] },
      { year: 1, carryOver: ["0", "0", "0"] },
      { year: 2, carryOver: ["0", "5", "5"] },
    ],
    severity: "warning",
    year: 1,
    says: /上年是 5\.00 万元，本年又有 0\.01 万元，连续两年有结转/,
    cell: [0, "funding", "carry_over", "adjusted_budget"],
    ofForm: true,
  },
  {
    rule: "H1",
    what: "a unit that deducts nothing where others do",
    caught: [...times(3, { unit: "本级" }), { unit: "一所", indicator: { score: "49.99" } }],
    left: [...times(2, { unit: "本级" }), { unit: "一所", indicator: { score: "49.99" } }],
    severity: "info",
    says: /^3 张表的 6 个指标全部得满分，同年其他单位的 1 张表里有 1 张失过分/,
    cell: [2, "indicator", "2", "score"],
    ofForm: false,
  },
  {
    rule: "H3A",
    what: "the same outcome word by word",
    caught: [
      { year: 0, outcome: OUTCOME },
      { year: 1, outcome: OUTCOME },
    ],
    left: [
      { year: 0, outcome: `${OUTCOME}一` },
      { year: 1, outcome: `${OUTCOME}二` },
    ],
    severity: "warning",
    year: 1,
    says: /与另外 1 张表逐字相同，涉及 1 个单位、1 个项目名称，\d+ 至 \d+ 年/,
    cell: [0, "form", "", "actual_outcome"],
    ofForm: true,
  },
  {
    rule: "H4",
    what: "a target below what was done last year",
    caught: [
      { year: 0, indicator: { name: "场次", target: "≥10(场)", actual: "12(场)" } },
      { year: 1, indicator: { name: "场次", target: "≥11(场)", actual: "13(场)" } },
    ],
    left: [
      { year: 0, indicator: { name: "场次", target: "≥10(场)", actual: "12(场)" } },
      { year: 1, indicator: { name: "场次", target: "≥12(场)", actual: "13(场)" } },
    ],
    severity: "info",
    year: 1,
    says: /^1 个指标的指标值低于上年的完成值，今年又都超过，如“场次”上年完成 12\.00场，今年只要求 11\.00场，完成 13\.00场/,
    cell: [0, "indicator", "1", "actual"],
    ofForm: true,
  },
  {
    rule: "H4",
    what: "a target left as it was although exceeded",
    caught: [
      { year: 0, indicator: { name: "人次", target: "≥10(人)", actual: "12(人)" } },
      { year: 1, indicator: { name: "人次", target: "≥10(人)", actual: "11(人)" } },
    ],
    left: [
      { year: 0, indicator: { name: "人次", target: "≥10(人)", actual: "12(人)" } },
      { year: 1, indicator: { name: "人次", target: "≥10(人)", actual: "10(人)" } },
    ],
    severity: "info",
    year: 1,
    says: /其中 1 个指标值两年没有变/,
    cell: [1, "indicator", "1", "target"],
    ofForm: true,
  },
  {
    rule: "H6A",
    what: "satisfaction at its floor, no more and no less",
    caught: [...times(2, { indicator: SATISFIED }), { indicator: { ...SATISFIED, actual: "90.01(%)" } }],
    left: [
      ...times(2, { indicator: SATISFIED }),
      ...times(2, { indicator: { ...SATISFIED, actual: "90.01(%)" } }),
    ],
    severity: "info",
    says: /^3 个满意度指标里有 2 个的完成值恰好等于指标值的下限/,
    cell: [0, "indicator", "1", "actual"],
    ofForm: false,
  },
  {
    rule: "H7",
    what: "totals heaped above a band",
    caught: [...times(5, { totalScore: "90.00" }), { totalScore: "89.99" }, { totalScore: "91.00" }],
    left: [
      ...times(5, { totalScore: "90.99" }),
      { totalScore: "89.00" },
      ...times(3, { totalScore: "91.00" }),
    ],
    severity: "info",
    says: /总分在 90\.00 分以上不到 1\.00 分之内的有 5 张表，在它以下同样宽的一段里只有 1 张，再往上同样宽的一段里有 1 张/,
    cell: [0, "form", "", "total_score"],
    ofForm: false,
  },
  {
    rule: "H8",
    what: "a reason given again and again",
    caught: times(3, { indicator: { deviation_reason: REASON, score: "49" } }),
    left: [
      ...times(2, { indicator: { deviation_reason: REASON, score: "49" } }),
      { indicator: { deviation_reason: `${REASON}。`, score: "49" } },
    ],
    severity: "info",
    says: /“项目启动较晚，招标延期”逐字写在 3 张表里，涉及 1 个项目名称，共失 3\.00 分/,
    cell: [1, "indicator", "1", "deviation_reason"],
    ofForm: false,
  },
  {
    rule: "H9B",
    what: "an indicator that half of the forms have",
    caught: [...times(5, { indicator: { name: "长效机制" } }), ...numbered(5)],
    left: [...times(5, { indicator: { name: "长效机制" } }), ...numbered(6)],
    severity: "info",
    says: /当年 10 张表里有 5 张用了指标“长效机制”，其中失过分的 0 个/,
    cell: [4, "indicator", "1", "name"],
    ofForm: false,
  },
  {
    rule: "H11A",
    what: "forms with costs beside forms without",
    caught: [...times(4, { indicator: { level1: "成本指标" } }), {}],
    left: times(5, { indicator: { level1: "成本指标" } }),
    severity: "info",
    says: /当年 5 张表里有 4 张设了成本指标，另外 1 张没有/,
    cell: [4, "indicator", "1", "level1"],
    ofForm: false,
  },
  {
    rule: "F7B",
    what: "money added to several projects of a unit and not spent",
    caught: [{ total: ["0", "100", "89.99"] }, { total: ["0", "100", "90"] }],
    left: [{ total: ["0", "100", "90"] }, { total: ["0", "100", "90"] }],
    severity: "info",
    says: /当年有 2 个项目年初没有预算，年中共追加 200\.00 万元，年末还剩 20\.01 万元没有执行/,
    cell: [1, "funding", "total", "executed"],
    ofForm: false,
  },
  {
    rule: "H3B",
    what: "an outcome that is last year's but for a word",
    caught: [{ outcome: LONG }, { year: 1, outcome: LONG.replace("十二", "十三") }],
    left: [{ outcome: LONG }, { year: 1, outcome: LONG.replaceAll("十二", "十三") }],
    severity: "warning",
    year: 1,
    says: /实际完成情况与上年的相似度为 9[5-9]\.\d\d%，不低于 95\.00%/,
    cell: [0, "form", "", "actual_outcome"],
    ofForm: true,
  },
  {
    rule: "H3C",
    what: "targets and actuals that are last year's",
    caught: [{ more: MEASURED }, { year: 1, more: MEASURED }],
    left: [{ more: MEASURED }, { year: 1, more: [MEASURED[0], ["培训人数", "≥300.00(人)", "321.00(人)"]] }],
    severity: "warning",
    year: 1,
    says: /3 个定量指标里有 3 个的名称、指标值和完成值与上年逐字相同，达到 80\.00%/,
    cell: [0, "indicator", "3", "actual"],
    ofForm: true,
  },
  {
    rule: "H7A",
    what: "totals that are whole numbers, against the peers",
    caught: [...times(3, { totalScore: "95.00" }), ...times(3, { unit: "信息中心", totalScore: "95.31" })],
    left: [
      ...[{ totalScore: "95.00" }, { totalScore: "95.10" }, { totalScore: "95.20" }],
      ...times(3, { unit: "信息中心", totalScore: "95.31" }),
    ],
    severity: "info",
    says: /没有执行完的 3 个项目里有 3 个的总分恰为整数，当年别的单位是 3 个里 0 个/,
    cell: [0, "form", "", "total_score"],
    ofForm: false,
  },
  {
    rule: "D3",
    what: "one project in two files, with other figures",
    caught: [{ file: 1 }, { file: 2, total: ["100", "100", "94.99"] }],
    left: [{ file: 1 }, { file: 2 }],
    severity: "warning",
    says: /另有一张表，没有计入；全年预算数 100\.00 和 100\.00 万元，全年执行数 94\.99 和 95\.00 万元，.*以哪一张为准/,
    cell: [1, "funding", "total", "executed"],
    ofForm: true,
  },
  {
    rule: "S11A",
    what: "weights of a year that are not the profile's",
    caught: times(5, { indicator: { level1: "效益指标" } }),
    left: times(4, { indicator: { level1: "效益指标" } }),
    severity: "info",
    says: /当年 5 张表近于财预〔2020〕10号的口径，其中 5 张的分值与它不同：产出指标 40\.00 分（口径为 50\.00），效益指标 50\.00 分（口径为 30\.00），满意度指标 0\.00 分（口径为 10\.00），总分/,
    cell: [0, "indicator", "1", "weight"],
    ofForm: false,
  },
  {
    rule: "H12",
    what: "ratings that separate nothing",
    caught: [...times(4, { totalScore: "98.00" }), { totalScore: "90.50", total: ["100", "100", "17.29"] }],
    left: [...times(4, { totalScore: "98.00" }), { totalScore: "88.00", rating: "良" }],
    severity: "info",
    says: /当年 5 张表的等级都是优，总分在 90\.50 至 98\.00 分之间，执行率却在 17\.29% 至 95\.00% 之间/,
    cell: [4, "form", "", "rating"],
    ofForm: false,
  },
  {
    rule: "H13",
    what: "money that lies idle in a few forms",
    caught: [...times(3, { total: ["0", "100", "20"] }), ...times(3, { total: ["0", "100", "80"] })],
    left: [...times(3, { total: ["0", "100", "20"] }), ...times(3, { total: ["0", "100", "79.99"] })],
    severity: "info",
    says: /当年 6 张表共有 300\.00 万元没有执行，最多的一张占 26\.67%，前三张占 80\.00%，前五张占 93\.33%，请先问活动经费/,
    cell: [0, "funding", "total", "executed"],
    ofForm: false,
  },
];

/** Forms whose first indicator has a name of its own. */
function numbered(count: number): Form[] {
  return Array.from({ length: count }, (_, at) => ({ indicator: { name: `自有${at}` } }));
}
