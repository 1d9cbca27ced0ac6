/**
 * The index of a list that is cut into pieces: how many rows of which kind lie where. Written by `src/data/pieces.ts`.
 */

export type KeyValue = string | number | null;

/** The index as it travels: each value once, and numbers in its place. */
export interface CodedIndex {
  /** Changes with every run. */
  version: string;
  keys: string[];
  /** The values of each key; a row names them by their places. */
  values: KeyValue[][];
  /** The piece, the place of each key's value, and the number of rows. */
  rows: number[][];
}

/** So many rows of one kind in one piece. */
export interface Portion {
  piece: number;
  group: Record<string, KeyValue>;
  rows: number;
}

/** What is asked of some keys, as an address says it; a key that is not asked for narrows nothing. */
export type KeyFilter = Record<string, string>;

/** How an address names a value; rows without one have a name there too. */
export function keyText(value: KeyValue): string {
  return value === null ? "unknown" : String(value);
}

export function portionsOf({ keys, values, rows }: CodedIndex): Portion[] {
  return rows.map((row) => ({
    piece: row[0]!,
    group: Object.fromEntries(keys.map((key, at) => [key, values[at]![row[at + 1]!] ?? null])),
    rows: row.at(-1)!,
  }));
}

/** Whether a row or a portion is of the kind that is asked for. */
export function isOfKind(group: Record<string, unknown>, filter: KeyFilter): boolean {
  return Object.entries(filter).every(([key, asked]) => keyText((group[key] ?? null) as KeyValue) === asked);
}

export function matching(portions: Portion[], filter: KeyFilter): Portion[] {
  return portions.filter(({ group }) => isOfKind(group, filter));
}

export function rowsIn(portions: Portion[]): number {
  return portions.reduce((rows, portion) => rows + portion.rows, 0);
}

/** The pieces that hold portions, each with how many rows of theirs. */
export function piecesOf(portions: Portion[]): { piece: number; rows: number }[] {
  const pieces = new Map<number, number>();
  for (const { piece, rows } of portions) pieces.set(piece, (pieces.get(piece) ?? 0) + rows);
  return [...pieces].map(([piece, rows]) => ({ piece, rows })).sort((a, b) => a.piece - b.piece);
}

/** How many rows there are of each value of a key, the most frequent first. */
export function countsBy(portions: Portion[], key: string): { value: KeyValue; rows: number }[] {
  const counts = new Map<KeyValue, number>();
  for (const { group, rows } of portions)
    counts.set(group[key] ?? null, (counts.get(group[key] ?? null) ?? 0) + rows);
  return [...counts].map(([value, rows]) => ({ value, rows })).sort((a, b) => b.rows - a.rows);
}
