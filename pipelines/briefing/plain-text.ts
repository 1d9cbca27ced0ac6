/**
 * A briefing as plain text, with its numbering: what a golden test reads, and a terminal shows.
 */
import type { Briefing, Section } from "./briefing.ts";
import { chineseNumeral } from "./chinese-numeral.ts";
import { textOf } from "./sentence.ts";

/** The text of a briefing; each sentence that rests on forms is followed by its note's number in brackets. */
export function briefingText(briefing: Briefing): string {
  const notes: string[] = [];
  const lines = [textOf(briefing.title), ""];
  for (const [index, section] of briefing.sections.entries()) {
    lines.push(`${chineseNumeral(index + 1)}、${section.heading}`);
    lines.push(...section.paragraphs.flatMap((_, at) => paragraphLines(section, at, notes)), "");
  }
  for (const [index, table] of briefing.tables.entries()) {
    lines.push(`${briefing.annexHeading}${index + 1} ${textOf(table.title)}（${table.unit}）`);
    lines.push(table.columns.map(({ label }) => label).join(" | "));
    lines.push(...table.rows.map((row) => row.map(textOf).join(" | ")), "");
  }
  lines.push(...notes.map((note, index) => `[${index + 1}] ${note}`), "", textOf(briefing.imprint));
  return `${lines.join("\n")}\n`;
}

function paragraphLines(section: Section, at: number, notes: string[]): string[] {
  const { lead, sentences } = section.paragraphs[at]!;
  const text = sentences
    .map((sentence) => {
      if (!sentence.basis) return textOf(sentence);
      notes.push(textOf(sentence.basis));
      return `${textOf(sentence)}[${notes.length}]`;
    })
    .join("");
  if (section.numbering === "items" && section.paragraphs.length > 1) return [`${at + 1}. ${text}`];
  return lead ? [`（${chineseNumeral(at + 1)}）${textOf(lead)}`, text] : [text];
}
