/**
 * Which part of the form each row belongs to.
 *
 * The parts follow each other in a fixed order, so the rows are labelled together: the cheapest way through the
 * parts (Viterbi), where a row costs little in a part whose words it carries and much in one whose shape it lacks. A
 * garbled heading then costs something, but loses nothing.
 */
import type { Row } from "../readers/sheet.ts";
import { halfWidth, isError, squeeze, withoutMarkup } from "./glyphs.ts";
import { remembering } from "./remember.ts";

export const SECTIONS = [
  "header",
  "fundingHeading",
  "funding",
  "goalsHeading",
  "goals",
  "indicatorHeading",
  "indicators",
  "total",
  "rating",
] as const;
export type Section = (typeof SECTIONS)[number];

export type FormSections = Record<Section, Row[]>;

/** A row that says by its words where it belongs, set in another part. */
const COST_AGAINST_WORDS = 6;
/** A row without any word of a heading, set as that heading. */
const COST_SILENT_HEADING = 4;
/** A row with points or amounts, set where the form has prose or names. */
const COST_NUMBERS_IN_TEXT = 3;
/** A row without numbers, set where each row has some; frequent enough, since rows break. */
const COST_TEXT_IN_NUMBERS = 0.4;
/** A heading that is not there at all. */
const COST_SKIPPED = 1;

