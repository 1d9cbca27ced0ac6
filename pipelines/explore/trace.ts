/**
 * The way back of a figure of a table: to the rows of forms that it was computed from, and to their lines.
 *
 * The graph of models says which tables a table rests on; the nearest of them that has a row a form, or a row of a form,
 * holds what was added up. It is cut by the columns that both tables have in common.
 */
import type { DuckDBConnection, Json } from "@duckdb/node-api";
import { editDistance } from "../../loaders/form/distance.ts";
import { WrongRequest } from "../errors.ts";
import type { LineageNode } from "../lineage.ts";
import { identifier, literal } from "../sql-text.ts";

/** What a person may ask by: column → value. */
export type Asked = Readonly<Record<string, string>>;
export type TraceRow = Record<string, Json>;

/** A row of a form that a figure came from. */
export interface Contribution {
  form_id: string;
  path: string | null;
  /** 1-based; null where the form as a whole is meant. */
  line: number | null;
  /** The line as it stands in the file. */
  text: string | null;
  row: TraceRow;
}

export interface FigureTrace {
  table: string;
  /** The rows asked for. */
  rows: TraceRow[];
  /** From the table asked for to the one that holds the rows of forms. */
  way: string[];
  contributions: Contribution[];
  /** Columns that add up: the sum over the rows asked for, and over the rows of forms. */
  /** `ofTotal`: several sources were asked for; only their totals were added up, since these hold the others. */
  sums: { column: string; asked: string; added: string; ofTotal: boolean }[];
}

/** Columns that say what a row is about. */
const SUBJECTS = [
  ...["fiscal_year", "department", "implementing_unit", "project_name", "source", "level1", "level2"],
  ...["form_id", "form_type", "seq", "rule"],
];
/** Values that a message suggests. */
const SUGGESTIONS = 5;
/** Columns that say over what a row sums up: where such a table leaves a subject empty, the row is about all of them. */
const LEVELS = ["level", "scope"];
/** Columns of money that add up from rows of forms to any level. */
const ADDITIVE = ["initial_budget", "adjusted_budget", "executed", "unexecuted"];

/**
 * Follows rows of a table back to forms.
 *
 * @param graph of the models that made the warehouse
 * @param table `schema.name`
 * @throws WrongRequest when the table has no column that is asked by, no such row, or rests on no form
 */
export async function traceFigure(
  connection: DuckDBConnection,
  graph: readonly LineageNode[],
  table: string,
  asked: Asked,
): Promise<FigureTrace> {
  const columns = await columnsOf(connection, table);
  const unknown = Object.keys(asked).filter((column) => !columns.includes(column));
  if (unknown.length > 0) {
    throw new WrongRequest(
      `${table} 不分${unknown.map((column) => WORDS[column] ?? column).join("、")}，没有这一列`,
      `它的列有 ${columns.join("、")}。`,
    );
  }
  const where = Object.entries(asked).map(
    ([column, value]) => `cast(${identifier(column)} as varchar) = ${literal(value)}`,
  );
  const matching = `select * from ${table} where ${[...where, "true"].join(" and ")}`;
  const rows = await rowsOf(connection, `${matching} order by all limit 200`);
  if (rows.length === 0) throw await noRow(connection, table, asked);
  const way = await wayToForms(connection, graph, table);
  const evidence = way.at(-1)!;
  const evidenceColumns = await columnsOf(connection, evidence);
  const common = SUBJECTS.filter((column) => columns.includes(column) && evidenceColumns.includes(column));
  const hasLevels = evidence !== table && columns.some((column) => LEVELS.includes(column));
  const isOf = (column: string) =>
    hasLevels
      ? `(asked.${column} is null or evidence.${column} = asked.${column})`
      : `evidence.${column} is not distinct from asked.${column}`;
  const chosen = `
    select * from ${evidence} as evidence
    where exists (
      select 1 from (${matching}) as asked
      where ${[...common.map(isOf), "true"].join(" and ")}
    )
    ${projectOnly(evidence === table, columns, evidenceColumns)}`;
  return {
    table,
    rows,
    way,
    contributions: await contributionsOf(connection, chosen, evidenceColumns),
    // Rows of several levels hold the same money several times.
    sums:
      hasLevels && rows.length > 1
        ? []
        : await sumsOf(connection, { matching, chosen, columns, evidenceColumns, same: evidence === table }),
  };
}

/** Levels above the form hold project forms only; of the others each says its type. */
function projectOnly(same: boolean, columns: readonly string[], evidenceColumns: readonly string[]): string {
  const apart = !same && evidenceColumns.includes("form_type") && !columns.includes("form_type");
  return apart ? "and evidence.form_type = 'project'" : "";
}

const WORDS: Readonly<Record<string, string>> = {
  implementing_unit: "实施单位",
  fiscal_year: "年度",
  project_name: "项目",
  department: "主管部门",
  source: "资金来源",
};

/**
 * The tables from one to the nearest that has rows of forms, breadth first along what each reads; of several as near the
 * one that has most of its columns.
 */
async function wayToForms(
  connection: DuckDBConnection,
  graph: readonly LineageNode[],
  table: string,
): Promise<string[]> {
  const reads = new Map(graph.map(({ schema, name, reads }) => [`${schema}.${name}`, reads]));
  const seen = new Set<string>();
  let ways: string[][] = [[table]];
  while (ways.length > 0) {
    const found = await mostAlike(connection, table, ways);
    if (found) return found;
    const further = ways.flatMap((way) => (reads.get(way.at(-1)!) ?? []).map((read) => [...way, read]));
    ways = further.filter((way) => {
      const read = way.at(-1)!;
      if (seen.has(read)) return false;
      seen.add(read);
      return true;
    });
  }
  throw new WrongRequest(`${table} 的数不是由表单算来的`, `它的来历可用 jixiao lineage ${table} 查看。`);
}

