/**
 * Patterns of one form that make one ask whether it can be believed.
 */
import { hundredths, roundedToHundredth, type TrueForm, type TrueIndicator } from "../true-form.ts";
import {
  isCount,
  isMissedNumber,
  isSatisfaction,
  justMet,
  numberIn,
  placesOf,
  withIndicator,
  withIndicators,
} from "./change.ts";
import type { FormPlant } from "./plant.ts";

const WHOLE_FORM = { seq: "" } as const;

export const CREDIBILITY_PLANTS: readonly FormPlant[] = [
  {
    rule: "D2",
    what: "完成日期不在本年度",
    plant: (form) => {
      const at = form.indicators.findIndex(({ target }) => /^\d{4}年\d+月底前$/.test(target));
      if (at < 0) return null;
      const actual = form.indicators[at]!.actual.replace(String(form.year), String(form.year - 1));
      return { form: withIndicator(form, at, { actual }), seq: String(at + 1), field: "actual" };
    },
  },
  {
    rule: "H3",
    what: "实际完成情况照抄预期目标",
    plant: (form) => ({
      form: { ...form, actualOutcome: form.expectedGoal },
      ...WHOLE_FORM,
      field: "actual_outcome",
    }),
  },
  {
    rule: "H5",
    what: "指标值多是文字",
    plant: (form) => {
      const planted = withIndicators(form, form.indicators.map(inWords));
      return shareInWords(planted) < 70 ? null : { form: planted, ...WHOLE_FORM, field: "target" };
    },
  },
  {
    rule: "H6",
    what: "完成值全都恰好等于指标值",
    plant: (form) => {
      const compared = form.indicators.filter(({ target }) => ![null, 10_000].includes(numberIn(target)));
      if (compared.length < 3) return null;
      return { form: withIndicators(form, form.indicators.map(justMet)), ...WHOLE_FORM, field: "actual" };
    },
  },
  {
    rule: "H9",
    what: "满意度放在社会效益之下",
    plant: (form) => {
      const at = form.indicators.findIndex(({ level2 }) => level2 === "社会效益指标");
      if (at < 0) return null;
      const surveyed = { name: `${form.project}群众满意度`, target: "≥90.00(%)", actual: "93.50(%)" };
      const { weight } = form.indicators[at]!;
      return {
        form: withIndicator(form, at, { ...surveyed, score: weight, reason: "" }),
        seq: String(at + 1),
        field: "level2",
      };
    },
  },
  {
    rule: "H9A",
    what: "同名指标出现两次",
    plant: (form) => {
      const [first, second] = placesOf(form, ({ level2 }) => level2 === "质量指标");
      if (first === undefined || second === undefined) return null;
      const { name } = form.indicators[first]!;
      return { form: withIndicator(form, second, { name }), seq: String(second + 1), field: "name" };
    },
  },
  {
    rule: "H10",
    what: "没有达成的指标分值只有 0.1 分",
    plant: (form) => {
      const at = form.indicators.findIndex(isMissedNumber);
      const other = form.indicators.findIndex((row) => row.score === row.weight && isCount(row));
      if (at < 0 || other < 0) return null;
      return { form: shrunk(form, at, other), ...WHOLE_FORM, field: "weight" };
    },
  },
  {
    rule: "H14",
    what: "问数量，答进展",
    plant: (form) => {
      const at = form.indicators.findIndex(isCount);
      if (at < 0) return null;
      const { weight } = form.indicators[at]!;
      const answer = {
        actual: "正在统计",
        score: roundedToHundredth((weight * 8n) / 10n),
        reason: "年底前没有统计完",
      };
      return { form: withIndicator(form, at, answer), seq: String(at + 1), field: "actual" };
    },
  },
  {
    rule: "S12",
    what: "没有效益指标",
    plant: (form) => {
      const indicators = form.indicators.map((row) =>
        row.level1 === "效益指标" ? { ...row, level1: "产出指标", level2: "时效指标" } : row,
      );
      return { form: withIndicators(form, indicators), ...WHOLE_FORM, field: "level1" };
    },
  },
  {
    rule: "H11",
    what: "没有满意度指标",
    plant: (form) => {
      const indicators = form.indicators.map((row) => (isSatisfaction(row) ? asBenefit(row, form) : row));
      return { form: withIndicators(form, indicators), ...WHOLE_FORM, field: "level1" };
    },
  },
];

/** A movement (`持续提升`) can be told from its contrary: it is more than a word. */
const MOVEMENT = /提升|提高|改善|增强|增加|增长|扩大|减少|下降|降低/;

/** All but satisfaction and the first count said in words. */
function inWords(row: TrueIndicator, index: number): TrueIndicator {
  const isWord = numberIn(row.target) === null && !MOVEMENT.test(row.target);
  if (isSatisfaction(row) || index === 1 || isWord) return row;
  return { ...row, target: "按计划完成", actual: "达成指标", score: row.weight, reason: "" };
}

function shareInWords({ indicators }: TrueForm): number {
  const points = (rows: readonly TrueIndicator[]): bigint =>
    rows.reduce((sum, { weight }) => sum + weight, 0n);
  return Number((100n * points(indicators.filter(({ target }) => !/\d/.test(target)))) / points(indicators));
}

/** The weight of one indicator given to another, but for a tenth of a point. */
function shrunk(form: TrueForm, at: number, other: number): TrueForm {
  const left = hundredths(10);
  const { weight, score } = form.indicators[at]!;
  const moved = weight - left;
  const indicators = form.indicators.map((row, index) => {
    if (index === at) return { ...row, weight: left, score: ((left * score) / weight / 10_000n) * 10_000n };
    return index === other ? { ...row, weight: row.weight + moved, score: row.score + moved } : row;
  });
  return withIndicators(form, indicators);
}

function asBenefit(row: TrueIndicator, { project }: TrueForm): TrueIndicator {
  const name = `${project}信息公开率${row.name.includes("对") ? "" : "（线上）"}`;
  return { ...row, level1: "效益指标", level2: "可持续影响指标", name };
}
