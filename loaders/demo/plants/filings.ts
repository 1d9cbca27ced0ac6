/**
 * What goes wrong with the filing of a form: filed twice, with a year that cannot be read, or in the wrong unit of money.
 */
import { type Decimal, decimal } from "../../form/decimal.ts";
import type { TrueForm } from "../true-form.ts";
import { share, sourcesOf, withAppropriation, withRate, withSources } from "./change.ts";
import type { FormPlant } from "./plant.ts";

/** 元 in 万元. */
const YUAN_OF_TEN_THOUSAND = 10_000n;
/** In 万元: ten thousand times as much is thousands of times what any unit's forms come to. */
const LARGE_PROJECT = decimal(500);
/** In 万元: ten thousand times as much would be beyond what any project can cost, which is found for itself. */
const TOO_LARGE = decimal(1000);

export const FILING_PLANTS: readonly FormPlant[] = [
  {
    rule: "D3",
    what: "初稿和定稿都在，执行数不同",
    plant: (form) => ({
      form: { ...form, filing: { kind: "twice", before: draftOf(form) } },
      seq: "total",
      field: "executed",
    }),
  },
  {
    rule: "D4",
    what: "年度多印了一位，读不出是哪一年",
    plant: (form) => {
      // Where it is missing, nothing may be found of its unit: it must not be the one that keeps the year from being all full marks.
      if (form.indicators.some(({ score, weight }) => score < weight)) return null;
      const printedYear = `${form.year}${form.year % 10}`;
      return { form: { ...form, filing: { kind: "undated", printedYear } }, seq: "", field: "fiscal_year" };
    },
  },
  {
    rule: "F14A",
    what: "金额按元填写，没有折成万元",
    plant: (form) => {
      const { initial, adjusted } = form.funding[0]!;
      if (initial < LARGE_PROJECT || initial > TOO_LARGE || adjusted > TOO_LARGE) return null;
      // All of it spent: what is left would be more than all that the others left, and be asked about for that.
      const [own, carried, others] = sourcesOf(withRate(form, 1000)).map((row) => ({
        initial: inYuan(row.initial),
        adjusted: inYuan(row.adjusted),
        executed: inYuan(row.executed),
      }));
      const field = adjusted >= initial ? "adjusted_budget" : "initial_budget";
      return { form: withSources(form, [own!, carried!, others!]), seq: "total", field };
    },
  },
];

function inYuan(amount: Decimal): Decimal {
  return amount * YUAN_OF_TEN_THOUSAND;
}

/** An earlier state: less was spent when it was written, and its last indicator was still to come. */
function draftOf(form: TrueForm): TrueForm {
  const spentLess = withAppropriation(form, (own) => ({ ...own, executed: share(own.executed, 930) }));
  return { ...spentLess, indicators: spentLess.indicators.slice(0, -1) };
}
