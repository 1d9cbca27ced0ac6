/**
 * What goes wrong with the filing of a form: filed twice, or with a year that cannot be read.
 */
import type { TrueForm } from "../true-form.ts";
import { share, withAppropriation } from "./change.ts";
import type { FormPlant } from "./plant.ts";

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
];

/** An earlier state: less was spent when it was written, and its last indicator was still to come. */
function draftOf(form: TrueForm): TrueForm {
  const spentLess = withAppropriation(form, (own) => ({ ...own, executed: share(own.executed, 930) }));
  return { ...spentLess, indicators: spentLess.indicators.slice(0, -1) };
}
