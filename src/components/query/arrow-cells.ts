/**
 * Cells of an Arrow answer as text. Arrow in JavaScript hands decimals over as four numbers without their scale, times
 * as milliseconds, large integers as bigints; here each becomes what a reader expects, digit by digit.
 */

/** What is read of Arrow's types; the numbers are those of its format. */
export interface ArrowType {
  typeId: number;
  /** Digits behind the point of a decimal. */
  scale?: number;
}

const INT = 2;
const FLOAT = 3;
const DECIMAL = 7;
const DATE = 8;
const TIMESTAMP = 10;

/** Whether a column is one of figures. */
export function isNumeric({ typeId }: ArrowType): boolean {
  return [INT, FLOAT, DECIMAL].includes(typeId);
}

/** A decimal from its 32-bit parts, the lowest first, in two's complement. */
export function decimalText(parts: Uint32Array, scale: number): string {
  const bits = BigInt(parts.length * 32);
  let value = 0n;
  for (const part of [...parts].reverse()) value = (value << 32n) | BigInt(part);
  const signed = BigInt.asIntN(Number(bits), value);
  const digits = (signed < 0n ? -signed : signed).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const text = scale === 0 ? digits : `${whole}.${digits.slice(-scale)}`;
  return signed < 0n ? `-${text}` : text;
}

/** A number in plain digits; what is no number has no figure. */
function numberText(value: number): string | null {
  if (!Number.isFinite(value)) return null;
  const text = String(value);
  if (!text.includes("e")) return text;
  if (Math.abs(value) >= 1) return BigInt(value).toString();
  return value.toFixed(20).replace(/(\.\d*?)0+$/, "$1");
}

function structured(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}

/** The text of a cell; null where there is none. */
export function cellText(value: unknown, type: ArrowType): string | null {
  if (value === null || value === undefined) return null;
  if (type.typeId === DECIMAL) return decimalText(value as Uint32Array, type.scale ?? 0);
  if (type.typeId === DATE) return new Date(Number(value)).toISOString().slice(0, 10);
  if (type.typeId === TIMESTAMP) return new Date(Number(value)).toISOString().slice(0, 19).replace("T", " ");
  if (typeof value === "number") return numberText(value);
  if (typeof value === "object") return JSON.stringify(value, structured);
  return String(value);
}

/** A figure without the zeros that a type of six decimals prints; amounts keep two. */
export function plainFigure(text: string): string {
  return text.replace(/(\.\d\d\d*?)0+$/, "$1");
}
