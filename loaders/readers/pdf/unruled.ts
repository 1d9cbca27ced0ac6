/**
 * A table without ruling lines: its columns are what stands between gutters that no word crosses, its rows what stands between gaps
 * wider than those within wrapped cells.
 *
 * The parts of the form have columns of their own, so each is parted for itself, from the words of its heading on. Where a part does
 * not come out as a table in which every row has one figure in each column of figures, nothing is parted at all.
 */
import type { Cell } from "../sheet.ts";
import { type Box, boxAroundAll, middleOf, type Word } from "./geometry.ts";
import { linesOfWords, textOfWords } from "./text-lines.ts";

/** A row that was parted, with its place in the flow of all pages. */
export interface PartedRow {
  cells: Cell[];
  words: readonly Word[];
}

/** Headings of the parts, in the order in which they stand on the form; words may wrap anywhere. */
const HEADINGS = [
  ["money", /年初预|全年预|调整后?预|预算数.*执行/],
  ["goals", /(?:预期|设定|总体)目标.*(?:完成|实现)情况/],
  ["indicators", /三级|指标名称/],
  ["end", /^(?:总分|合计|总计|其他需要说明|说明|备注|注[:：]|填[报表])/],
] as const;
type Part = (typeof HEADINGS)[number][0];
const NEW_FORM = /^项目(?:支出)?名称/;
/** 三、年度总体目标 above a part runs over its columns, and is none of its rows. */
const NUMBERED = /^[一二三四五六七][、.．](?=.{0,16}$)/;
const SUM = /^(?:总分|合计|总计)/;

/** Gaps that differ no more are alike. */
const SAME_GAP = 0.5;
/** A gap wider than so many heights of the writing stands within no cell. */
const MOST_GAP = 2;
/** The word below another is one of so many next ones. */
const WORDS_LOOKED_AT = 400;
/** A gutter between two columns is so wide at least; between the cells of the head, in heights of the writing. */
const GUTTER = 1.5;
const GAP_OF_HEAD = 0.8;
/** The first column of money that is no title, and the first of indicators that is no label of a group. */
const FIRST_COLUMN = { money: /资金总|年度总额|^总额|^资金来源/, indicators: /三级|指标名称/ } as const;
/** A line of a cell that is a figure by itself, with a sign in front or a unit behind it. */
const QUANTITY = /^[≥≤=＝<>]?\d[\d.,]*[^\d\s]{0,4}$/;

/** The rows of a form or of several, one under the other; null where they cannot be told apart. */
export function rowsOfUnruled(words: readonly Word[]): PartedRow[] | null {
  // The wider the gap, the more lines are one cell; too wide, and two rows are one, which their figures tell.
  for (const gap of gapsBetweenRows(words)) {
    const rows = rowsPartedAt(words, gap);
    if (rows) return rows;
  }
  return null;
}

function rowsPartedAt(words: readonly Word[], gap: number): PartedRow[] | null {
  const zones = zonesOf(words, gap);
  if (!zones) return null;
  const rows: PartedRow[] = [];
  let columns: Interval[] = [];
  for (const { part, words: own } of zones) {
    if (part === "head") rows.push(...bandsOf(own, gap).map(rowOfHead));
    else if (part === "end") rows.push(...bandsOf(own, gap).map((band) => rowOfEnd(band, columns)));
    else if (part === "goals") {
      const goals = rowsOfGoals(own, gap);
      if (!goals) return null;
      rows.push(...goals);
    } else {
      columns = intervalsOf(own, "x", GUTTER);
      const parted = rowsOfPart(own, columns, FIRST_COLUMN[part], gap);
      if (!parted) return null;
      rows.push(...parted);
    }
  }
  return rows;
}

interface Interval {
  from: number;
  to: number;
}

/** What words cover of an axis, apart where a gap is wider than `gap`. */
function intervalsOf(words: readonly Word[], axis: "x" | "y", gap: number): Interval[] {
  const ranges = words
    .map(
      ({ left, right, top, bottom }): Interval =>
        axis === "x" ? { from: left, to: right } : { from: top, to: bottom },
    )
    .sort((a, b) => a.from - b.from);
  const intervals: Interval[] = [];
  for (const { from, to } of ranges) {
    const last = intervals.at(-1);
    if (last && from - last.to <= gap) last.to = Math.max(last.to, to);
    else intervals.push({ from, to });
  }
  return intervals;
}

function bandsOf(words: readonly Word[], gap: number): Word[][] {
  return intervalsOf(words, "y", gap).map(({ from, to }) =>
    words.filter((word) => word.top >= from - 0.01 && word.bottom <= to + 0.01),
  );
}

