/**
 * Reads a number between two others: `[85%,90%]`, `(85,90]`, `85%≤X<90%`, `不低于85%且不高于90%`, `大于85%小于90%`, `90±2`.
 */
import type { Operator, Quantity, Range } from "./expression.ts";
import { ARABIC, arabicValue } from "./numerals.ts";
import { OPERATOR_BEFORE, signOf } from "./operators.ts";
import { parseQuantity } from "./quantity.ts";
import { parseUnit, UNIT } from "./units.ts";

/** Words for a sign, before a number. */
const SIGN_IN_WORDS = new RegExp(`(?:${OPERATOR_BEFORE})(?=${ARABIC})`, "g");
const BETWEEN_BOUNDS = /[,，]?(?:并且|而且|且|并|同时|但)?[,，]?(?=[≥>≤<])/;
/** `85%≤X<90%`: a number between two others, with a word for it. */
const BOUNDED = /^(\d[\d.,]*(?:%|‰|\p{Script=Han}{1,3})?)([≤<])[\p{Script=Han}A-Za-z]{1,8}([≤<]\d.*)$/u;
const INTERVAL = /^([[(])(\d[\d.]*(?:%|‰)?)[,，~-](\d[\d.]*(?:%|‰)?)([\])])(.*)$/;
const TOLERANCE = new RegExp(
  `^(?<value>${ARABIC})(?<unit>${UNIT})?(?:±|\\+/-)(?<by>${ARABIC})(?<unitOfBy>${UNIT})?$`,
);

/** Reads a number between two bounds; null where the text is none. */
export function parseBounds(text: string): Range | null {
  return (
    parseTolerance(text) ??
    betweenBounds(
      inSigns(text)
        .split(BETWEEN_BOUNDS)
        .filter((part) => part !== ""),
    )
  );
}

/** Every way to write two bounds as a sign with a number behind it, twice. */
function inSigns(text: string): string {
  return text
    .replace(
      INTERVAL,
      (_, opens, low, high, closes, unit) =>
        `${opens === "[" ? "≥" : ">"}${low}${unit},${closes === "]" ? "≤" : "<"}${high}${unit}`,
    )
    .replace(BOUNDED, (_, low, sign, rest) => `${sign === "≤" ? "≥" : ">"}${low},${rest}`)
    .replace(SIGN_IN_WORDS, (word) => signOf(word) ?? word);
}

const FLOORS: ReadonlySet<Operator | null> = new Set(["≥", ">"]);
const CEILINGS: ReadonlySet<Operator | null> = new Set(["≤", "<"]);

function betweenBounds(parts: readonly string[]): Range | null {
  if (parts.length !== 2) return null;
  const bounds = parts.map(parseQuantity).filter((part): part is Quantity => part?.kind === "quantity");
  const low = bounds.find(({ operator }) => FLOORS.has(operator));
  const high = bounds.find(({ operator }) => CEILINGS.has(operator));
  if (!low || !high || low.value > high.value) return null;
  const inOneUnit = low.unit === null || high.unit === null || low.unit.text === high.unit.text;
  if (!inOneUnit) return null;
  const without = [low.operator === ">" ? "low" : "", high.operator === "<" ? "high" : ""].filter(Boolean);
  return {
    kind: "range",
    low: low.value,
    high: high.value,
    unit: low.unit ?? high.unit,
    ...(without.length > 0 && { without: without.join("+") as NonNullable<Range["without"]> }),
  };
}

/** `90±2`, `90%±2%`: both ends included. */
function parseTolerance(text: string): Range | null {
  const groups = TOLERANCE.exec(text)?.groups;
  if (!groups) return null;
  const { unit, unitOfBy } = groups;
  const [value, by] = [arabicValue(groups.value!), arabicValue(groups.by!)];
  const isOneUnit = unit === undefined || unitOfBy === undefined || unit === unitOfBy;
  if (value === null || by === null || by < 0n || !isOneUnit) return null;
  const printed = unit ?? unitOfBy;
  return {
    kind: "range",
    low: value - by,
    high: value + by,
    unit: printed === undefined ? null : parseUnit(printed),
  };
}
