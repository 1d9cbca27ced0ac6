/**
 * A text whose cells lost their columns, as a flow of tokens in reading order: tables drawn with pipes whose rows are
 * ragged, one cell a line, one line of words. What is left of the table is how each token is kept apart from the one before.
 */
import { squeeze, withoutMarkup } from "../glyphs.ts";
import { SOURCE_LABELS } from "../vocabulary.ts";

/**
 * What stands between a token and the one before it, the weakest first:
 * - `space`: white space, inside a cell or between two
 * - `wrap`: a line end inside a cell that goes on
 * - `line`: a line end behind a cell
 * - `cell`: a drawn border between two cells of one row
 * - `row`: the end of a row
 */
export type Break = "space" | "wrap" | "line" | "cell" | "row";

export interface Token {
  text: string;
  /** 1-based line of the file as received. */
  line: number;
  before: Break;
  /** Empty cells that the text still shows between this token and the one before. */
  blanks: number;
  /** Whether one more empty cell held nothing but a line break, and lost its border with it. */
  brokenBlank?: true;
}

/** A line of a text, by its 1-based number in the file. */
export interface TextLine {
  line: number;
  text: string;
}

/** How a text without columns keeps its cells apart. */
export type FlowStyle = "pipes" | "paragraphs" | "words";

/** From so many spaces on a line stands for a row of words rather than for one cell. */
const LEAST_WORDS_OF_ROW = 4;
/** Share of the filled lines that must show a style for the text to be of it. */
const LEAST_SHARE = 0.5;
const PIPE = /[|｜]/;

/** Whether cells of a text stand between pipes. */
export function isPiped(lines: readonly TextLine[]): boolean {
  const filled = lines.filter(({ text }) => text.trim() !== "");
  const piped = filled.filter(({ text }) => !text.includes("\t") && PIPE.test(text));
  return piped.length > filled.length * LEAST_SHARE;
}

/** A source of money and figures behind it, with spaces between them. */
const MONEY_ON_A_LINE = new RegExp(
  `^(?:其中[:：]?)?(?:${SOURCE_LABELS.flatMap(([, labels]) => labels).join("|")})[:：]?(?:\\s+[\\d.,]+%?){2,}(?:\\s|$)`,
);

/** How the lines of a form keep its cells apart. */
export function styleOf(lines: readonly TextLine[]): FlowStyle {
  if (isPiped(lines)) return "pipes";
  // Long prose may outweigh all rows; a source of money with its figures behind it on one line is a row all the same.
  if (lines.some(({ text }) => MONEY_ON_A_LINE.test(text.trim()))) return "words";
  const filled = lines.map(({ text }) => text.trim()).filter((text) => text !== "");
  const rows = filled.filter((text) => text.split(/\s+/).length > LEAST_WORDS_OF_ROW);
  const inRows = rows.reduce((sum, text) => sum + text.length, 0);
  const all = filled.reduce((sum, text) => sum + text.length, 0);
  return inRows > all * LEAST_SHARE ? "words" : "paragraphs";
}

/** The tokens of a text. */
export function tokensOf(lines: readonly TextLine[], style: FlowStyle): Token[] {
  if (style === "pipes") return tokensOfPipes(lines);
  return style === "words" ? tokensOfWords(lines) : tokensOfParagraphs(lines);
}

/**
 * Cells between pipes. A line that ends without a pipe goes on in the next one; one that ends with several ends a row, the
 * empty cells of which were moved there.
 */