/** Where gaps between lines fall apart in narrower and wider ones, from the widest on; each may be what parts rows. */
function gapsBetweenRows(words: readonly Word[]): number[] {
  const sorted = [...words].sort((a, b) => a.top - b.top);
  const gaps = sorted.flatMap((word, at) => {
    const below = sorted
      .slice(at + 1, at + 1 + WORDS_LOOKED_AT)
      .find((other) => other.top >= word.bottom - 1 && other.left < word.right && word.left < other.right);
    return below ? [Math.max(0, below.top - word.bottom)] : [];
  });
  const most = MOST_GAP * Math.max(...words.map(({ top, bottom }) => bottom - top));
  const distinct = [...new Set(gaps.map((gap) => Math.round(gap * 10) / 10))].sort((a, b) => a - b);
  const between = distinct.map((gap, index) => {
    const last = distinct[index - 1] ?? 0;
    return gap - last >= SAME_GAP ? (gap + last) / 2 : null;
  });
  return between.filter((gap) => gap !== null && gap <= most).reverse() as number[];
}

/** The words of each part of the forms, in their order; null where a part has no heading, or two stand in one row. */
function zonesOf(words: readonly Word[], gap: number): { part: Part | "head"; words: Word[] }[] | null {
  const bands = intervalsOf(words, "y", gap);
  const starts: { part: Part | "head"; from: number }[] = [{ part: "head", from: -Infinity }];
  let last: Part | "head" = "head";
  for (const line of linesOfWords(words)) {
    const text = textOfWords(line.words).replaceAll(" ", "");
    const band = bands.find(({ to }) => line.bottom <= to + 0.01)!;
    const isDone = last === "end" || last === "indicators";
    const next = HEADINGS[HEADINGS.findIndex(([part]) => part === last) + 1];
    if (isDone && NEW_FORM.test(text)) {
      starts.push({ part: "head", from: band.from });
      last = "head";
    } else if (last !== "end" && next![1].test(text)) {
      if (band.from <= starts.at(-1)!.from) return null;
      starts.push({ part: next![0], from: band.from });
      last = next![0];
    } else if (last !== "end" && NUMBERED.test(text)) starts.push({ part: "head", from: band.from });
  }
  if (last !== "indicators" && last !== "end") return null;
  return starts.map(({ part, from }, index) => {
    const to = starts[index + 1]?.from ?? Infinity;
    return { part, words: words.filter(({ top }) => top >= from - 0.01 && top < to - 0.01) };
  });
}

/** A row of the head: cells where the words stand apart. */
function rowOfHead(words: readonly Word[]): PartedRow {
  const height = Math.max(...words.map(({ top, bottom }) => bottom - top));
  const columns = intervalsOf(words, "x", GAP_OF_HEAD * height);
  return rowUnder(words, columns);
}

/** A row below the indicators: the sums stand in their columns, remarks in none. */
function rowOfEnd(words: readonly Word[], columns: readonly Interval[]): PartedRow {
  return SUM.test(textOfWords(words).replaceAll(" ", "")) ? rowUnder(words, columns) : rowOfHead(words);
}

/** A row with each word in the column that it stands in, or nearest to. */
function rowUnder(words: readonly Word[], columns: readonly Interval[]): PartedRow {
  const cells = columns.map((_, column) => {
    const own = words.filter((word) => columnOf(word, columns) === column);
    return { text: textOfWords(own), column };
  });
  return { cells: cells.filter(({ text }) => text !== ""), words };
}

function columnOf(word: Box, columns: readonly Interval[]): number {
  const [x] = middleOf(word);
  const distances = columns.map(({ from, to }) => Math.max(from - x, x - to, 0));
  return distances.indexOf(Math.min(...distances));
}