/** Of ways that end at rows of forms the one whose end has most of a table's columns; undefined where none ends there. */
async function mostAlike(
  connection: DuckDBConnection,
  table: string,
  ways: readonly string[][],
): Promise<string[] | undefined> {
  const columns = new Set(await columnsOf(connection, table));
  let best: { way: string[]; alike: number } | undefined;
  for (const way of ways) {
    const those = await columnsOf(connection, way.at(-1)!);
    if (!those.includes("form_id")) continue;
    const alike = those.filter((column) => columns.has(column)).length;
    if (!best || alike > best.alike) best = { way, alike };
  }
  return best?.way;
}

async function contributionsOf(
  connection: DuckDBConnection,
  chosen: string,
  columns: readonly string[],
): Promise<Contribution[]> {
  const ofIndicator = columns.includes("seq") && !columns.includes("line");
  const line = columns.includes("line")
    ? "chosen.line"
    : ofIndicator
      ? "indicators.line"
      : "cast(null as integer)";
  const size = ADDITIVE.find((column) => columns.includes(column));
  const rows = await rowsOf(
    connection,
    `with chosen as (${chosen})
     select chosen.*, documents.path as "_path", ${line} as "_line", source_lines.text as "_text"
     from chosen
     left join raw.forms as forms on chosen.form_id = forms.form_id
     left join raw.documents as documents on forms.document_id = documents.document_id
     ${ofIndicator ? "left join raw.indicators as indicators on chosen.form_id = indicators.form_id and cast(chosen.seq as varchar) = cast(indicators.seq as varchar)" : ""}
     left join raw.source_lines as source_lines
       on forms.document_id = source_lines.document_id and source_lines.line = ${line}
     order by ${size ? `chosen.${columns.includes("unexecuted") ? "unexecuted" : size} desc nulls last,` : ""}
       chosen.form_id, ${line}`,
  );
  return rows.map(({ _path, _line, _text, ...row }) => ({
    form_id: String(row.form_id),
    path: _path as string | null,
    line: _line as number | null,
    text: _text as string | null,
    row,
  }));
}

async function sumsOf(
  connection: DuckDBConnection,
  query: {
    matching: string;
    chosen: string;
    columns: readonly string[];
    evidenceColumns: readonly string[];
    same: boolean;
  },
): Promise<FigureTrace["sums"]> {
  const { matching, chosen, columns, evidenceColumns, same } = query;
  const shared = same
    ? []
    : ADDITIVE.filter((column) => columns.includes(column) && evidenceColumns.includes(column));
  const hasSources = columns.includes("source") && evidenceColumns.includes("source");
  const ofTotal = hasSources && (await holdsPartsAndTotal(connection, matching));
  const only = ofTotal ? "where source = 'total'" : "";
  const sums: FigureTrace["sums"] = [];
  for (const column of shared) {
    const [row] = await rowsOf(
      connection,
      `select
         (select cast(sum(${column}) as varchar) from (${matching}) ${only}) as asked,
         (select cast(sum(${column}) as varchar) from (${chosen}) ${only}) as added`,
    );
    if (row?.asked && row.added)
      sums.push({ column, asked: String(row.asked), added: String(row.added), ofTotal });
  }
  return sums;
}

/** Whether rows are of sources of money and of their total: added up, each amount would count twice. */
async function holdsPartsAndTotal(connection: DuckDBConnection, rows: string): Promise<boolean> {
  const [counts] = await rowsOf(
    connection,
    `select count(distinct source) as sources, count(*) filter (source = 'total') as totals from (${rows})`,
  );
  return Number(counts?.sources) > 1 && Number(counts?.totals) > 0;
}

/** No such row, with the nearest value there is of each column that was asked by. */
async function noRow(connection: DuckDBConnection, table: string, asked: Asked): Promise<WrongRequest> {
  const advice: string[] = [];
  for (const [column, value] of Object.entries(asked)) {
    const rows = await rowsOf(
      connection,
      `select distinct cast(${identifier(column)} as varchar) as value from ${table}
       where ${identifier(column)} is not null order by value`,
    );
    const near = rows
      .map((row) => String(row.value))
      // Not in SQL: DuckDB's distance counts the bytes of a text, three a Chinese character.
      .map((name) => ({ name, distance: editDistance(name, value) }))
      .sort((a, b) => a.distance - b.distance)
      .slice(0, SUGGESTIONS);
    advice.push(`${WORDS[column] ?? column}有 ${near.map(({ name }) => name).join("、")}`);
  }
  return new WrongRequest(`${table} 里没有这样的行`, `${advice.join("；") || "这个表是空的"}。`);
}

async function columnsOf(connection: DuckDBConnection, table: string): Promise<string[]> {
  const [schema, name] = table.split(".");
  const rows = await rowsOf(
    connection,
    `select column_name from duckdb_columns()
     where database_name = current_database() and schema_name = ${literal(schema ?? "")} and table_name = ${literal(name ?? "")}
     order by column_index`,
  );
  return rows.map(({ column_name }) => String(column_name));
}

async function rowsOf(connection: DuckDBConnection, sql: string): Promise<TraceRow[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJson();
}
