/**
 * An answer as text: a table for people, CSV and JSON for programs.
 */
import type { Json } from "@duckdb/node-api";
import type { Answer } from "./select.ts";

/** Characters that take the width of two on a terminal: Chinese, its punctuation, full-width forms. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** RFC 4180 with a header and `\n`; null is an empty cell. */
export function csvText({ columns, rows }: Answer): string {
  return [columns, ...rows]
    .map((row) => `${row.map((cell) => csvCell(plainText(cell))).join(",")}\n`)
    .join("");
}

/** An array of objects, an object a row. */
export function jsonText(answer: Answer): string {
  return `${JSON.stringify(answerObjects(answer), null, 2)}\n`;
}

/** The rows as objects; of two columns of one name the later gets a number. */
export function answerObjects({ columns, rows }: Answer): Record<string, Json>[] {
  const names = columns.map((name, at) => {
    const before = columns.slice(0, at).filter((other) => other === name).length;
    return before === 0 ? name : `${name}_${before + 1}`;
  });
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? null])));
}

/** Columns side by side under their names, numbers to the right; line breaks and tabs are shown as signs. */
export function tableText({ columns, rows }: Answer): string {
  const cells = rows.map((row) => row.map((cell) => onOneLine(plainText(cell))));
  const widths = columns.map((name, at) =>
    cells.reduce((width, row) => Math.max(width, displayWidth(row[at]!)), displayWidth(name)),
  );
  const toTheRight = columns.map((_, at) => rows.length > 0 && rows.every((row) => isNumber(row[at]!)));
  const lines = [columns, widths.map((width) => "─".repeat(width)), ...cells].map((row) =>
    row
      .map((text, at) => padded(text, widths[at]!, toTheRight[at]!))
      .join("  ")
      .trimEnd(),
  );
  return `${lines.join("\n")}\n`;
}

function plainText(value: Json): string {
  if (value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function isNumber(value: Json): boolean {
  return value === null || NUMBER.test(String(value));
}

function onOneLine(text: string): string {
  return text.replaceAll("\t", "⇥").replaceAll(/\r\n?|\n/g, "⏎");
}

function padded(text: string, width: number, toTheRight: boolean): string {
  const space = " ".repeat(width - displayWidth(text));
  return toTheRight ? space + text : text + space;
}

function displayWidth(text: string): number {
  return [...text].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);
}
