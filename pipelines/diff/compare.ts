/**
 * What changed between two warehouses, figure by figure, and why.
 */
import { readFile } from "node:fs/promises";
import type { DuckDBConnection, Json } from "@duckdb/node-api";
import { PipelineError } from "../errors.ts";
import { literal } from "../sql-text.ts";

/** Why something is not as it was; `rule` is a model or a function that computes figures. */
export type Cause =
  | "document_added"
  | "document_removed"
  | "document_replaced"
  | "reader"
  | "superseded"
  | "correction"
  | "threshold"
  | "profile"
  | "rule"
  | "decision"
  | "unknown";

/** What a change can come from: a file, a reader, a correction, a limit, a rule; null is "not there". */
export interface ChangedGround {
  cause: Cause;
  what: string;
  before: string | null;
  after: string | null;
}

/** A figure of the marts at one level; amounts in 万元, rates in %, decimals as text. */
export interface ChangedFigure {
  level: "year" | "department" | "unit" | "project";
  fiscal_year: number | null;
  department: string | null;
  implementing_unit: string | null;
  project_name: string | null;
  source: string;
  measure: string;
  before: string | null;
  after: string | null;
  /** After less before; null where one of them is not there. */
  change: string | null;
  causes: Cause[];
}

/** A cell of a form that both warehouses hold. */
export interface ChangedCell {
  form_id: string;
  fiscal_year: number | null;
  implementing_unit: string | null;
  project_name: string | null;
  record: "form" | "funding" | "indicator";
  seq: string;
  field: string;
  before: string | null;
  after: string | null;
  cause: Cause;
}

export interface ChangedFinding {
  finding_id: string;
  change: "appeared" | "gone" | "changed" | "decided";
  rule: string;
  fiscal_year: number | null;
  implementing_unit: string | null;
  project_name: string | null;
  message: string;
  severity_before: string | null;
  severity_after: string | null;
  /** The decision and its state. */
  decision_before: string | null;
  decision_after: string | null;
  causes: Cause[];
}

/** When and by what a warehouse was computed. */
export interface ComparedRun {
  run_at: string;
  version: string;
  rules_version: string;
  documents: string;
  forms: string;
}

export interface Comparison {
  before: ComparedRun;
  after: ComparedRun;
  grounds: ChangedGround[];
  figures: ChangedFigure[];
  cells: ChangedCell[];
  findings: ChangedFinding[];
}

/** The steps, each a SELECT in a file of its own that may read the ones before it. */
const STEPS = ["form_pairs", "cells", "changed_cells", "form_causes", "figures"] as const;

/**
 * Compares two warehouses, which are only read.
 *
 * @param connection of a database of its own, for the steps in between
 * @param before @param after paths of the warehouses
 * @throws PipelineError when one of them was not computed, or by a version with other tables
 */
export async function compareWarehouses(
  connection: DuckDBConnection,
  before: string,
  after: string,
): Promise<Comparison> {
  await connection.run(`attach ${literal(before)} as before (read_only)`);
  await connection.run(`attach ${literal(after)} as after (read_only)`);
  try {
    for (const step of STEPS) await connection.run(`create temp table ${step} as ${await sqlOf(step)}`);
    return {
      before: (await rowsOf<ComparedRun>(connection, runOf("before")))[0]!,
      after: (await rowsOf<ComparedRun>(connection, runOf("after")))[0]!,
      grounds: await rowsOf(connection, await sqlOf("changed_grounds")),
      figures: await rowsOf(connection, await sqlOf("changed_figures")),
      cells: await rowsOf(connection, "select * from changed_cells"),
      findings: await rowsOf(connection, await sqlOf("changed_findings")),
    };
  } catch (error) {
    if (!/^(Catalog|Binder) Error/.test((error as Error).message)) throw error;
    throw new PipelineError(
      "两个数据仓库比不了：其中一个还没有计算，或由别的版本写成",
      "请用同一版本的 jixiao transform 各算一次，再比。",
      { cause: error },
    );
  }
}

function sqlOf(name: string): Promise<string> {
  return readFile(new URL(`${name}.sql`, import.meta.url), "utf8");
}

function runOf(side: string): string {
  return `select run_at, version, rules_version, documents, forms from ${side}.mart.run`;
}

async function rowsOf<Row>(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjectsJson() as Record<string, Json>[] as unknown as Row[];
}
