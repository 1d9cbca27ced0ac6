/**
 * 年度总体目标 in a flow of tokens: where 预期目标 ends and 实际完成情况 begins.
 */
import type { Row } from "../../readers/sheet.ts";
import { bigramsOf, similarity } from "../distance.ts";
import { GOAL_LABELS } from "../vocabulary.ts";
import { lengthOfLabel, shareOfLabel } from "./labels.ts";
import type { FlowPart } from "./parts.ts";
import { type Break, type Token, textOfTokens } from "./tokens.ts";

/** The goals as rows of cells: a heading that names both columns, and one row with both texts. */
export interface FlowGoals {
  heading: Row[];
  rows: Row[];
  /** Why the border between both is not sure; null where it is. */
  doubt: string | null;
}

const HEADING = { expected: "预期目标", actual: "实际完成情况" } as const;
const SENTENCE_END = /[。！!;；]$/;
/** The first item of a list: where it comes again, the second column begins. */
const LIST_START = /^(?:目标)?[(（]?(?:1|一|①)[)）、.．::]|^目标1/;
/** How much each kind of break speaks for a border between two cells. */
const SPEAKS: Record<Break, number> = { space: 0, wrap: 0, line: 0.5, cell: 3, row: 0.5 };
/** A border that is so much better than the next one is sure. */
const CLEAR_MARGIN = 0.75;

/** Lays the goals of a form out in their two columns. */
export function goalsOfFlow(part: FlowPart | undefined): FlowGoals {
  if (!part) return { heading: [], rows: [], doubt: null };
  const tokens = [...part.label, ...part.tokens];
  const line = tokens[0]!.line;
  const heading: Row = {
    line,
    cells: [
      { text: HEADING.expected, column: 1 },
      { text: HEADING.actual, column: 2 },
    ],
  };
  const { expected, actual, doubt } = sidesOf(tokens);
  const cells = [
    ...(expected.length > 0 ? [{ text: textOfTokens(expected), column: 1 }] : []),
    ...(actual.length > 0 ? [{ text: textOfTokens(actual), column: 2 }] : []),
  ];
  const row: Row = { line: (expected[0] ?? actual[0])?.line ?? line, cells };
  return { heading: [heading], rows: [row], doubt };
}

interface Sides {
  expected: Token[];
  actual: Token[];
  doubt: string | null;
}

function sidesOf(tokens: readonly Token[]): Sides {
  const expected = labelIn(tokens, GOAL_LABELS.expected, 0);
  const actual = labelIn(tokens, GOAL_LABELS.actual, expected?.to ?? 0);
  if (expected && actual && actual.from > expected.to)
    return { expected: tokens.slice(expected.to, actual.from), actual: tokens.slice(actual.to), doubt: null };
  const prose = tokens.slice((actual ?? expected)?.to ?? tokens.length);
  // The label of the section may stand beside the prose, below the heading.
  return splitProse(prose.slice(lengthOfLabel(prose, 0, [GOAL_LABELS.section])));
}

/** The run of tokens that is most of a label; the first of several. */
function labelIn(
  tokens: readonly Token[],
  labels: readonly string[],
  from: number,
): { from: number; to: number } | null {
  let best: { from: number; to: number } | null = null;
  let most = 0;
  for (let at = from; at < tokens.length; at++) {
    const length = lengthOfLabel(tokens, at, labels);
    if (length === 0) continue;
    const share = shareOfLabel(textOfTokens(tokens.slice(at, at + length)), labels);
    if (share > most) [best, most] = [{ from: at, to: at + length }, share];
  }
  return best;
}

/** Both columns one after the other: the border that is drawn, or where the list, or the wording, begins anew. */
function splitProse(prose: readonly Token[]): Sides {
  const ends = remarkFrom(prose);
  const own = prose.slice(0, ends);
  if (own.length < 2) return { expected: [...own], actual: [], doubt: null };
  const scored = own.slice(1).map((_, index) => ({ at: index + 1, score: scoreOfBorder(own, index + 1) }));
  scored.sort((a, b) => b.score - a.score || a.at - b.at);
  const [best, next] = scored;
  const isSure = own.length === 2 || !next || best!.score - next.score >= CLEAR_MARGIN;
  return {
    expected: own.slice(0, best!.at),
    actual: own.slice(best!.at),
    doubt: isSure ? null : "两栏文字连在一起，分界只能按行文推断",
  };
}

/** A numbered item that is no goal (`2.项目实施内容及过程概述`) ends the goals. */
function remarkFrom(prose: readonly Token[]): number {
  const at = prose.findIndex((token, index) => index > 0 && /^[2-9][.．、]项目/.test(token.text));
  return at < 0 ? prose.length : at;
}

function scoreOfBorder(tokens: readonly Token[], at: number): number {
  const left = tokens.slice(0, at);
  const right = tokens.slice(at);
  const token = tokens[at]!;
  let score = SPEAKS[token.before];
  if (SENTENCE_END.test(tokens[at - 1]!.text)) score += 0.5;
  if (LIST_START.test(token.text) && LIST_START.test(tokens[0]!.text)) score += 2;
  // What was done is told in the words of what was planned.
  score += 2 * similarity(bigramsOf(headOf(left)), bigramsOf(headOf(right)));
  score += similarity(bigramsOf(textOfTokens(left)), bigramsOf(textOfTokens(right)));
  return score;
}

const HEAD = 12;

function headOf(tokens: readonly Token[]): string {
  return textOfTokens(tokens).slice(0, HEAD);
}
