/** The pieces of a list, each fetched once. */
import {
  type CodedIndex,
  isOfKind,
  type KeyFilter,
  matching,
  type Portion,
  piecesOf,
} from "./piece-index.js";

/** Rows that a page shows without being asked for more. */
const SHOWN_AT_ONCE = 2000;

export interface Found<Row> {
  rows: Row[];
  /** All that match, also those that were not fetched. */
  total: number;
}

export class PieceStore<Row extends object> {
  #pieces = new Map<number, Promise<Row[]>>();
  readonly #name: string;
  readonly #version: string;
  readonly #portions: Portion[];

  constructor(name: string, { version }: CodedIndex, portions: Portion[]) {
    this.#name = name;
    this.#version = version;
    this.#portions = portions;
  }

  /** The rows of a kind, in the order of the list: the first of them, or all. */
  async find(filter: KeyFilter, amount: "first" | "all"): Promise<Found<Row>> {
    const pieces = piecesOf(matching(this.#portions, filter));
    const total = pieces.reduce((sum, { rows }) => sum + rows, 0);
    const wanted: number[] = [];
    let rows = 0;
    for (const piece of pieces) {
      if (amount === "first" && rows >= SHOWN_AT_ONCE) break;
      wanted.push(piece.piece);
      rows += piece.rows;
    }
    const loaded = await Promise.all(wanted.map((piece) => this.#piece(piece)));
    return { rows: loaded.flat().filter((row) => isOfKind(row as Record<string, unknown>, filter)), total };
  }

  #piece(piece: number): Promise<Row[]> {
    const known = this.#pieces.get(piece);
    if (known) return known;
    const loading = this.#fetch(piece);
    this.#pieces.set(piece, loading);
    // What failed once may succeed when it is asked for again.
    loading.catch(() => this.#pieces.delete(piece));
    return loading;
  }

  async #fetch(piece: number): Promise<Row[]> {
    // The version keeps a browser from mixing rows of an older run with a newer index.
    const response = await fetch(`./_file/data/${this.#name}/${piece}.json?v=${this.#version}`);
    if (!response.ok) throw new Error("数据没有读出来，请检查网络，或重新生成网站。");
    return (await response.json()) as Row[];
  }
}