/** Both goals: what stands left and right of the widest gutter between their headings, and the label at the left. */
function rowsOfGoals(words: readonly Word[], gap: number): PartedRow[] | null {
  const columns = intervalsOf(words, "x", GUTTER);
  const first = words.filter((word) => columnOf(word, columns) === 0);
  const isLabel =
    columns.length > 2 && /^[年度总体目标及完成情况]+$/.test(textOfWords(first).replaceAll(" ", ""));
  const prose = isLabel ? words.filter((word) => !first.includes(word)) : words;
  const [heading, ...rest] = bandsOf(prose, gap);
  const height = Math.max(...heading!.map(({ top, bottom }) => bottom - top));
  const heads = intervalsOf(heading!, "x", GAP_OF_HEAD * height);
  if (heads.length !== 2) return null;
  const [left, right] = heads.map(({ from, to }) => (from + to) / 2) as [number, number];
  const sides = intervalsOf(prose, "x", GUTTER);
  const gutters = sides
    .slice(1)
    .map(({ from }, index) => ({ from: sides[index]!.to, to: from }))
    .filter(({ from, to }) => from >= left && to <= right)
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  if (!gutters[0]) return null;
  const { from, to } = gutters[0];
  const border = (from + to) / 2;
  const sided = (own: readonly Word[]): PartedRow => {
    const cells = [
      { text: textOfWords(own.filter((word) => middleOf(word)[0] < border)), column: 1 },
      { text: textOfWords(own.filter((word) => middleOf(word)[0] >= border)), column: 2 },
    ];
    return { cells: cells.filter(({ text }) => text !== ""), words: own };
  };
  const head = sided(heading!);
  return [
    { ...head, cells: [...(isLabel ? [{ text: textOfWords(first), column: 0 }] : []), ...head.cells] },
    ...(rest.length > 0 ? [sided(rest.flat())] : []),
  ];
}

/** The rows of a table under its heading; null where a row has two figures in a column. */
function rowsOfPart(
  words: readonly Word[],
  columns: readonly Interval[],
  firstColumn: RegExp,
  gap: number,
): PartedRow[] | null {
  const own = (column: number): Word[] => words.filter((word) => columnOf(word, columns) === column);
  const first = columns.findIndex((_, column) =>
    linesOfWords(own(column)).some((line) => firstColumn.test(textOfWords(line.words).replaceAll(" ", ""))),
  );
  if (first < 0) return null;
  const body = words.filter((word) => columnOf(word, columns) >= first);
  const bands = bandsOf(body, gap);
  const rows = bands.map((band) => rowUnder(band, columns));
  if (rows.length < 2 || figuresOf(rows[0]!, columns).filter((count) => count > 0).length > 1) return null;
  if (rows.some((row) => figuresOf(row, columns).some((count) => count > 1))) return null;
  // A name alone is the rest of a name that wraps.
  if (firstColumn === FIRST_COLUMN.indicators && rows.some(({ cells }) => cells.length < 2)) return null;
  const extents = bands.map(boxAroundAll);
  for (let column = first - 1; column >= 0; column--) addLabels(rows, extents, own(column), column, gap);
  return rows;
}

/** How many lines of each cell are figures: a cell that wraps holds words, and of figures each row has one in a column. */
function figuresOf({ words }: PartedRow, columns: readonly Interval[]): number[] {
  return columns.map((_, column) => {
    const own = linesOfWords(words.filter((word) => columnOf(word, columns) === column));
    return own.filter((line) => QUANTITY.test(textOfWords(line.words).replaceAll(" ", ""))).length;
  });
}

/** Puts the labels of merged cells into the rows whose middle they stand in, with the rows that they cover where that is sure. */
function addLabels(
  rows: PartedRow[],
  extents: readonly Box[],
  words: readonly Word[],
  column: number,
  gap: number,
): void {
  const labels = bandsOf(words, gap).map((own) => ({ words: own, box: boxAroundAll(own) }));
  const placed = labels.map(({ words: own, box }) => {
    const [, y] = middleOf(box);
    const distances = extents.map(({ top, bottom }) => Math.max(top - y, y - bottom, 0));
    return { words: own, y, at: distances.indexOf(Math.min(...distances)) };
  });
  const spans = spansOf(
    placed.map(({ y }) => y),
    extents,
  );
  placed.forEach(({ words: own, at }, index) => {
    const span = spans?.[index];
    const row = rows[span ? span.from : at]!;
    const rowSpan = span ? span.to - span.from + 1 : 1;
    row.cells = [...row.cells, { text: textOfWords(own), column, ...(rowSpan > 1 && { rowSpan }) }].sort(
      (a, b) => a.column - b.column,
    );
    row.words = [...row.words, ...own];
  });
}

/** The rows that labels cover which stand in the middle of them; null where these are not all rows, each once. */
function spansOf(middles: readonly number[], extents: readonly Box[]): { from: number; to: number }[] | null {
  const spans: { from: number; to: number }[] = [];
  let from = 0;
  for (const middle of middles) {
    let to = from;
    const off = (end: number): number => Math.abs((extents[from]!.top + extents[end]!.bottom) / 2 - middle);
    if (from >= extents.length) return null;
    while (to + 1 < extents.length && off(to + 1) <= off(to)) to++;
    const row = Math.min(extents[from]!.bottom - extents[from]!.top, extents[to]!.bottom - extents[to]!.top);
    if (off(to) > row / 2) return null;
    spans.push({ from, to });
    from = to + 1;
  }
  return from === extents.length ? spans : null;
}
