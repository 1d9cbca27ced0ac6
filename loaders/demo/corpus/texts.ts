/**
 * What forms say in prose: goals, outcomes and reasons. Each with figures of its own, as an honest form has, so that no
 * two are alike by themselves.
 */
import { between, type Chance, oneOf } from "../chance.ts";

const PURPOSES = [
  "围绕年度重点工作",
  "根据部门职责和年度计划",
  "为补齐工作短板",
  "按照上级统一部署",
  "结合群众反映集中的问题",
];
const WAYS = [
  "分阶段组织实施",
  "委托专业机构承担",
  "由业务科室牵头推进",
  "按月检查、按季通报",
  "统一采购、集中验收",
];
const ENDS = ["满足{people}的需要", "使{people}得到便利", "让{people}得到实惠", "提高对{people}的服务水平"];
const COURSES = [
  "上半年完成方案和采购，下半年组织实施",
  "各项工作按月推进，年底前完成验收",
  "一季度启动，{month}月完成主体任务",
  "分{batches}批实施，{month}月收尾",
];

const CAUSES = [
  "汛期较常年延长",
  "供货单位延期交付",
  "场地改造占用工期",
  "承担单位中途更换",
  "部分对象外出未能参加",
  "上级考核口径调整",
  "极端高温天气较多",
  "招标流标后重新组织",
  "人员调动交接较晚",
  "相邻工程交叉施工",
];
const REMEDIES = [
  "已在{next}年{month}月前列出补办清单",
  "{next}年起提前{days}天启动准备",
  "已约谈承担单位并限期{days}天整改",
  "{next}年按季度分解任务并逐月核对",
  "已调整{next}年计划，预留{days}天机动时间",
];

/** 预期目标. */
export function goalText(
  { thing, people }: { thing: string; people: string },
  first: { name: string; target: string },
  chance: Chance,
): string {
  const end = oneOf(chance, ENDS).replace("{people}", people);
  return `${oneOf(chance, PURPOSES)}，做好${thing}工作，${oneOf(chance, WAYS)}，${first.name}达到${first.target}，${end}。`;
}

/** 实际完成情况: what was spent and what came of it. */
export function outcomeText(
  { project, unit, year, executed }: { project: string; unit: string; year: number; executed: string },
  rows: readonly { name: string; actual: string }[],
  chance: Chance,
): string {
  const course = oneOf(chance, COURSES)
    .replace("{month}", String(between(chance, 8, 11)))
    .replace("{batches}", String(between(chance, 2, 6)));
  const results = rows.map(({ name, actual }) => `${name}为${actual}`).join("，");
  return `${year}年${unit}实施${project}，全年支出${executed}万元，${course}，${results}。`;
}

/** 偏差原因分析及改进措施 of one indicator in one year. */
export function reasonText(name: string, year: number, chance: Chance): string {
  const remedy = oneOf(chance, REMEDIES)
    .replace("{next}", String(year + 1))
    .replace("{month}", String(between(chance, 1, 6)))
    .replace("{days}", String(between(chance, 10, 60)));
  return `受${oneOf(chance, CAUSES)}影响，${name}未达到年初计划，${remedy}`;
}
