/**
 * Patterns of one project over its years.
 */
import { formatDecimal } from "../../form/decimal.ts";
import { between, type Chance } from "../chance.ts";
import type { Amounts, TrueForm, TrueIndicator } from "../true-form.ts";
import {
  isCount,
  numberIn,
  share,
  sourcesOf,
  WHOLE_SHARE,
  withIndicator,
  withIndicators,
  withNumber,
  withSources,
} from "./change.ts";
import type { ProjectPlant } from "./plant.ts";

/** The place of the first of so many forms in years that follow each other; -1 where there are none. */
function consecutive(forms: readonly TrueForm[], count: number): number {
  return forms.findIndex((form, at) => forms[at + count - 1]?.year === form.year + count - 1);
}

function replaced(forms: readonly TrueForm[], changed: ReadonlyMap<number, TrueForm>): TrueForm[] {
  return forms.map((form, at) => changed.get(at) ?? form);
}

/** Other funds of a third of the own budget, of which so many thousandths were spent. */
export function withLateFunds(form: TrueForm, spent: number): TrueForm {
  const [own, carried] = sourcesOf(form);
  const adjusted = share(own.adjusted, 330);
  return withSources(form, [own, carried, { initial: 0n, adjusted, executed: share(adjusted, spent) }]);
}

export const PROJECT_PLANTS: readonly ProjectPlant[] = [
  {
    rule: "F8",
    what: "其他资金三年里有两年没有用出去",
    plant: (forms, chance) => {
      const first = consecutive(forms, 3);
      if (first < 0) return null;
      const spent = [between(chance, 50, 450), 950, between(chance, 50, 450)];
      const late = new Map(
        spent.map((rate, at) => [first + at, withLateFunds(forms[first + at]!, rate)] as const),
      );
      const unspent = [0, 2].map((at) => late.get(first + at)!.funding[3]!);
      const amount = unspent.reduce((sum, { adjusted, executed }) => sum + adjusted - executed, 0n);
      const place = { seq: "other_funds", field: "executed" };
      return {
        forms: replaced(forms, late),
        marks: [{ at: first + 2, ...place, size: 2, amount: formatDecimal(amount) }],
      };
    },
  },
  {
    rule: "F10",
    what: "连续两年有上年结转资金",
    plant: (forms, chance) => {
      const first = consecutive(forms, 2);
      if (first < 0) return null;
      const carrying = new Map(
        [0, 1].map((at) => [first + at, carried(forms[first + at]!, chance)] as const),
      );
      const amount = formatDecimal(carrying.get(first + 1)!.funding[2]!.adjusted);
      return {
        forms: replaced(forms, carrying),
        marks: [{ at: first + 1, seq: "carry_over", field: "adjusted_budget", amount }],
      };
    },
  },
  {
    rule: "H3A",
    what: "实际完成情况照抄上年",
    plant: (forms) => {
      const first = consecutive(forms, 2);
      if (first < 0) return null;
      const copied = { ...forms[first + 1]!, actualOutcome: forms[first]!.actualOutcome };
      return {
        forms: replaced(forms, new Map([[first + 1, copied]])),
        marks: [{ at: first + 1, seq: "", field: "actual_outcome" }],
      };
    },
  },
  {
    rule: "H3B",
    what: "实际完成情况照抄上年，只改了年份",
    plant: (forms) => {
      const first = consecutive(forms, 2);
      if (first < 0) return null;
      const [before, after] = [forms[first]!, forms[first + 1]!];
      const actualOutcome = before.actualOutcome.replace(`${before.year}年`, `${after.year}年`);
      return {
        forms: replaced(forms, new Map([[first + 1, { ...after, actualOutcome }]])),
        marks: [{ at: first + 1, seq: "", field: "actual_outcome" }],
      };
    },
  },
  {
    rule: "H3C",
    what: "指标值和完成值照抄上年",
    plant: (forms) => {
      const first = consecutive(forms, 2);
      if (first < 0) return null;
      const copied = copiedFrom(forms[first]!, forms[first + 1]!);
      return (
        copied && {
          forms: replaced(forms, new Map([[first + 1, copied]])),
          marks: [{ at: first + 1, seq: "", field: "actual" }],
        }
      );
    },
  },
  {
    rule: "H4",
    what: "指标值低于上年的完成值，今年又超过",
    plant: (forms) => {
      const first = consecutive(forms, 2);
      if (first < 0) return null;
      const [before, after] = [forms[first]!, forms[first + 1]!];
      const at = before.indicators.findIndex(
        (row) => isCount(row) && numberIn(row.actual)! > numberIn(row.target)! && row.score === row.weight,
      );
      const name = before.indicators[at]?.name;
      const same = after.indicators.findIndex((row) => row.name === name);
      if (at < 0 || same < 0) return null;
      const target = before.indicators[at]!.target;
      const reached = Math.round((numberIn(target)! * 112) / 10_000) * 100;
      const { actual, weight } = after.indicators[same]!;
      const easy = { target, actual: withNumber(actual, reached), score: weight, reason: "" };
      return {
        forms: replaced(forms, new Map([[first + 1, withIndicator(after, same, easy)]])),
        marks: [{ at: first + 1, seq: "", field: "target" }],
      };
    },
  },
];

/** Numbers that must be those of the year before, of a hundred, and how many there must be. */
const COPIED_SHARE = 80;
const LEAST_COPIED = 3;

/** What a form says of its numbers, but for its money, as the year before; null where the two have not the same indicators. */
function copiedFrom(before: TrueForm, after: TrueForm): TrueForm | null {
  const rows = after.indicators;
  const isSame = rows.every(({ name, weight }, at) => {
    const other = before.indicators[at];
    return other?.name === name && other.weight === weight;
  });
  if (!isSame || before.indicators.length !== rows.length) return null;
  const isCopied = ({ name, target }: TrueIndicator): boolean =>
    numberIn(target) !== null && !name.endsWith("项目总成本");
  const isWhole = ({ target }: TrueIndicator): boolean => numberIn(target) === WHOLE_SHARE;
  const numbers = rows.filter((row) => numberIn(row.target) !== null && !isWhole(row));
  const copied = numbers.filter(isCopied);
  if (copied.length < LEAST_COPIED || 100 * copied.length < COPIED_SHARE * numbers.length) return null;
  return withIndicators(
    after,
    rows.map((row, at) => (isCopied(row) ? before.indicators[at]! : row)),
  );
}

/** Money left over from the year before, a twentieth of the own budget, and spent. */
function carried(form: TrueForm, chance: Chance): TrueForm {
  const [own, , others] = sourcesOf(form);
  const adjusted = share(own.adjusted, between(chance, 20, 80));
  const left: Amounts = { initial: 0n, adjusted, executed: adjusted };
  return withSources(form, [own, left, others]);
}
