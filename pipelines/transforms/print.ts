/**
 * Writes an expression in the form's own way, so that reading it again gives the same expression.
 */
import { formatDecimal } from "../../loaders/form/decimal.ts";
import type { Actual, Day, Outcome, Range, Trend, Unit } from "./expression.ts";

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  attained: "达成指标",
  partly_attained: "部分达成指标并具有一定效果",
  not_attained: "未达成指标且效果较差",
};
const DIRECTIONS: Readonly<Record<Trend["direction"], string>> = { up: "增加", down: "减少", level: "持平" };

/** The text of an expression: `≥90(%)`, `2024年12月31日前`, `增加10(%)`. */
export function print(expression: Actual): string {
  switch (expression.kind) {
    case "quantity":
      return `${expression.operator ?? ""}${formatDecimal(expression.value, 0)}${printUnit(expression.unit)}`;
    case "range":
      return printRange(expression);
    case "ratio":
      return `${expression.operator ?? ""}${formatDecimal(expression.left, 0)}:${formatDecimal(expression.right, 0)}`;
    case "date": {
      const { from, to, before } = expression;
      const span = printDay(from) === printDay(to) ? printDay(to) : `${printDay(from)}至${printDay(to)}`;
      return before ? `${span}前` : span;
    }
    case "trend":
      return DIRECTIONS[expression.direction] + (expression.amount ? print(expression.amount) : "");
    case "several":
      return expression.parts.map(print).join(";");
    case "verdict":
      return OUTCOMES[expression.outcome];
    case "empty":
      return "";
    default:
      return expression.text;
  }
}

function printRange({ low, high, unit, without }: Range): string {
  const ends = [low, high].map((end) => formatDecimal(end, 0)) as [string, string];
  if (without === undefined) return `${ends[0]}~${ends[1]}${printUnit(unit)}`;
  const [opens, closes] = [without.includes("low") ? "(" : "[", without.includes("high") ? ")" : "]"];
  return `${opens}${ends[0]},${ends[1]}${closes}${printUnit(unit)}`;
}

function printUnit(unit: Unit | null): string {
  return unit ? `(${unit.text})` : "";
}

function printDay({ year, month, day }: Day): string {
  return `${year === null ? "" : `${year}年`}${month}月${day}日`;
}
