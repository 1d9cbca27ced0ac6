/**
 * An office's decisions on findings from decisions.csv, which lies beside the warehouse: which finding, what was decided,
 * why, until when, by which office and on which figures. Here the file is read; whether a decision can be used and
 * still holds is for the models to say.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { type CsvKind, type CsvLine, linesBeside, parseLines } from "./workspace-csv.ts";

type Column = "finding_id" | "decision" | "reason" | "until" | "office" | "figures";

const DECISIONS: CsvKind<Column> = {
  file: "decisions.csv",
  noun: "决定",
  required: ["finding_id", "decision", "reason", "until", "office"],
  // The figures on which a decision was made, as `jixiao check` shows them.
  optional: ["figures"],
};

/** A line of the file as it is written; what is not there is "". */
export type DecisionLine = CsvLine<Column>;

/**
 * The decisions beside a connection's warehouse; a warehouse in memory has none, and a workspace may have none.
 *
 * @throws PipelineError when the file cannot be read whole
 */
export function decisionsBeside(connection: DuckDBConnection): Promise<DecisionLine[]> {
  return linesBeside(connection, DECISIONS);
}

/** The lines in the text of decisions.csv; `location` is for messages. */
export function parseDecisions(text: string, location = DECISIONS.file): DecisionLine[] {
  return parseLines(text, DECISIONS, location);
}