function tokensOfPipes(lines: readonly TextLine[]): Token[] {
  const tokens: Token[] = [];
  let before: Break = "row";
  let blanks = 0;
  const holdsBreaks = emptyCellsHoldBreaks(lines);
  for (const { line, text: whole } of lines) {
    if (whole.trim() === "") continue;
    let brokenBlank = holdsBreaks && before === "line" && PIPE.test(whole.trimStart()[0]!);
    const cells = whole.split(PIPE);
    const closing = whole.length - whole.trimEnd().replace(/(?:\s*[|｜])+$/, "").length;
    const pipesAtEnd = whole.slice(whole.length - closing).split(PIPE).length - 1;
    const isOnlyPipes = cells.every((cell) => cell.trim() === "");
    if (isOnlyPipes) {
      // One pipe on a line of its own is an empty cell; several are the end of a row.
      if (pipesAtEnd > 1) [before, blanks] = ["row", 0];
      else {
        blanks++;
        before = before === "wrap" ? "line" : before;
      }
      continue;
    }
    const filled = cells.slice(0, cells.length - pipesAtEnd || undefined);
    filled.forEach((cell, at) => {
      const text = cell.trim();
      if (at > 0) before = stronger(before, "cell");
      if (text === "") {
        if (at > 0) blanks++;
        return;
      }
      tokens.push({ text, line, before, blanks, ...(brokenBlank && { brokenBlank }) });
      [before, blanks, brokenBlank] = ["space", 0, false];
    });
    before = pipesAtEnd > 1 ? "row" : pipesAtEnd === 1 ? "line" : "wrap";
  }
  return tokens;
}

/** A source of money behind the figures of another one, on one line. */
const ROWS_ON_A_LINE = new RegExp(
  `\\d[%％]?\\s*[|｜][^|｜]*(?:${SOURCE_LABELS.flatMap(([, labels]) => labels).join("|")})`,
);

/**
 * Whether the rows of a text run on over the ends of its lines: then a line ends where an empty cell held nothing but a line break,
 * and what looks like the border of two lines is that cell.
 */
function emptyCellsHoldBreaks(lines: readonly TextLine[]): boolean {
  return lines.some(({ text }) => ROWS_ON_A_LINE.test(text.replace(/\s/g, "")));
}

const STRENGTH: readonly Break[] = ["space", "wrap", "line", "cell", "row"];

function stronger(a: Break, b: Break): Break {
  return STRENGTH.indexOf(a) >= STRENGTH.indexOf(b) ? a : b;
}

/** Runs of blank lines so many times longer than the usual one end a row. */
const LONG_RUN = 3;

/** One cell a line or a paragraph; where paragraphs stand far apart, a row ends. */
function tokensOfParagraphs(lines: readonly TextLine[]): Token[] {
  const gaps = gapsOf(lines);
  const usual = median(gaps) || 1;
  const tokens: Token[] = [];
  let gap = 0;
  for (const { line, text: whole } of lines) {
    const text = whole.trim();
    if (text === "") gap++;
    else {
      const before: Break = tokens.length === 0 || gap >= usual * LONG_RUN + 1 ? "row" : "line";
      tokens.push({ text, line, before, blanks: 0 });
      gap = 0;
    }
  }
  return tokens;
}

/** Lengths of the runs of blank lines between filled ones. */
function gapsOf(lines: readonly TextLine[]): number[] {
  const gaps: number[] = [];
  let gap = 0;
  for (const { text } of lines) {
    if (text.trim() === "") gap++;
    else {
      gaps.push(gap);
      gap = 0;
    }
  }
  return gaps.slice(1);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** Words between spaces; the end of a line ends a cell, and may end a row. */
function tokensOfWords(lines: readonly TextLine[]): Token[] {
  const tokens: Token[] = [];
  for (const { line, text: whole } of lines) {
    const words = withoutMarkup(whole)
      .split(/\s+/)
      .filter((word) => word !== "");
    words.flatMap(withoutLabel).forEach((text, at) => {
      const before: Break = tokens.length === 0 ? "row" : at === 0 ? "line" : "space";
      tokens.push({ text, line, before, blanks: 0 });
    });
  }
  return tokens;
}

const SOURCES = SOURCE_LABELS.flatMap(([, labels]) => labels).join("|");
const LABEL_WITH_FIGURES = new RegExp(`^(\\D*(?:${SOURCES})[:：]?)([\\d.%]+)$`);

/** A label of money and the figures that ran into it; any other word as it is. */
function withoutLabel(word: string): string[] {
  const match = LABEL_WITH_FIGURES.exec(word);
  return match ? [match[1]!, match[2]!] : [word];
}

/** The text of a run of tokens, read as one cell. */
export function textOfTokens(tokens: readonly Token[]): string {
  return squeeze(tokens.map((token) => token.text).join(" "));
}
