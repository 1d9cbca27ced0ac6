/**
 * The indicator table in a flow of tokens: its heading names the columns, and of all ways to lay the tokens out in rows the
 * one is taken in which each cell fits its column best.
 */
import { countCjk } from "../glyphs.ts";
import type { TableField } from "./cell-costs.ts";
import { headingOf } from "./table-heading.ts";
import { TableLayout } from "./table-layout.ts";
import { type ChosenCell, cheapestPath } from "./table-paths.ts";
import { type FlowStyle, type Token, textOfTokens } from "./tokens.ts";

/** A cell of a row, with the doubt about where it begins and ends. */
export interface FlowCell {
  field: TableField;
  tokens: Token[];
  /** How much dearer the best other reading of its tokens is; infinite where there is none. */
  margin: number;
  /** What the tokens would be in that reading, for people. */
  other: string;
}

/** The columns of the table in order, and the tokens behind its heading. */
export interface FlowTable {
  fields: TableField[];
  rows: FlowCell[][];
  /** Words that fit no column of each row, as they stand in the text. */
  left: string[][];
}

/** Lays the tokens under 绩效指标 out as rows. */
export function tableOfFlow(tokens: readonly Token[], style: FlowStyle): FlowTable {
  const { fields, end } = headingOf(tokens);
  const body = tokens.slice(end);
  if (fields.length === 0 || body.length === 0) return { fields, rows: [], left: [] };
  const layout = new TableLayout(body, fields, style);
  const { rows } = cheapestPath({
    start: layout.start,
    end: body.length,
    stepsFrom: (state) => layout.stepsFrom(state),
    costOfStopping: (state) => layout.costOfStopping(state),
  });
  return {
    fields,
    rows: rows.map((row) => row.map((cell) => flowCell(cell, body))),
    left: leftOf(rows, body),
  };
}

/** The words between the cells of each row, and behind them up to the next row, that were laid in none. */
function leftOf(rows: readonly (readonly ChosenCell<TableField>[])[], body: readonly Token[]): string[][] {
  let at = 0;
  return rows.map((row, index) => {
    const end = rows.slice(index + 1).find((next) => next.length > 0)?.[0]?.from ?? body.length;
    const taken = new Set(
      row.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)),
    );
    const left: string[] = [];
    for (; at < end; at++) if (!taken.has(at) && countCjk(body[at]!.text) > 1) left.push(body[at]!.text);
    return left;
  });
}

function flowCell(
  { field, from, to, margin, other }: ChosenCell<TableField>,
  body: readonly Token[],
): FlowCell {
  const told = other ? textOfTokens(body.slice(other.from, other.to)) : "";
  return { field, tokens: body.slice(from, to), margin, other: told };
}
