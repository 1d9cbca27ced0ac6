/**
 * The money of a project over its years: a budget that drifts, a small change in mid-year, most of it spent.
 */
import { between, type Chance, happens } from "./chance.ts";
import { type Amounts, hundredths } from "./true-form.ts";

/** What a project is granted in a year before anything changes. In hundredths of 万元. */
export interface ProjectMoney {
  appropriation: number;
  /** 0 where it has none. */
  otherFunds: number;
  /** Whether money was left to be carried over from the year before. */
  carries: boolean;
}

/** The sources of one year's form. */
export interface YearMoney {
  sources: readonly [Amounts, Amounts, Amounts];
  /** Less than nine tenths were spent. */
  isLow: boolean;
}

const NOTHING: Amounts = { initial: 0n, adjusted: 0n, executed: 0n };

/** Many small budgets and few large ones, 2 to 900 万元. */
export function chooseMoney(chance: Chance): ProjectMoney {
  const doublings = between(chance, 0, 7);
  const appropriation = between(chance, 200, 400) * 2 ** doublings + between(chance, 0, 99);
  const otherFunds = happens(chance, 20) ? part(appropriation, between(chance, 150, 400)) : 0;
  return { appropriation, otherFunds, carries: false };
}

/** One year's money, and what the next begins with. */
export function spendYear(money: ProjectMoney, chance: Chance): YearMoney & { next: ProjectMoney } {
  const isLow = happens(chance, 14);
  const rate = () => (isLow ? between(chance, 760, 880) : between(chance, 915, 1000));
  const own = changed(money.appropriation, chance);
  // Nothing is carried over twice running.
  const carried = money.carries ? part(money.appropriation, between(chance, 10, 40)) : 0;
  const others = money.otherFunds === 0 ? NOTHING : amounts(changed(money.otherFunds, chance), rate());
  return {
    sources: [
      amounts(own, rate()),
      carried === 0 ? NOTHING : amounts({ initial: 0, adjusted: carried }, isLow ? 880 : 1000),
      others,
    ],
    isLow,
    next: {
      appropriation: part(money.appropriation, between(chance, 960, 1080)),
      otherFunds: part(money.otherFunds, between(chance, 950, 1060)),
      carries: !money.carries && happens(chance, 12),
    },
  };
}

/** Half of the budgets stay as they were approved, the others change by a few in a hundred. */
function changed(initial: number, chance: Chance): { initial: number; adjusted: number } {
  return { initial, adjusted: happens(chance, 50) ? initial : part(initial, between(chance, 950, 1040)) };
}

function amounts({ initial, adjusted }: { initial: number; adjusted: number }, rate: number): Amounts {
  return {
    initial: hundredths(initial),
    adjusted: hundredths(adjusted),
    executed: hundredths(part(adjusted, rate)),
  };
}

/** So many thousandths of an amount, in whole hundredths. */
export function part(amount: number, thousandths: number): number {
  return Math.round((amount * thousandths) / 1000);
}
