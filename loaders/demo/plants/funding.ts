/**
 * Errors and patterns of the money of one form.
 */
import { decimal } from "../../form/decimal.ts";
import { between } from "../chance.ts";
import { rated, roundedToHundredth, type TrueForm, type TrueFunding } from "../true-form.ts";
import { share, sourcesOf, withAppropriation, withNothingMissed, withRate, withSources } from "./change.ts";
import type { FormPlant } from "./plant.ts";

const TOTAL = { seq: "total" } as const;
/** 1 万元 is a million 分. */
const FEN_OF_TEN_THOUSAND = 1_000_000n;
/** A thousand times a hundred million yuan, in 万元: beyond it a rule asks. */
const LARGEST_AMOUNT = decimal(10_000_000);
const hasReason = (form: TrueForm): boolean => form.indicators.some(({ reason }) => reason !== "");

/** The form with its row of the total printed otherwise; nothing else follows. */
function withTotal(form: TrueForm, change: Partial<TrueFunding>): TrueForm {
  const [total, ...sources] = form.funding;
  return { ...form, funding: [{ ...total!, ...change }, ...sources] };
}

export const FUNDING_PLANTS: readonly FormPlant[] = [
  {
    rule: "F1",
    what: "年度资金总额与各来源之和差 10 万元",
    plant: (form) => {
      const initial = form.funding[0]!.initial + decimal(10);
      return { form: withTotal(form, { initial }), ...TOTAL, field: "initial_budget" };
    },
  },
  {
    rule: "F2",
    what: "执行率少印了 7 个百分点",
    plant: (form) => {
      const rate = form.funding[0]!.rate - decimal(7);
      return { form: rated(withTotal(form, { rate })), ...TOTAL, field: "reported_execution_rate" };
    },
  },
  {
    rule: "F3",
    what: "执行率按年初预算数算",
    plant: (form) => {
      const spent = withAppropriation(form, ({ initial }) => ({
        initial,
        adjusted: share(initial, 1070),
        executed: share(initial, 960),
      }));
      const funding = spent.funding.map((row) => ({ ...row, rate: overInitial(row) }));
      return { form: rated({ ...spent, funding }), ...TOTAL, field: "reported_execution_rate" };
    },
  },
  {
    rule: "F4",
    what: "执行数超过全年预算数",
    plant: (form) => ({
      form: withAppropriation(form, (own) => ({ ...own, executed: share(own.adjusted, 1040) })),
      seq: "current_year_appropriation",
      field: "executed",
    }),
  },
  {
    rule: "F5",
    what: "执行率低于 90%，没有写原因",
    plant: (form, chance) => {
      if (hasReason(form)) return null;
      return { form: withRate(form, between(chance, 620, 860)), ...TOTAL, field: "executed" };
    },
  },
  {
    rule: "F6",
    what: "执行率低于 60%，写了原因",
    plant: (form, chance) => {
      if (!hasReason(form)) return null;
      return { form: withRate(form, between(chance, 250, 550)), ...TOTAL, field: "executed" };
    },
  },
  {
    rule: "F7",
    what: "年中调增一成以上",
    plant: (form, chance) => ({
      form: withBudget(form, between(chance, 1200, 1600), 970),
      ...TOTAL,
      field: "adjusted_budget",
    }),
  },
  {
    rule: "F7A",
    what: "年初没有预算，年中追加后没有用出去",
    plant: (form, chance) => {
      const rate = between(chance, 150, 550);
      const sources = sourcesOf(form).map(({ adjusted }) => ({
        initial: 0n,
        adjusted,
        executed: share(adjusted, rate),
      }));
      return {
        form: withSources(form, [sources[0]!, sources[1]!, sources[2]!]),
        ...TOTAL,
        field: "executed",
      };
    },
  },
  {
    rule: "F11",
    what: "冲销以前年度支出，执行数为负",
    plant: (form) => {
      const [own, carried] = sourcesOf(form);
      const reversed = { initial: 0n, adjusted: 0n, executed: -share(own.adjusted, 10) };
      return { form: withSources(form, [own, carried, reversed]), seq: "other_funds", field: "executed" };
    },
  },
  {
    rule: "F12",
    what: "压减过半仍没有用出去",
    plant: (form, chance) => {
      const cut = withSources(withBudget(form, between(chance, 250, 450), 1000), [
        withBudget(form, between(chance, 250, 450), between(chance, 500, 850)).funding[1]!,
        { initial: 0n, adjusted: 0n, executed: 0n },
        { initial: 0n, adjusted: 0n, executed: 0n },
      ]);
      return { form: cut, ...TOTAL, field: "adjusted_budget" };
    },
  },
  {
    rule: "F13",
    what: "其他资金年中增加到年初的几倍",
    plant: (form, chance) => {
      const [own, carried] = sourcesOf(form);
      const initial = share(own.initial, 100);
      const adjusted = share(initial, between(chance, 3200, 6000));
      const grown = { initial, adjusted, executed: share(adjusted, 965) };
      return { form: withSources(form, [own, carried, grown]), seq: "other_funds", field: "adjusted_budget" };
    },
  },
  {
    rule: "H2",
    what: "执行率不到六成，总分仍是优",
    plant: (form, chance) => {
      const planted = withRate(withNothingMissed(form), between(chance, 150, 550));
      return { form: planted, seq: "", field: "total_score" };
    },
  },
  {
    rule: "F9",
    what: "财政拨款没有到齐",
    plant: (form) => {
      const [own] = sourcesOf(form);
      const missing = (own.adjusted - own.executed) / 2n;
      if (missing < decimal(1)) return null;
      const funding = form.funding.map((row) => {
        const isShort = row.source === "total" || row.source === "current_year_appropriation";
        return { ...row, received: roundedToHundredth(row.adjusted - (isShort ? missing : 0n)) };
      });
      return { form: { ...form, funding }, seq: "current_year_appropriation", field: "received" };
    },
  },
  {
    rule: "F14",
    what: "年初预算数按元填写，又丢了小数点",
    plant: (form) => {
      const [own, carried, others] = sourcesOf(form);
      const initial = own.initial * FEN_OF_TEN_THOUSAND;
      if (initial <= LARGEST_AMOUNT) return null;
      return {
        form: withSources(form, [{ ...own, initial }, carried, others]),
        seq: "current_year_appropriation",
        field: "initial_budget",
      };
    },
  },
];

function withBudget(form: TrueForm, adjustedThousandths: number, rate: number): TrueForm {
  return withAppropriation(form, ({ initial }) => {
    const adjusted = share(initial, adjustedThousandths);
    return { initial, adjusted, executed: share(adjusted, rate) };
  });
}

function overInitial({ initial, executed, rate }: TrueFunding) {
  if (initial === 0n) return rate;
  return ((executed * 10_000n) / initial) * 10_000n;
}
