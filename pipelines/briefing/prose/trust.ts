/**
 * 数据可信度: how many forms, what could not be read for certain, what the forms get wrong themselves, what is left out.
 */
import type { Paragraph } from "../briefing.ts";
import type { BriefingFacts } from "../facts/facts.ts";
import { amount, count, year } from "../pieces.ts";
import { listed, type Sentence, say } from "../sentence.ts";
import { isPositive, isSynthetic } from "./parts.ts";

export function trust(facts: BriefingFacts): Paragraph[] {
  const told = [
    readFrom(facts),
    doubtfulCells(facts),
    doubtfulAmounts(facts),
    doubtfulNames(facts),
    ownErrors(facts),
    ...leftOut(facts),
    noLastYear(facts),
    madeUp(facts),
  ];
  return [{ sentences: told.filter((sentence) => sentence !== null) }];
}

function readFrom({ counts }: BriefingFacts): Sentence {
  return say`本简报的数字全部取自${count(counts.documents)}份文件中的${count(counts.forms)}张表、${count(counts.indicators)}个指标。`;
}

function doubtfulCells({ counts }: BriefingFacts): Sentence {
  return isPositive(counts.flagged_cells)
    ? say`其中${count(counts.flagged_forms)}张表的${count(counts.flagged_cells)}个格没有读准，待与原件核对。`
    : say`各格都已读准，没有待核之处。`;
}

function doubtfulAmounts({ total, counts }: BriefingFacts): Sentence | null {
  if (!total || !isPositive(counts.flagged_cells)) return null;
  if (!isPositive(total.doubtful_forms)) return say`待核的格都不是资金，不影响上述金额和执行率。`;
  const budget =
    total.doubtful_budget.value === null ? null : say`，涉及全年预算${amount(total.doubtful_budget)}`;
  return say`${count(total.doubtful_forms)}张表的金额待核${budget}，上述合计以现在读出的数计算。`;
}

function doubtfulNames({ counts }: BriefingFacts): Sentence | null {
  return isPositive(counts.doubtful_names)
    ? say`${count(counts.doubtful_names)}张表的项目或单位名称残缺，文中照录。`
    : null;
}

function ownErrors({ severities: { errors, error_forms, warnings, infos } }: BriefingFacts): Sentence {
  const kinds = [
    isPositive(warnings) ? say`值得一问的提醒${count(warnings)}条` : null,
    isPositive(infos) ? say`提示${count(infos)}条` : null,
  ].filter((kind) => kind !== null);
  const asked = kinds.length > 0 ? say`另有${listed(kinds, "、", "、")}` : say`也没有别的提醒`;
  return isPositive(errors)
    ? say`按填表规则检查，${count(error_forms)}张表有${count(errors)}处自相矛盾，${asked}。`
    : say`按填表规则检查，各表没有自相矛盾之处，${asked}。`;
}

function leftOut({
  leftOut: { other_forms, undated_forms, superseded_forms, rejected },
}: BriefingFacts): (Sentence | null)[] {
  return [
    isPositive(other_forms)
      ? say`工作区另有部门整体支出和转移支付的表${count(other_forms)}张，会与项目支出重复，没有计入。`
      : null,
    isPositive(undated_forms) ? say`工作区另有年度不详的表${count(undated_forms)}张，没有计入。` : null,
    isPositive(superseded_forms)
      ? say`工作区另有与别的文件重复的表${count(superseded_forms)}张，没有重复计入。`
      : null,
    isPositive(rejected) ? say`工作区有${count(rejected)}份文件读不出来，没有计入。` : null,
  ];
}

/** Made-up data must never be taken for real. */
function madeUp({ run }: BriefingFacts): Sentence | null {
  return isSynthetic(run) ? say`以上都是合成数据，只供试用，不是真实单位的数据。` : null;
}

function noLastYear({ total }: BriefingFacts): Sentence | null {
  return total && total.last_adjusted_budget.value === null
    ? say`没有${year(total.last_year)}的自评表，没有作上年比较。`
    : null;
}
