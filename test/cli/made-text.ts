/** Invented forms as the text of a file: places that do not exist, figures that satisfy the rules of the form. */

export interface MadeForm {
  project?: string;
  unit?: string;
  /** 其他资金: 年初预算数, 全年预算数, 全年执行数. */
  otherFunds?: readonly [initial: string, adjusted: string, executed: string];
}

/** 其他资金 of a made form unless it says otherwise; its total is the same. */
const OTHER_FUNDS = ["20.00", "40.00", "30.00"] as const;

/** A form line by line, cells between tabs. */
export function formLines({
  project = "活动经费",
  unit = "云溪市甲局本级",
  otherFunds = OTHER_FUNDS,
}: MadeForm): string[] {
  const money = otherFunds.join("\t");
  const rate = ((100 * Number(otherFunds[2])) / Number(otherFunds[1])).toFixed(2);
  const points = (Number(rate) / 10).toFixed(2);
  return [
    "项目支出绩效自评表",
    "(2031年度)",
    `项目名称\t${project}`,
    `主管部门\t云溪市甲局\t实施单位\t${unit}`,
    "项目资金(万元)\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率(%)\t得分",
    `\t年度资金总额\t${money}\t10.00\t${rate}\t${points}`,
    "\t其中:当年财政拨款\t0.00\t0.00\t0.00\t-\t0.00\t-",
    "\t上年结转资金\t0.00\t0.00\t0.00\t-\t0.00\t-",
    `\t其他资金\t${money}\t-\t${rate}\t-`,
    "年度总体目标\t预期目标\t\t实际完成情况",
    "\t办好全年的活动。\t\t全年的活动已办好。",
    "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施",
    "产出指标\t数量指标\t开展活动场次\t≥12.00(次)\t15.00(次)\t50.00\t50.00\t",
    "效益指标\t社会效益指标\t服务能力\t有效提升\t达成指标\t30.00\t30.00\t",
    "满意度指标\t服务对象满意度指标\t参加者满意度\t≥90.00(%)\t95.00(%)\t10.00\t10.00\t",
    `总分\t\t\t\t\t100.00\t${(90 + Number(points)).toFixed(2)}\t`,
    "评分等级\t\t优",
  ];
}

/** A file with some forms, a blank line between them. */
export function fileText(forms: readonly MadeForm[] = [{}], lineEnd = "\n"): string {
  return forms.map((form) => [...formLines(form), ""].join(lineEnd)).join(lineEnd);
}
