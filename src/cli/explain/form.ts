/**
 * A form of the warehouse with all that explains its values: what was read, what was doubtful, what a reviewer
 * decided, and what stands in the marts.
 */
import { type DuckDBConnection, DuckDBDecimalType, type Json } from "@duckdb/node-api";
import { formatDecimal, parseDecimal } from "../../../loaders/form/decimal.ts";
import { type CellName, FIELDS, type RecordKind, writeCell } from "./fields.ts";

/** A row of a table: decimals plainly written, `1465.28`. */
export type Row = Record<string, Json>;

/** The rows of a form in one place, raw or mart. */
export interface FormRows {
  form: Row;
  funding: Row[];
  indicators: Row[];
}

export interface ExplainedForm {
  id: string;
  document: Row;
  raw: FormRows;
  /** Null while nothing was computed on what was read. */
  mart: FormRows | null;
  flags: Row[];
  /** Corrections of this form; `problem` says why one could not be applied. */
  corrections: Row[];
}

/** All that the warehouse knows of a form; the form must be there. */
export async function readForm(connection: DuckDBConnection, id: string): Promise<ExplainedForm> {
  const computed = await hasMarts(connection);
  const raw = await formRows(connection, "raw", id);
  const [document] = await rows(connection, "SELECT * FROM raw.documents WHERE document_id = $1", [
    String(raw.form.document_id),
  ]);
  const flags = await rows(
    connection,
    "SELECT * FROM raw.cell_flags WHERE form_id = $1 ORDER BY record, try_cast(seq AS INTEGER), seq, field",
    [id],
  );
  const corrections = await rows(
    connection,
    computed
      ? "SELECT * FROM staging.stg_corrections WHERE form_id = $1 ORDER BY line"
      : "SELECT * FROM raw.corrections WHERE form_id = $1 ORDER BY line",
    [id],
  );
  return {
    id,
    document: document!,
    raw,
    mart: computed ? await formRows(connection, "mart", id) : null,
    flags,
    corrections,
  };
}

/** The cells of a form by how people write them, in the form's order. */
export function cellsOf({ raw }: ExplainedForm): Map<string, CellName> {
  const cells = [
    ...cellsOfRecord("form", ""),
    ...raw.funding.flatMap((row) => cellsOfRecord("funding", String(row.source))),
    ...raw.indicators.flatMap((row) => cellsOfRecord("indicator", String(row.seq))),
  ];
  return new Map(cells.map((cell) => [writeCell(cell), cell]));
}

function cellsOfRecord(record: RecordKind, seq: string): CellName[] {
  return FIELDS[record].map((field) => ({ record, seq, field }));
}

/** The row that a cell stands in. */
export function rowOf(rows: FormRows, { record, seq }: CellName): Row | undefined {
  if (record === "form") return rows.form;
  return record === "funding"
    ? rows.funding.find((row) => row.source === seq)
    : rows.indicators.find((row) => String(row.seq) === seq);
}

/** A line of the document as received; `place` says in Chinese where it stands, left out where the line says it all. */
export interface SourceLine {
  line: number;
  text: string;
  place?: string;
}

/** Lines of the sheet that a form stands on, as received. */
export async function sourceLines(
  connection: DuckDBConnection,
  { document_id: documentId, sheet }: Row,
  numbers: readonly number[],
): Promise<SourceLine[]> {
  if (numbers.length === 0) return [];
  const found = await rows(
    connection,
    `SELECT line, text, place FROM raw.source_lines
     WHERE document_id = $1 AND sheet = ${Number(sheet)} AND line IN (${numbers.map(Number).join(", ")})
     ORDER BY line`,
    [String(documentId)],
  );
  return found.map(({ line, text, place }) => ({
    line: Number(line),
    text: String(text),
    ...(place !== null && { place: String(place) }),
  }));
}

async function hasMarts(connection: DuckDBConnection): Promise<boolean> {
  const found = await rows(
    connection,
    "SELECT 1 FROM duckdb_columns() WHERE schema_name = 'mart' AND table_name = 'forms' LIMIT 1",
  );
  return found.length > 0;
}

async function formRows(connection: DuckDBConnection, schema: "raw" | "mart", id: string): Promise<FormRows> {
  const [form] = await rows(connection, `SELECT * FROM ${schema}.forms WHERE form_id = $1`, [id]);
  const ofForm = (table: string, order: string) =>
    rows(connection, `SELECT * FROM ${schema}.${table} WHERE form_id = $1 ORDER BY ${order}`, [id]);
  return {
    form: form ?? {},
    funding: await ofForm("funding", "position"),
    indicators: await ofForm("indicators", "seq"),
  };
}

async function rows(connection: DuckDBConnection, sql: string, values: string[] = []): Promise<Row[]> {
  const reader = await connection.runAndReadAll(sql, values);
  const names = reader.columnNames();
  const types = reader.columnTypes();
  return reader
    .getRowsJson()
    .map((row) =>
      Object.fromEntries(
        row.map((value, column) => [
          names[column]!,
          types[column] instanceof DuckDBDecimalType ? plain(value) : value,
        ]),
      ),
    );
}

/** A column writes 25.000000; people write 25.00. */
function plain(value: Json): Json {
  const decimal = typeof value === "string" ? parseDecimal(value) : null;
  return decimal === null ? value : formatDecimal(decimal);
}