const WORDS: Record<Section, RegExp[]> = {
  header: [/项目名称/, /主管(部门|单位)/, /(实施|项目)单位/],
  fundingHeading: [/年初预算/, /(全年|调整|[上本]年)预算|预算数/, /(全年|[上本]年)执行|执行数/, /执行率/],
  funding: [/资金总额/, /财政拨款/, /上年结转/, /其他资金/],
  goalsHeading: [/期目标/, /设定目标/, /(实|际)完成情/],
  goals: [/^(年度)?总体目标/, /^年度目标/],
  indicatorHeading: [/[一二]级指标/, /指标值/, /完成值/, /三级/],
  indicators: [/(数量|质量|时效|效益|成本)指标/, /达成(预期)?指标/],
  total: [/^总分\d|^.{0,6}总分\D{0,3}\d/],
  rating: [/评分等|等[级次][:：(（□☐○☑√✓✔■]{0,2}[优良中差]/],
};
/** Words of a section that it takes to be sure of it: a heading shares single words with rows. */
const WORDS_NEEDED: Partial<Record<Section, number>> = { fundingHeading: 2, indicatorHeading: 2 };
const HEADINGS: ReadonlySet<Section> = new Set(["fundingHeading", "goalsHeading", "indicatorHeading"]);
const NUMERIC: ReadonlySet<Section> = new Set(["funding", "indicators", "total"]);

/** Cuts the rows of one form into its parts; blank rows go with the part they stand in. */
export function cutSections(rows: readonly Row[]): FormSections {
  const sections: FormSections = {
    header: [],
    fundingHeading: [],
    funding: [],
    goalsHeading: [],
    goals: [],
    indicatorHeading: [],
    indicators: [],
    total: [],
    rating: [],
  };
  const own = withoutRemarks(rows).filter((row) => !isTitleOfPart(row));
  const labels = cheapestLabels(own.map(emissionCosts));
  own.forEach((row, index) => {
    const section = SECTIONS[labels[index]!]!;
    sections[strayFrom(section, row) ?? section].push(row);
  });
  moveSum(sections);
  return sections;
}

/** Words under the table that say something about the form: they are in none of its parts. */
const REMARK =
  /^(?:其[他它](?:需要)?说明|需要说明|说明|备注|注\d?[:：]|注$|填[表报]|制表|审核|联系|评价结论|存在问题|自评结论|偏差|改进措施|项目负责人|财务负责人|单位负责人|单位(?:盖章|公章))/;
/** Longer cells than this that stand alone in a row are prose. */
const LONGEST_LONE_CELL = 24;

/** 三、年度总体目标 above a table: the title of what follows, and no part of the prose above it. */
const TITLE_OF_PART =
  /^[一二三四五六七八][、.．](?:年度|项目|总体|绩效)*(?:目标|指标)(?:及|自评|自我评价|(?:完成|实现)|情况|表)*$/;

function isTitleOfPart(row: Row): boolean {
  return row.cells.length === 1 && TITLE_OF_PART.test(rowText(row));
}

/** The rows up to the last that is no remark; only the last ones are looked at, from the end. */
function withoutRemarks(rows: readonly Row[]): readonly Row[] {
  let end = rows.length;
  while (end > 0 && (rows[end - 1]!.cells.length === 0 || isRemark(rows[end - 1]!))) end--;
  if (end === rows.length) return rows;
  const rest = rows.slice(0, end);
  return rest.some(isTotal) ? rest : rows;
}

function isRemark(row: Row): boolean {
  const text = rowText(row);
  if (REMARK.test(text)) return true;
  return row.cells.length === 1 && text.length > LONGEST_LONE_CELL;
}

const TOTAL = /^.{0,4}(?:总分|合计|总计)\D{0,6}\d/;

function isTotal(row: Row): boolean {
  return TOTAL.test(halfWidth(rowText(row)));
}

/** 合计 under the indicators is the total of a form that has no 总分; that of the money stands in another part. */
function moveSum({ indicators, total }: FormSections): void {
  const last = indicators.at(-1);
  if (total.length > 0 || !last || !isTotal(last)) return;
  total.push(indicators.pop()!);
}

const NUMBER = /^[\d,]+(\.\d+)?$/;

function isNumber(text: string): boolean {
  // Most cells begin with a word: they are told by one character.
  return text.charCodeAt(0) <= 0x39 && NUMBER.test(text);
}

/** A row of money has an amount for each of three columns at least. */
const AMOUNTS_OF_ROW = 3;
/** No cell of the indicator table but a reason is so long, and reasons stand beside points. */
const LONGEST_INDICATOR_CELL = 80;

/** The part that a row out of order belongs to, where its words leave no doubt; null where it stands in its own. */
function strayFrom(section: Section, row: Row): Section | null {
  if (section === "funding" || row.cells.length === 0) return null;
  const text = rowText(row);
  if (section !== "indicators") {
    const amounts = row.cells.filter((cell) => isNumber(cell.text)).length;
    return amounts >= AMOUNTS_OF_ROW && WORDS.funding.some((word) => word.test(text)) ? "funding" : null;
  }
  if (WORDS.rating.some((word) => word.test(text))) return "rating";
  const isProse =
    row.cells.some((cell) => cell.text.length > LONGEST_INDICATOR_CELL) &&
    !row.cells.some((cell) => isNumber(cell.text));
  return isProse && /^(年度)?(总体)?目标|^年度总体/.test(text) ? "goals" : null;
}

/** The row's text without the separations that column lines put into it, kept: every step looks at the same rows again. */
export function rowText(row: Row): string {
  if (row.text !== undefined) return row.text;
  let text = "";
  for (const cell of row.cells) if (!isError(cell.text)) text += squeeze(withoutMarkup(cell.text));
  row.text = text;
  return text;
}

const ANY_WORD = anyOf(Object.values(WORDS).flat());
const ANY_WORD_OF = SECTIONS.map((section) => anyOf(WORDS[section]));
const NO_HITS: readonly number[] = SECTIONS.map(() => 0);

function anyOf(words: readonly RegExp[]): RegExp {
  return new RegExp(words.map((word) => word.source).join("|"));
}

/** How many words of a section a text holds; of most sections it holds none. */
function countWords(section: Section, index: number, text: string): number {
  if (!ANY_WORD_OF[index]!.test(text)) return 0;
  let count = 0;
  for (const word of WORDS[section]) if (word.test(text)) count++;
  return count;
}

const COSTS_OF_BLANK: readonly number[] = SECTIONS.map((section) =>
  HEADINGS.has(section) ? COST_SILENT_HEADING : 0,
);
/** Up to so many numbers of a row are told apart. */
const MOST_NUMBERS = 4;
/** What rows without words cost, by their numbers. */
const COSTS_OF_SILENT = Array.from({ length: MOST_NUMBERS + 1 }, (_, numbers) => costsOf(NO_HITS, numbers));

function emissionCosts(row: Row): readonly number[] {
  const text = rowText(row);
  if (text === "") return COSTS_OF_BLANK;
  let numbers = 0;
  for (const cell of row.cells) if (isNumber(cell.text)) numbers++;
  numbers = Math.min(numbers, MOST_NUMBERS);
  const hits = hitsOf(text);
  return hits === NO_HITS ? COSTS_OF_SILENT[numbers]! : costsOf(hits, numbers);
}

/** How many words of each section a text holds. */
const hitsOf = remembering((text): readonly number[] =>
  ANY_WORD.test(text) ? SECTIONS.map((section, index) => countWords(section, index, text)) : NO_HITS,
);

/** What a row costs in each section. @param hits how many words of each it holds */
function costsOf(hits: readonly number[], numbers: number): number[] {
  const spoken: boolean[] = [];
  let surest = 0;
  for (const [index, section] of SECTIONS.entries()) {
    spoken.push(hits[index]! >= (WORDS_NEEDED[section] ?? 1));
    if (spoken[index]) surest = Math.max(surest, hits[index]!);
  }
  return SECTIONS.map((section, index) => {
    let cost = 0;
    if (surest > 0 && !spoken[index]) cost += COST_AGAINST_WORDS * Math.min(surest, 2) * 0.5;
    if (!spoken[index] && (HEADINGS.has(section) || section === "total" || section === "rating"))
      cost += COST_SILENT_HEADING;
    if (numbers >= 2 && !NUMERIC.has(section)) cost += COST_NUMBERS_IN_TEXT;
    if (numbers < 2 && NUMERIC.has(section)) cost += COST_TEXT_IN_NUMBERS;
    if (section === "funding" && numbers >= 2 && numbers < MOST_NUMBERS && hits[index] === 0)
      cost += COST_TEXT_IN_NUMBERS;
    return cost;
  });
}

function cheapestLabels(costs: readonly (readonly number[])[]): number[] {
  const count = SECTIONS.length;
  const from: number[][] = [];
  let best = SECTIONS.map((_, section) => section * COST_SKIPPED);
  costs.forEach((emission, index) => {
    const step = new Array<number>(count);
    const next = new Array<number>(count);
    for (let section = 0; section < count; section++) {
      let cheapest = Number.POSITIVE_INFINITY;
      let origin = section;
      for (let earlier = index === 0 ? section : 0; earlier <= section; earlier++) {
        const skipped = Math.max(0, section - earlier - 1) * COST_SKIPPED;
        const cost = best[earlier]! + skipped;
        if (cost <= cheapest) {
          cheapest = cost;
          origin = earlier;
        }
      }
      next[section] = cheapest + emission[section]!;
      step[section] = origin;
    }
    from.push(step);
    best = next;
  });
  // A form may be cut off after any part: ending early is free.
  let section = best.indexOf(Math.min(...best));
  const labels = new Array<number>(costs.length);
  for (let index = costs.length - 1; index >= 0; index--) {
    labels[index] = section;
    section = from[index]![section]!;
  }
  return labels;
}
