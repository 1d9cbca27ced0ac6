/**
 * The ways to lay a flow of tokens out as rows of the indicator table, and what each step of them costs: how well a text fits its
 * column, what the break in front of it says, and how it goes together with the cells beside it.
 */
import type { Decimal } from "../decimal.ts";
import { saysNothing } from "../glyphs.ts";
import { isPoints, shapeOf } from "../indicators/shapes.ts";
import { costOfCell, isLevel1Label, isLevelLabel, pointsOf, type TableField } from "./cell-costs.ts";
import type { PathState, Step } from "./table-paths.ts";
import { type Break, type FlowStyle, type Token, textOfTokens } from "./tokens.ts";

/** What a field that stays empty costs. */
const COST_EMPTY: Record<TableField, number> = {
  ordinal: 1,
  level1: 0,
  level2: 0,
  name: 5,
  sign: 0.8,
  unit: 0.3,
  target: 2,
  actual: 2,
  weight: 2,
  score: 2,
  reason: 0,
};
const COST_NO_LEVEL_YET = 2;
const COST_NO_POINTS_OF_PART = 0.2;
/** A new first level without a second. */
const COST_NO_LEVEL2 = 2.5;
/** A label of a level within another cell, and points within a reason. */
const COST_LABEL_WITHIN = 3;
const COST_POINTS_IN_REASON = 1;
const COST_EMPTY_GROUP = 0.3;
/** A group whose label is that of a first level as well is rather that. */
const COST_EMPTY_GROUP_OF_LEVEL1 = 1.3;
/** A row without a label behind a group without rows: it would be that group's. */
const COST_ROW_OF_EMPTY_GROUP = 3;
const COST_DROP = { dirt: 0.2, token: 7 };
/** An empty cell that the text still shows costs little. */
const SHARE_OF_TOLD_BLANK = 0.2;
const COST_BLANKS_OFF = 0.5;
/** The text may be cut off within a row. */
const COST_CUT_OFF = 0.5;

/** What it costs to begin a row, or the next cell of one, behind a break. */
const COST_ROW_AFTER: Record<Break, number> = { space: 0, wrap: 2, line: 0, cell: 2.5, row: 0 };
const COST_CELL_AFTER: Record<Break, number> = { space: 0, wrap: 2, line: 0, cell: 0, row: 4 };
/** What it costs to read over a break within a cell. */
const COST_JOIN_OVER: Record<Break, number> = { space: 0.7, wrap: 0, line: 1, cell: 8, row: 5 };
/** Where each line is a row, its end says more. */
const COST_CELL_ON_NEXT_LINE = 1.5;
const COST_ROW_WITHIN_LINE = 1;
/** Labels wrap in their narrow cells, and reasons are prose. */
const EASILY_JOINED: ReadonlySet<TableField> = new Set(["level1", "level2", "reason"]);
const SHARE_OF_EASY_JOIN = 0.3;
/** A cell is not put together at such a cost. */
const MOST_COST_OF_JOINS = 5;
/** Nor is a text taken for what it is so unlike; a row can leave a column empty for less. */
const MOST_COST_OF_CELL = 8;
const LABELS: ReadonlySet<TableField> = new Set(["level1", "level2"]);
/** Tokens that a cell takes at most. */
const MOST_TOKENS: Record<TableField, number> = {
  ordinal: 1,
  level1: 5,
  level2: 5,
  name: 8,
  sign: 1,
  target: 6,
  unit: 1,
  actual: 6,
  weight: 1,
  score: 1,
  reason: 30,
};

/** How target and actual, weight and score speak for each other. */
const COST_ACTUAL_OF_OTHER_KIND = 1;
const GAIN_SAME_VALUE = 0.4;
/** Words behind a whole figure rather begin the next cell. */
const COST_WORDS_BEHIND_FIGURE = 1.5;
const COST_SCORE_OVER_WEIGHT = 4;
const GAIN_FULL_SCORE = 0.2;
const COST_REASON_FOR_NOTHING = 0.6;

/** A place in the table: before token `at`, at column `column` of a row. */
interface TableState extends PathState {
  column: number;
  /** Columns left empty since the last filled one. */
  skipped: number;
  /** Whether the row has taken a token, and one that is no label. */
  begun: boolean;
  filled: boolean;
  /** Whether any row above had a level. */
  levelled: boolean;
  /** Whether the row above was a group without rows. */
  behindEmpty: boolean;
  /** Whether the row is part of the one above (其中…), and may have no points of its own. */
  isPart: boolean;
  /** Tokens of the row's target. */
  target: { from: number; to: number } | null;
  weight: Decimal | null;
}

