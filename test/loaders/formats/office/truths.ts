/**
 * The invented forms that the office files of this folder hold, as what they truly say.
 */

import type { TrueForm, TrueFunding, TrueIndicator } from "../../../../loaders/demo/true-form.ts";
import { type Decimal, parseDecimal } from "../../../../loaders/form/decimal.ts";

const amount = (text: string): Decimal => parseDecimal(text)!;

function money(source: string, label: string, figures: string): TrueFunding {
  const [initial, adjusted, executed, rate] = figures.split(" ").map(amount);
  return { source, label, initial: initial!, adjusted: adjusted!, executed: executed!, rate: rate! };
}

/** `level1/level2 | name | target | actual | weight score | reason`. */
function indicators(text: string): TrueIndicator[] {
  return text
    .trim()
    .split("\n")
    .map((row) => {
      const [levels, name, target, actual, points, reason] = row.split("|").map((cell) => cell.trim());
      const [level1, level2] = levels!.split("/");
      const [weight, score] = points!.split(" ").map(amount);
      return {
        level1: `${level1}指标`,
        level2: `${level2}指标`,
        name: name!,
        target: target!,
        actual: actual!,
        weight: weight!,
        score: score!,
        reason: reason ?? "",
      };
    });
}

export const RIVER: TrueForm = {
  year: 2024,
  project: "河道保洁经费",
  department: "云溪市清河区水务局",
  unit: "云溪市清河区河道管理所",
  funding: [
    money("total", "年度资金总额", "1210.50 1233.38 1120.16 90.82"),
    money("current_year_appropriation", "其中：当年财政拨款", "1000.00 1022.88 1000.16 97.78"),
    money("carry_over", "上年结转资金", "210.50 210.50 120.00 57.01"),
    money("other_funds", "其他资金", "0.00 0.00 0.00 0.00"),
  ],
  executionScore: amount("9.08"),
  expectedGoal: "做好辖区河道日常保洁和巡查，及时处置发现的问题，保持水体清洁。",
  actualOutcome: "全年完成河道保洁和巡查任务，处置问题及时，水体保持清洁，群众反映良好。",
  indicators: indicators(`
    成本/经济成本       | 每公里保洁费用         | ≤12.50万元 | 11.80万元    | 10.00 10.00 |
    产出/数量           | 清理河道长度           | ≥86公里    | 86.5公里     | 10.00 10.00 |
    产出/数量           | 开展巡查次数           | ≥240次     | 252次        | 10.00 10.00 |
    产出/质量           | 养护质量达标率         | ≥95%       | 93%          | 10.00 9.79  | 汛期水位高，部分河段未能按标准清理
    产出/时效           | 巡查问题处置及时性     | 及时       | 达成预期指标 | 10.00 10.00 |
    效益/社会效益       | 沿河群众生活环境改善度 | 明显改善   | 达成预期指标 | 10.00 10.00 |
    效益/生态效益       | 水体环境改善情况       | 明显改善   | 达成预期指标 | 10.00 10.00 |
    效益/可持续影响     | 长效管护机制健全性     | 健全       | 达成预期指标 | 10.00 10.00 |
    满意度/服务对象满意度 | 周边居民满意度       | ≥90%       | 92.6%        | 10.00 10.00 |`),
  totalScore: amount("98.87"),
  rating: "优",
};

export const TREES: TrueForm = {
  year: 2024,
  project: "古树名木养护",
  department: "云溪市清河区城市管理局",
  unit: "云溪市清河区园林绿化服务中心",
  funding: [
    money("total", "年度资金总额", "36.00 36.00 20.52 57.00"),
    money("current_year_appropriation", "其中：当年财政拨款", "30.00 30.00 20.52 68.40"),
    money("carry_over", "上年结转资金", "0.00 0.00 0.00 0.00"),
    money("other_funds", "其他资金", "6.00 6.00 0.00 0.00"),
  ],
  executionScore: amount("5.70"),
  expectedGoal: "对全区古树名木逐株建档，实施复壮和病虫害防治。",
  actualOutcome: "完成建档，复壮工程因验收推迟，资金结转下年支付。",
  indicators: indicators(`
    产出/数量           | 古树建档株数       | =128株 | 128株 | 20.00 20.00 |
    产出/数量           | 复壮古树株数       | ≥16株  | 12株  | 20.00 15.00 | 复壮工程秋季才能施工，四株推迟到次年
    产出/质量           | 复壮成活率         | =100%  | 100%  | 10.00 10.00 |
    效益/生态效益       | 绿化覆盖水平       | 保持稳定 | 达成预期指标 | 30.00 28.00 | 两处古树周边绿化尚在恢复
    满意度/服务对象满意度 | 参与群众满意度   | ≥85%   | 91%   | 10.00 10.00 |`),
  totalScore: amount("88.70"),
  rating: "良",
};

export const ARCHIVE: TrueForm = {
  year: 2024,
  project: "数字档案加工",
  department: "云溪市清河区文化和旅游局",
  unit: "云溪市清河区公共图书馆",
  funding: [
    money("total", "年度资金总额", "0.00 58.60 58.60 100.00"),
    money("current_year_appropriation", "其中：当年财政拨款", "0.00 58.60 58.60 100.00"),
    money("carry_over", "上年结转资金", "0.00 0.00 0.00 0.00"),
    money("other_funds", "其他资金", "0.00 0.00 0.00 0.00"),
  ],
  executionScore: amount("10.00"),
  expectedGoal: "完成馆藏地方文献数字化加工，向读者开放检索。",
  actualOutcome: "完成馆藏地方文献数字化加工三万页，检索系统已开放。",
  indicators: indicators(`
    产出/数量           | 完成档案扫描页数   | ≥30000页 | 31200页 | 25.00 25.00 |
    产出/质量           | 扫描差错率         | ≤0.5%    | 0.3%    | 15.00 15.00 |
    产出/时效           | 加工任务完成时间   | 12月底前 | 11月    | 10.00 10.00 |
    效益/社会效益       | 读者检索人次       | ≥5000人次 | 5630人次 | 30.00 30.00 |
    满意度/服务对象满意度 | 读者满意度       | ≥90%     | 94%     | 10.00 10.00 |`),
  totalScore: amount("100.00"),
  rating: "优",
};
