/**
 * Nothing unproved is printed: before a briefing is written, each of its facts is computed again by its query and
 * compared with what the sentence says.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { PipelineError } from "../errors.ts";
import { type Briefing, sentencesOf } from "./briefing.ts";
import { type Origin, type Query, valuesOf } from "./ledger.ts";
import { type Fact, write } from "./pieces.ts";
import { textOf } from "./sentence.ts";

/**
 * Computes every fact of a briefing again.
 *
 * @returns how many facts were compared
 * @throws PipelineError at the first that differs: the sentence, what it says, and what its query says now
 */
export async function prove(connection: DuckDBConnection, briefing: Briefing): Promise<number> {
  const answers = new Map<Query, Record<string, string | null>[]>();
  const valueNow = async ({ query, row, column }: Origin): Promise<string | null | undefined> => {
    let answer = answers.get(query);
    if (!answer) {
      answer = await valuesOf(connection, query);
      answers.set(query, answer);
    }
    return answer[row]?.[column];
  };
  let proved = 0;
  for (const sentence of sentencesOf(briefing)) {
    for (const piece of sentence.pieces) {
      if (piece.kind === "words" || piece.origins.length === 0) continue;
      const now = await Promise.all(piece.origins.map(valueNow));
      const text = textNow(piece, now);
      if (text !== piece.text) throw unproved(textOf(sentence), piece, text);
      proved++;
    }
  }
  return proved;
}

/** What a fact would say now; null where its values are gone or cannot be written. */
function textNow(fact: Fact, values: readonly (string | null | undefined)[]): string | null {
  if (values.includes(undefined)) return null;
  try {
    return write(fact.kind, values as (string | null)[]);
  } catch {
    return null;
  }
}

function unproved(sentence: string, { text, origins }: Fact, now: string | null): PipelineError {
  const { query, column } = origins[0]!;
  return new PipelineError(
    `简报没有写出，有一处与数据仓库不符：“${sentence}”里的“${text}”，重新计算得${now === null ? "不出来" : `“${now}”`}`,
    `请重新生成简报；仍然如此的，请把这句话和下面的查询报告给维护者。\n${column}：${query.sql.trim()}`,
  );
}
