import { describe, expect, test } from "vitest";
import { readDocument, UnreadableDocument } from "../../loaders/document.ts";
import { cellFlags } from "../../loaders/form/flags.ts";

const read = (text: string) => readDocument(new TextEncoder().encode(text), "2024/某单位.txt");

function refusal(text: string): UnreadableDocument {
  try {
    read(text);
  } catch (error) {
    if (error instanceof UnreadableDocument) return error;
  }
  throw new Error("read as a form");
}

const FORM = `项目支出绩效自评表
(2024年度)
项目名称		河道保洁经费
主管部门		云溪市水务局			实施单位	云溪市河道管理所
			年初预算数	全年预算数	全年执行数	分值	执行率(%)	得分
		年度资金总额:	100.00	120.00	110.00	10.00	91.66	9.17
项目资金(万元)		其中: 当年财政拨款	100.00	120.00	110.00	-	91.66	-
		上年结转资金	0.00	0.00	0.00	-	0.00	-
		其他资金	0.00	0.00	0.00	-	0.00	-
	预期目标				实际完成情况
年度总体目标	保持河道清洁。				已完成。
一级指标	二级指标	三级指标	年度指标值	实际完成值	分值	得分	偏差原因分析及改进措施
产出指标	数量指标	清理河道长度	≥30.00(公里)	30.00(公里)	50.00	50.00
满意度指标	服务对象满意度指标	周边居民满意度	≥90.00(%)	92.00(%)	40.00	40.00
		总分			100.00	99.17
评分等级			优
`;

const BLANK = FORM.split("\n")
  .map((line) =>
    line.replace(
      /河道保洁经费|云溪市\S+|\d+\.\d+|保持\S+|已完成。|≥\S*|清理河道长度|周边居民满意度|[(（]\S*[)）]|优/g,
      "",
    ),
  )
  .join("\n");

const PLAN = `项目支出绩效目标表
项目名称	河道保洁经费
主管部门	云溪市水务局			实施单位	云溪市河道管理所
项目资金(万元)	年度资金总额	120.00
	其中: 财政拨款	120.00
总体目标	保持河道清洁
一级指标	二级指标	三级指标	指标值
产出指标	数量指标	清理河道长度	≥30公里
满意度指标	服务对象满意度指标	居民满意度	≥90%
`;

describe("a text that only resembles a form", () => {
  test.each([
    ["a blank sheet", BLANK, /第 3 行起是空白的自评表/],
    ["a table of targets", PLAN, /第 2 行起是绩效目标申报表/],
    [
      "a table of contents",
      "目录\n二、项目支出绩效自评表 ........ 12\n项目名称 页码\n河道保洁经费 13\n",
      /没有找到/,
    ],
    [
      "a table of many projects",
      "项目支出绩效自评情况汇总表\n序号\t项目名称\t主管部门\t实施单位\t全年预算数\t得分\n1\t河道保洁经费\t云溪市水务局\t云溪市河道管理所\t120.00\t95.20\n",
      /没有找到/,
    ],
    [
      "prose about forms",
      "本部门对12个项目开展绩效自评。项目名称、主管部门见附件,全年预算数1200万元。\n",
      /没有找到/,
    ],
  ])("%s is turned down, with what it is", (_, text, what) => {
    const { code, message, advice } = refusal(text);
    expect(code).toBe("no_form");
    expect(message).toMatch(what);
    expect(message).toContain("2024/某单位.txt");
    expect(advice).not.toBe("");
  });

  test("does not keep the forms beside it from being read, and is named", () => {
    const { forms, passedOver } = read(`${FORM}\n${BLANK}\n${PLAN}`);
    expect(forms.map((form) => form.projectName.value)).toEqual(["河道保洁经费"]);
    expect(passedOver.map(({ line }) => line)).toEqual([20, 36]);
  });
});

describe("a form that is cut off", () => {
  const lines = FORM.split("\n");

  test("says so wherever it ends, and what was printed whole before is kept", () => {
    for (let end = 7; end < 15; end++) {
      const { forms } = read(`${lines.slice(0, end).join("\n")}\n`);
      expect(forms, `cut behind line ${end}`).toHaveLength(1);
      expect(forms[0]!.projectName.value).toBe("河道保洁经费");
      expect(forms[0]!.totalScore.value).toBeNull();
      expect(forms[0]!.totalScore.flag?.reason).toContain("中断");
    }
  });

  test("in the middle of a figure passes no piece of it for the whole", () => {
    const { forms } = read(
      `${lines.slice(0, 6).join("\n")}\n项目资金(万元)		其中: 当年财政拨款	100.00	12`,
    );
    const row = forms[0]!.funding.find(({ source }) => source === "current_year_appropriation")!;
    for (const reading of [row.adjustedBudget, row.executed, row.executionRate])
      expect(reading.value === null || reading.flag !== undefined).toBe(true);
    expect(cellFlags(forms[0]!).some((flag) => flag.seq === "current_year_appropriation")).toBe(true);
  });
});
