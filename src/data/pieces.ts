/**
 * Long lists cut into pieces: small files of rows, and an index that tells how many rows of which kind lie in which
 * piece. A page counts and filters by the index and fetches the pieces that it shows, so that a list of a hundred
 * thousand rows opens like one of forty.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { CodedIndex } from "../components/pieces/piece-index.ts";
import { rowsOf } from "./query.ts";

/** Rows a piece: one is a second's reading, and no more than a hundred kilobytes over the wire. */
const PIECE_SIZE = 1000;

export interface PieceList {
  /** The name of the folder of pieces. */
  name: string;
  /** A query that gives the rows. */
  rows: string;
  /** The order of the rows, in SQL; it decides what lies together in a piece. */
  order: string;
  /** The columns that a page filters by; few values each. */
  keys: readonly string[];
}

const numbered = ({ rows, order }: PieceList) => `
  SELECT *, (row_number() OVER (ORDER BY ${order}) - 1) // ${PIECE_SIZE} AS piece
  FROM (${rows})
`;

/** The index of a list: a line for each combination of keys in each piece. */
export async function pieceIndex(connection: DuckDBConnection, list: PieceList): Promise<CodedIndex> {
  const keys = list.keys.join(", ");
  const counted = await rowsOf(
    connection,
    `SELECT piece::INTEGER AS piece, ${keys}, count(*)::INTEGER AS rows
     FROM (${numbered(list)}) GROUP BY piece, ${keys} ORDER BY piece, ${keys}`,
  );
  const [run] = await rowsOf(connection, "SELECT epoch_ms(run_at)::VARCHAR AS version FROM mart.run");
  const codes = list.keys.map(() => new Map<unknown, number>());
  const rows = counted.map((row) => [
    Number(row.piece),
    ...list.keys.map((key, at) => codeOf(codes[at]!, row[key] ?? null)),
    Number(row.rows),
  ]);
  const values = codes.map((values) => [...values.keys()] as CodedIndex["values"][number]);
  return { version: String(run?.version ?? ""), keys: [...list.keys], values, rows };
}

/** The number that stands for a value: its place among the values seen so far. */
function codeOf(codes: Map<unknown, number>, value: unknown): number {
  const code = codes.get(value) ?? codes.size;
  codes.set(value, code);
  return code;
}

/** The rows of one piece as JSON text; null when there is no such piece. */
export async function pieceRows(
  connection: DuckDBConnection,
  list: PieceList,
  piece: number,
): Promise<string | null> {
  const rows = await rowsOf(
    connection,
    `SELECT * EXCLUDE (piece) FROM (${numbered(list)}) WHERE piece = ${piece} ORDER BY ${list.order}`,
  );
  return rows.length > 0 ? JSON.stringify(rows) : null;
}

/** Writes all pieces of a list to `outDir/<name>/<piece>.json`. */
export async function writePieces(
  connection: DuckDBConnection,
  list: PieceList,
  outDir: string,
): Promise<void> {
  const folder = join(outDir, list.name);
  await mkdir(folder, { recursive: true });
  const temporary = `pieces_${list.name}`;
  await connection.run(`CREATE OR REPLACE TEMP TABLE ${temporary} AS ${numbered(list)}`);
  try {
    const pieces = await rowsOf(connection, `SELECT DISTINCT piece::INTEGER AS piece FROM ${temporary}`);
    for (const { piece } of pieces) {
      const rows = await rowsOf(
        connection,
        `SELECT * EXCLUDE (piece) FROM ${temporary} WHERE piece = ${piece} ORDER BY ${list.order}`,
      );
      await writeFile(join(folder, `${piece}.json`), JSON.stringify(rows));
    }
  } finally {
    await connection.run(`DROP TABLE ${temporary}`);
  }
}
