/** A warehouse in memory with the product's raw tables, and made-up forms to put in them. */
import { readFile } from "node:fs/promises";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

const SCHEMA = new URL("../../loaders/warehouse/schema.sql", import.meta.url);

/** A connection to a warehouse whose raw tables are those of the product, empty. */
export async function emptyWarehouse(path = ":memory:"): Promise<DuckDBConnection> {
  const connection = await connect(path);
  await connection.run(await readFile(SCHEMA, "utf8"));
  return connection;
}

/** A connection as the product opens it: nothing is fetched. */
export async function connect(path: string, options: Record<string, string> = {}): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(path, {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    ...options,
  });
  return instance.connect();
}

/** 年初预算数, 全年预算数, 全年执行数 as printed; null where nothing is. */
export type Amounts = readonly [initial: string | null, adjusted: string | null, executed: string | null];

export interface MadeForm {
  document?: string;
  ordinal?: number;
  formType?: string;
  year?: number | null;
  project?: string | null;
  department?: string | null;
  unit?: string | null;
  totalScore?: string | null;
  /** Source → amounts, in the form's order. */
  funding?: Record<string, Amounts>;
  /** Weight and score of each indicator. */
  indicators?: readonly (readonly [weight: string | null, score: string | null])[];
}

export const DOCUMENT = "0a1b2c3d4e5f";

/** Puts forms into the raw tables and returns their ids. Forms of one document are numbered in their order. */
export async function addForms(connection: DuckDBConnection, forms: readonly MadeForm[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, form] of forms.entries()) {
    const { document = DOCUMENT, ordinal = index + 1 } = form;
    const id = `${document}-${String(ordinal).padStart(2, "0")}`;
    await connection.run(
      `insert or ignore into raw.documents values (${values([
        ...[document, `2031/${document}.txt`, document.padEnd(64, "0"), 1024, "text", "utf-8"],
        ...[forms.length, 500, "1", "2031-03-04 05:06:07"],
      ])})`,
    );
    await connection.run(formRow(id, document, ordinal, form));
    for (const [position, [source, amounts]] of Object.entries(form.funding ?? {}).entries()) {
      const points = source === "total" ? ["10", "80.00", "8.00"] : [null, null, null];
      const row = [id, position + 1, source, labelOf(source), ...amounts, ...points, 10 + position, null];
      await connection.run(`insert into raw.funding values (${values(row)})`);
    }
    for (const [at, [weight, score]] of (form.indicators ?? []).entries()) {
      const texts = ["产出指标", "数量指标", `指标${at + 1}`, "≥90.00(%)", "95.00(%)"];
      const row = [id, at + 1, ...texts, weight, score, null, 20 + at, 20 + at];
      await connection.run(`insert into raw.indicators values (${values(row)})`);
    }
    ids.push(id);
  }
  return ids;
}

function formRow(id: string, document: string, ordinal: number, form: MadeForm): string {
  const {
    formType = "project",
    year = 2031,
    project = "活动经费",
    department = "云溪市甲局",
    unit = "云溪市甲局本级",
    totalScore = "98.00",
  } = form;
  return `insert into raw.forms by name select ${[
    `${values([id])} as form_id, ${values([document])} as document_id, ${ordinal} as ordinal`,
    `1 as first_line, 40 as last_line, ${values([formType])} as form_type, ${values([year])} as fiscal_year`,
    `${values([project])} as project_name, ${values([department])} as department`,
    `${values([unit])} as implementing_unit, '万元' as amount_unit, '目标' as expected_goal`,
    `'完成' as actual_outcome, 100 as total_weight, ${values([totalScore])} as total_score, '优' as rating`,
    "true as weights_sum_ok, true as scores_sum_ok, 2 as project_name_line, 39 as total_score_line",
  ].join(", ")}`;
}

function labelOf(source: string): string {
  return source === "total" ? "年度资金总额" : source;
}

/** Adds a flag to a cell. */
export async function addFlag(
  connection: DuckDBConnection,
  [formId, record, seq, field]: readonly [string, string, string, string],
  status: string,
  { asRead = "187.4 1", value = "187.41", reason = "数字断开", line = 10 as number | null } = {},
): Promise<void> {
  const row = [formId, record, seq, field, status, asRead, value, reason, line];
  await connection.run(`insert into raw.cell_flags values (${values(row)})`);
}

/** Adds a reviewer's correction of a cell. */
export async function addCorrection(
  connection: DuckDBConnection,
  [formId, record, seq, field]: readonly [string, string, string, string],
  value: string | null,
  line = 2,
): Promise<void> {
  const row = [formId, record, seq, field, value, "与原件核对", "复核人甲", line];
  await connection.run(`insert into raw.corrections values (${values(row)})`);
}

function values(row: readonly (string | number | null)[]): string {
  return row
    .map((value) => (typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value)))
    .join(", ");
}

/** The rows of a query as objects: numbers as numbers, decimals, bigints and times as text. */
export async function rows(connection: DuckDBConnection, sql: string): Promise<Record<string, unknown>[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjectsJson().map((row) => ({ ...row }));
}

/** The first row of a query. */
export async function row(connection: DuckDBConnection, sql: string): Promise<Record<string, unknown>> {
  const [first] = await rows(connection, sql);
  if (!first) throw new Error(`no row: ${sql}`);
  return first;
}
