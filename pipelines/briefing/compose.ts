/**
 * From facts to a briefing. The same facts give the same text, byte for byte.
 */
import type { Briefing, Paragraph, Section } from "./briefing.ts";
import type { BriefingFacts } from "./facts/facts.ts";
import { noteOf } from "./grounds.ts";
import type { HouseStyle, SectionId } from "./house-style.ts";
import { day, limit, name, year } from "./pieces.ts";
import { advice } from "./prose/advice.ts";
import { charts, tables } from "./prose/annexes.ts";
import { overview } from "./prose/overview.ts";
import { isSynthetic } from "./prose/parts.ts";
import { problems } from "./prose/problems.ts";
import { reasons } from "./prose/reasons.ts";
import { trust } from "./prose/trust.ts";
import { type Sentence, say } from "./sentence.ts";

type Writer = (facts: BriefingFacts, style: HouseStyle) => readonly Paragraph[];

const WRITERS: Readonly<Record<SectionId, Writer>> = { overview, problems, reasons, advice, trust };

const NUMBERING: Readonly<Record<SectionId, Section["numbering"]>> = {
  overview: "none",
  problems: "headings",
  reasons: "none",
  advice: "items",
  trust: "none",
};

/** Writes a briefing of facts in the style of an office. */
export function compose(facts: BriefingFacts, style: HouseStyle): Briefing {
  return {
    title: title(facts, style),
    synthetic: isSynthetic(facts.run),
    sections: style.order.map((id) => sectionOf(id, WRITERS[id](facts, style), NUMBERING[id], style)),
    annexHeading: style.headings.annex,
    notesHeading: style.headings.notes,
    charts: charts(facts),
    tables: tables(facts),
    imprint: say`数据计算于${day(facts.run.run_at)}，软件版本${name(facts.run.version)}。`,
  };
}

/** A section of paragraphs with their notes; one that is alone has no number. */
export function sectionOf(
  id: SectionId,
  paragraphs: readonly Paragraph[],
  numbering: Section["numbering"],
  { headings, limits }: HouseStyle,
): Section {
  return {
    id,
    heading: headings[id],
    numbering: paragraphs.length > 1 ? numbering : "none",
    paragraphs: paragraphs.map((paragraph) => ({
      ...paragraph,
      note: noteOf(paragraph.sentences, limits.places),
    })),
  };
}

function title({ total, scope, counts }: BriefingFacts, { headings }: HouseStyle): Sentence {
  const who = {
    year: null,
    department: say`${name(counts.department)}（主管部门）`,
    unit: name(counts.implementing_unit),
  }[scope.level];
  const when = total ? say`${year(total.fiscal_year)}度` : null;
  return say`${who}${when}${limit(headings.title)}`;
}