/** Rows of the given columns over the given tokens. */
export class TableLayout {
  readonly #tokens: readonly Token[];
  readonly #fields: readonly TableField[];
  /** Whether the text shows where cells are empty. */
  readonly #blanksTold: boolean;
  readonly #linesAreRows: boolean;
  readonly #texts: string[][] = [];

  constructor(tokens: readonly Token[], fields: readonly TableField[], style: FlowStyle) {
    this.#tokens = tokens;
    this.#fields = fields;
    this.#blanksTold = tokens.some((token) => token.blanks > 0);
    this.#linesAreRows = style === "words" && new Set(tokens.map((token) => token.line)).size > 2;
  }

  get start(): TableState {
    return this.#state({
      at: 0,
      column: 0,
      skipped: 0,
      begun: false,
      filled: false,
      levelled: false,
      behindEmpty: false,
      isPart: false,
      target: null,
      weight: null,
    });
  }

  #state(state: Omit<TableState, "key" | "rank">): TableState {
    const { column, skipped, begun, filled, levelled, behindEmpty, isPart, target, weight } = state;
    const key = `${column},${skipped},${+begun}${+filled}${+levelled}${+behindEmpty}${+isPart},${target?.from},${target?.to},${weight}`;
    const rank = begun ? column : this.#fields.length + 1 + column;
    return { ...state, key, rank };
  }

  /** The text of a run of tokens, put together once. */
  #textOf(from: number, to: number): string {
    const known = this.#texts[from]?.[to - from];
    if (known !== undefined) return known;
    const text = textOfTokens(this.#tokens.slice(from, to));
    const texts = this.#texts[from] ?? [];
    texts[to - from] = text;
    this.#texts[from] = texts;
    return text;
  }

  stepsFrom(state: TableState): Step<TableField, TableState>[] {
    const steps: Step<TableField, TableState>[] = [];
    const token = this.#tokens[state.at];
    const field = this.#fields[state.column];
    if (field) {
      if (token) {
        steps.push(...this.#fills(state, field));
        const isDirt = saysNothing(token.text) && token.text.length > 1;
        steps.push({
          to: this.#state({ ...state, at: state.at + 1 }),
          cost: isDirt ? COST_DROP.dirt : COST_DROP.token,
          move: { kind: "drop" },
        });
      }
      steps.push({
        to: this.#state({
          ...state,
          column: state.column + 1,
          skipped: this.#blanksTold ? state.skipped + 1 : 0,
        }),
        cost: this.#costOfEmpty(state, field),
        move: { kind: "skip" },
      });
    }
    if (state.begun && token && (!field || !state.filled)) steps.push(this.#endOfRow(state));
    return steps;
  }

  /** Behind the last column a row ends; one of nothing but labels is a group without rows. */
  #endOfRow(state: TableState): Step<TableField, TableState> {
    return {
      to: this.#state({ ...this.start, at: state.at, levelled: true, behindEmpty: !state.filled }),
      cost: state.filled
        ? 0
        : isLevel1Label(this.#tokens[state.at - 1]!.text)
          ? COST_EMPTY_GROUP_OF_LEVEL1
          : COST_EMPTY_GROUP,
      move: { kind: "end" },
    };
  }

  costOfStopping(state: TableState): number {
    return state.begun && this.#fields[state.column] ? COST_CUT_OFF : 0;
  }

  #costOfEmpty(state: TableState, field: TableField): number {
    if (LABELS.has(field) && !state.levelled) return COST_NO_LEVEL_YET;
    if (state.isPart && (field === "weight" || field === "score")) return COST_NO_POINTS_OF_PART;
    return field === "level2" && state.begun ? COST_NO_LEVEL2 : COST_EMPTY[field];
  }

  #fills(state: TableState, field: TableField): Step<TableField, TableState>[] {
    const steps: Step<TableField, TableState>[] = [];
    const first = this.#tokens[state.at]!;
    let joins = 0;
    for (let to = state.at + 1; to <= this.#tokens.length && to - state.at <= MOST_TOKENS[field]; to++) {
      if (to > state.at + 1) {
        const token = this.#tokens[to - 1]!;
        joins +=
          COST_JOIN_OVER[token.before] * (EASILY_JOINED.has(field) ? SHARE_OF_EASY_JOIN : 1) + token.blanks;
        if (to === state.at + 2 && !LABELS.has(field) && isFigure(first.text))
          joins += COST_WORDS_BEHIND_FIGURE;
        if (isLevelLabel(token.text)) joins += COST_LABEL_WITHIN;
        if (field === "reason" && isPoints(token.text)) joins += COST_POINTS_IN_REASON;
        if (joins > MOST_COST_OF_JOINS) break;
      }
      const text = this.#textOf(state.at, to);
      const own = costOfCell(field, text);
      if (joins + own > MOST_COST_OF_CELL) continue;
      const cost = joins + own + this.#costOfPlace(state, first) + this.#costBeside(state, field, text);
      steps.push({
        to: this.#after(state, field, to, text),
        cost,
        move: { kind: "fill", field, from: state.at, to },
      });
    }
    return steps;
  }

  #after(state: TableState, field: TableField, to: number, text: string): TableState {
    const points = field === "weight" ? pointsOf(text) : null;
    return this.#state({
      at: to,
      column: state.column + 1,
      skipped: 0,
      begun: true,
      filled: state.filled || !(LABELS.has(field) || field === "ordinal"),
      levelled: state.levelled || field === "level1",
      behindEmpty: state.behindEmpty && field === "ordinal",
      isPart: field === "name" ? text.startsWith("其中") : state.isPart,
      // What was compared need not be remembered.
      target: field === "target" ? { from: state.at, to } : field === "actual" ? null : state.target,
      weight: points ?? state.weight,
    });
  }

  /** What the break in front of a cell, and the empty cells before it, say about its place. */
  #costOfPlace(state: TableState, { before, blanks }: Token): number {
    return this.#costOfBreak(state, before) + this.#costOfBlanks(state, blanks);
  }

  #costOfBreak({ begun, filled }: TableState, before: Break): number {
    if (!begun)
      return this.#linesAreRows && before === "space" ? COST_ROW_WITHIN_LINE : COST_ROW_AFTER[before];
    if (!filled && before === "row") return 0;
    return this.#linesAreRows && before === "line" && filled
      ? COST_CELL_ON_NEXT_LINE
      : COST_CELL_AFTER[before];
  }

  #costOfBlanks(state: TableState, blanks: number): number {
    if (!this.#blanksTold) return 0;
    if (state.skipped !== blanks) return COST_BLANKS_OFF * Math.abs(state.skipped - blanks);
    let told = 0;
    for (const field of this.#fields.slice(state.column - state.skipped, state.column))
      told += this.#costOfEmpty(state, field);
    return told * (SHARE_OF_TOLD_BLANK - 1);
  }

  /** How the cell goes together with those of its row. */
  #costBeside(state: TableState, field: TableField, text: string): number {
    if (state.behindEmpty && !LABELS.has(field) && field !== "ordinal") return COST_ROW_OF_EMPTY_GROUP;
    if (field === "actual" && state.target) {
      const { from, to } = state.target;
      return costOfAnswer(this.#textOf(from, to), text);
    }
    if (field === "score" && state.weight !== null) {
      const score = pointsOf(text);
      if (score === null) return 0;
      if (score > state.weight) return COST_SCORE_OVER_WEIGHT;
      return score === state.weight ? -GAIN_FULL_SCORE : 0;
    }
    if (field === "reason" && state.weight !== null && !saysNothing(text)) {
      const score = pointsOf(this.#tokens[state.at - 1]?.text ?? "");
      return score === state.weight && text !== "无" ? COST_REASON_FOR_NOTHING : 0;
    }
    return 0;
  }
}

function costOfAnswer(target: string, actual: string): number {
  if (target === actual) return -GAIN_SAME_VALUE;
  if (isFigure(target) && shapeOf(actual) === "words") return COST_ACTUAL_OF_OTHER_KIND;
  if (!isFigure(target) && isFigure(actual)) return COST_ACTUAL_OF_OTHER_KIND;
  return 0;
}

function isFigure(text: string): boolean {
  return shapeOf(text) === "quantity" || shapeOf(text) === "points";
}
