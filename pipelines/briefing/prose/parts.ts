/**
 * Parts that sentences of several sections share.
 */
import type { Decimal } from "../../../loaders/form/decimal.ts";
import type { PlaceRow, ProjectColumn } from "../facts/facts.ts";
import { type Ground, standing } from "../grounds.ts";
import type { Cell, Row } from "../ledger.ts";
import { decimalOf } from "../number-words.ts";
import { type Fact, name, percent } from "../pieces.ts";
import type { Level } from "../scope.ts";
import { type Part, type Sentence, say, together } from "../sentence.ts";

/** The number in a cell; null where there is none. */
export function number(cell: Cell | undefined): Decimal | null {
  return cell?.value == null ? null : decimalOf(cell.value);
}

export function isPositive(cell: Cell | undefined): boolean {
  return (number(cell) ?? 0n) > 0n;
}

export function isZero(cell: Cell | undefined): boolean {
  return number(cell) === 0n;
}

/** Whether the warehouse was computed on made-up data; warehouses of before cannot hold any. */
export function isSynthetic({ synthetic }: Partial<Row<"synthetic">>): boolean {
  return synthetic?.value === "true";
}

/** Whether a cell holds 1: one form, one unit, one year. */
export function isOne(cell: Cell): boolean {
  return cell.value === "1";
}

/** Whether a percentage can be told as a share: money that was overspent elsewhere makes shares above 100 % or below 0. */
export function isShare(cell: Cell): boolean {
  const share = number(cell);
  return share !== null && share >= 0n && share <= HUNDRED;
}

const ONE = 1_000_000n;
const HUNDRED = 100n * ONE;

/** An execution rate, with the reason where it lies outside 0 to 100 %. */
export function rateOf(cell: Cell): Sentence {
  const value = number(cell) ?? 0n;
  const why = value < 0n ? "（执行数为负数）" : value > HUNDRED ? "（超过预算）" : "";
  return say`${percent(cell)}${why}`;
}

/** Whether a percentage lies below a limit in percent. */
export function isBelow(cell: Cell, most: number | Cell): boolean {
  const limit = typeof most === "number" ? BigInt(most) * ONE : number(most);
  const value = number(cell);
  return value !== null && limit !== null && value < limit;
}

/** The mark behind what the checks doubt of one form: an amount that asks for a person, or that a rule calls impossible. */
export function doubtOf({ doubtful }: Row<"doubtful">): string {
  return doubtful.value === "true" ? "（金额待核）" : "";
}

/** The same behind a sum in which such amounts are. */
export function doubtIn(forms: Cell): string {
  return isPositive(forms) ? "（含待核的金额）" : "";
}

/** How parts of a whole are introduced: as the main ones only where they come to half of it. */
export function mostlyOf(parts: readonly Cell[], whole: Cell): string {
  const sum = parts.reduce((total, part) => total + (number(part) ?? 0n), 0n);
  return sum * 2n >= (number(whole) ?? 0n) ? "主要是" : "其中";
}

/** Whether a part is worth naming: at least so many percent of a positive whole. */
export function isWorthNaming(part: Cell, whole: Cell, least: number): boolean {
  const [amount, total] = [number(part), number(whole)];
  return (
    amount !== null && total !== null && amount > 0n && total > 0n && amount * 100n >= total * BigInt(least)
  );
}

/** The name of a source of funds; a source that the national form does not know is called as it is printed. */
export function sourceName(source: Cell): Part {
  switch (source.value) {
    case "total":
      return "年度资金总额";
    case "current_year_appropriation":
      return "当年财政拨款";
    case "carry_over":
      return "上年结转资金";
    case "other_funds":
      return "其他资金";
    default:
      return name(source);
  }
}

/** A project with its unit; within a unit's own briefing the project alone. */
export function project(row: Row<ProjectColumn>, level: Level): Sentence {
  const doubt = row.name_doubtful.value === "true" ? "（名称待核）" : "";
  const own = say`“${name(row.project_name)}”${doubt}`;
  return level === "unit" || row.implementing_unit.value === null
    ? own
    : say`${name(row.implementing_unit)}${own}`;
}

/** Projects with what is told of each; a unit is named once for its projects that follow each other. */
export function eachProject<R extends Row<ProjectColumn>>(
  rows: readonly R[],
  level: Level,
  tell: (row: R) => Part,
  between = "；",
): Sentence {
  return together(
    rows.map((row, index) => {
      const before = rows[index - 1]?.implementing_unit.value;
      const named = project(row, before === row.implementing_unit.value ? "unit" : level);
      return say`${index > 0 ? between : ""}${named}${tell(row)}`;
    }),
  );
}

/** A figure that every form has, in the first rows of many, which count themselves. */
export function firstOf(what: Part, rows: readonly PlaceRow[], page: Fact): Ground | null {
  const ground = standing(what, rows, { of: rows[0]?.forms ?? null, page });
  return ground && { ...ground, isFigure: true };
}
