/**
 * 数据可信度: how many forms, what could not be read for certain, what the forms get wrong themselves, what is left out.
 */
import type { Paragraph } from "../briefing.ts";
import type { BriefingFacts } from "../facts/facts.ts";
import { listedOn } from "../grounds.ts";
import { amount, count, year } from "../pieces.ts";
import { listed, restingOn, type Sentence, say } from "../sentence.ts";
import { leftOutPage } from "./listings.ts";
import { isOne, isPositive, isSynthetic, isZero } from "./parts.ts";
import { findingsPage, formsPage, reviewPage } from "./site-pages.ts";

export function trust(facts: BriefingFacts): Paragraph[] {
  const told = [
    readFrom(facts),
    doubtfulCells(facts),
    doubtfulNames(facts),
    ownErrors(facts),
    leftOut(facts),
    noLastYear(facts),
    madeUp(facts),
  ];
  return [{ sentences: told.filter((sentence) => sentence !== null) }];
}

function readFrom({ counts, scope }: BriefingFacts): Sentence {
  const indicators = isPositive(counts.indicators) ? say`、${count(counts.indicators)}个指标` : null;
  return restingOn(
    say`以上数字取自${count(counts.documents)}份文件的${count(counts.forms)}张表${indicators}。`,
    listedOn("表和指标", formsPage(scope)),
  );
}

function doubtfulCells(facts: BriefingFacts): Sentence {
  const { counts, scope } = facts;
  const amounts = doubtfulAmounts(facts);
  if (!isPositive(counts.flagged_cells))
    return amounts
      ? restingOn(say`各格都已读准，但${amounts}。`, listedOn("待核的金额", findingsPage(scope)))
      : say`各格都已读准，没有待核之处。`;
  const effect =
    facts.total &&
    say`，${amounts ?? say`${isOne(counts.flagged_cells) ? "" : "都"}不是资金，不影响金额和执行率`}`;
  return restingOn(
    say`${count(counts.flagged_forms)}张表的${count(counts.flagged_cells)}个格待核对${effect}。`,
    listedOn("待核的格", reviewPage(scope)),
  );
}

function doubtfulAmounts({ total }: BriefingFacts): Sentence | null {
  if (!total || isZero(total.doubtful_forms)) return null;
  const budget =
    total.doubtful_budget.value === null ? null : say`，涉及全年预算${amount(total.doubtful_budget)}`;
  return say`${count(total.doubtful_forms)}张表的金额待核${budget}，合计以现在读出的数计算`;
}

function doubtfulNames({ counts, scope }: BriefingFacts): Sentence | null {
  return isPositive(counts.doubtful_names)
    ? restingOn(
        say`${count(counts.doubtful_names)}张表的名称残缺，文中照录。`,
        listedOn("待核的格", reviewPage(scope)),
      )
    : null;
}

function ownErrors({ severities, scope }: BriefingFacts): Sentence {
  const { errors, error_forms, warnings, infos } = severities;
  const kinds = [
    isPositive(warnings) ? say`提醒${count(warnings)}条` : null,
    isPositive(infos) ? say`提示${count(infos)}条` : null,
  ].filter((kind) => kind !== null);
  const none = isPositive(errors) ? "没有别的提醒" : "也没有别的提醒";
  const asked = kinds.length > 0 ? say`另有${listed(kinds, "、", "、")}` : none;
  const own = isPositive(errors)
    ? say`${count(error_forms)}张表自相矛盾，${asked}。`
    : say`表内没有自相矛盾，${asked}。`;
  return restingOn(own, listedOn("自相矛盾之处、提醒和提示", findingsPage(scope)));
}

function leftOut({ leftOut: forms }: BriefingFacts): Sentence | null {
  const kinds = [
    isPositive(forms.other_forms)
      ? say`部门整体支出和转移支付的表${count(forms.other_forms)}张（会与项目支出重复）`
      : null,
    isPositive(forms.undated_forms) ? say`年度不详的表${count(forms.undated_forms)}张` : null,
    isPositive(forms.superseded_forms) ? say`与别的文件重复的表${count(forms.superseded_forms)}张` : null,
    isPositive(forms.rejected) ? say`读不出来的文件${count(forms.rejected)}份` : null,
  ].filter((kind) => kind !== null);
  if (kinds.length === 0) return null;
  return restingOn(say`工作区另有${listed(kinds)}没有计入。`, listedOn("没有计入的", leftOutPage()));
}

/** Made-up data must never be taken for real. */
function madeUp({ run }: BriefingFacts): Sentence | null {
  return isSynthetic(run) ? say`以上都是合成数据。` : null;
}

function noLastYear({ total }: BriefingFacts): Sentence | null {
  return total && total.last_adjusted_budget.value === null
    ? say`没有${year(total.last_year)}的自评表可比。`
    : null;
}
