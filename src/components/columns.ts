/** Columns of figures, as the tables of all pages have them. */
import { count, fixed, money, NONE, percent } from "./format.js";
import type { Column } from "./table.js";

type Text = Node | string;
/** Wraps a figure, in a link for instance. */
export type Wrap<Row> = (row: Row, text: string) => Text;

const plain = (_: unknown, text: string): Text => text;

/** An amount in 万元. */
export function amountColumn<Row>(
  label: string,
  value: (row: Row) => string | null,
  wrap: Wrap<Row> = plain,
): Column<Row> {
  return { label, unit: "万元", numeric: true, cell: (row) => wrap(row, money(value(row))), value };
}

/** A rate or a share, which arrives in percent. */
export function rateColumn<Row>(label: string, value: (row: Row) => string | null): Column<Row> {
  return { label, numeric: true, cell: (row) => percent(value(row)), value };
}

/** A difference of rates or of scores, in 百分点 or 分. */
export function pointsColumn<Row>(
  label: string,
  unit: string,
  value: (row: Row) => string | null,
): Column<Row> {
  return { label, unit, numeric: true, cell: (row) => fixed(value(row), 2), value };
}

/** A number of things, named by their measure word; null for a place in an order, which has none. */
export function countColumn<Row>(
  label: string,
  unit: string | null,
  value: (row: Row) => number | null,
  wrap: Wrap<Row> = plain,
): Column<Row> {
  const text = (row: Row) => {
    const n = value(row);
    return n === null ? NONE : count(n);
  };
  return { label, unit: unit ?? undefined, numeric: true, cell: (row) => wrap(row, text(row)), value };
}
