/**
 * A briefing as plain text, with its numbering: what a golden test reads, and a terminal shows.
 */
import type { Briefing, Section, TableRow } from "./briefing.ts";
import { chineseNumeral } from "./chinese-numeral.ts";
import { textOf } from "./sentence.ts";

/** The text of a briefing; each paragraph that rests on forms ends with its note's number in brackets. */
export function briefingText(briefing: Briefing): string {
  const notes: string[] = [];
  const lines = [textOf(briefing.title), ""];
  for (const [index, section] of briefing.sections.entries()) {
    lines.push(`${chineseNumeral(index + 1)}、${section.heading}`);
    lines.push(...section.paragraphs.flatMap((_, at) => paragraphLines(section, at, notes)), "");
  }
  for (const [index, table] of briefing.tables.entries()) {
    const number = briefing.tables.length > 1 ? index + 1 : "";
    lines.push(`${briefing.annexHeading}${number} ${textOf(table.title)}（${table.unit}）`);
    lines.push(table.columns.map(({ label }) => label).join(" | "));
    lines.push(...table.rows.map(rowText), "");
  }
  lines.push(...notes.map((note, index) => `[${index + 1}] ${note}`), "", textOf(briefing.imprint));
  return `${lines.join("\n")}\n`;
}

function paragraphLines(section: Section, at: number, notes: string[]): string[] {
  const { lead, sentences, note } = section.paragraphs[at]!;
  if (note) notes.push(textOf(note));
  const opening = lead ? `${textOf(lead)}。` : "";
  const number = { headings: `（${chineseNumeral(at + 1)}）`, items: `${at + 1}. `, none: "" }[
    section.numbering
  ];
  return [`${number}${opening}${sentences.map(textOf).join("")}${note ? `[${notes.length}]` : ""}`];
}

function rowText({ cells, isPart }: TableRow): string {
  return `${isPart ? "　" : ""}${cells.map(textOf).join(" | ")}`;
}
