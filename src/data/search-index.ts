/** The index of the site's search: every name, indicator and reason once, in the order of the documents. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { pinyin } from "pinyin-pro";
import type { Kind, KindTexts, SearchIndex } from "../components/search/search-index.ts";
import { PAGES } from "../site/masthead.ts";
import { rowsOf } from "./query.ts";

const DOCUMENTS = "SELECT document_id, forms::INTEGER AS forms FROM mart.documents ORDER BY document_id";

/** Names, and on how many forms each stands. */
const names = (column: string) => `
  SELECT trim(regexp_replace(${column}, '\\s+', ' ', 'g')) AS text, count(*)::INTEGER AS forms
  FROM mart.forms
  WHERE ${column} IS NOT NULL
  GROUP BY text
  ORDER BY text
`;

/** Texts of indicators, each with the place where it first stands. */
const indicatorTexts = (column: string) => `
  WITH placed AS (
    SELECT
      trim(regexp_replace(indicators.${column}, '\\s+', ' ', 'g')) AS text,
      indicators.form_id, forms.document_id, forms.ordinal, indicators.line, indicators.seq
    FROM mart.indicators AS indicators
    JOIN mart.forms AS forms USING (form_id)
    WHERE indicators.${column} IS NOT NULL
  ),
  found AS (
    SELECT
      text,
      count(DISTINCT form_id)::INTEGER AS forms,
      min({'document': document_id, 'ordinal': ordinal, 'seq': seq, 'line': line}) AS place
    FROM placed
    GROUP BY text
  ),
  documents AS (
    SELECT document_id, (row_number() OVER (ORDER BY document_id) - 1)::INTEGER AS number FROM mart.documents
  )
  SELECT text, found.forms, documents.number AS document, place.ordinal::INTEGER AS ordinal, place.line::INTEGER AS line
  FROM found
  JOIN documents ON documents.document_id = place.document
  ORDER BY place
`;

const RULES = `
  SELECT rule || ' ' || name AS text, rule AS key, findings::INTEGER AS forms FROM mart.rules
`;

async function textsOf(connection: DuckDBConnection, kind: Kind, sql: string): Promise<KindTexts> {
  const rows = await rowsOf(connection, sql);
  const numbers = (column: string) => rows.map((row) => Number(row[column]));
  const keys = rows.flatMap((row) => (row.key === undefined ? [] : [String(row.key)]));
  const isPlaced = rows[0]?.document !== undefined;
  return {
    kind,
    texts: rows.map((row) => String(row.text)),
    forms: numbers("forms"),
    ...(keys.length > 0 ? { keys } : {}),
    ...(isPlaced
      ? { places: { document: numbers("document"), ordinal: numbers("ordinal"), line: numbers("line") } }
      : {}),
  };
}

/** Every Chinese character of texts with the letters that its readings begin with. */
function initialsOf(texts: Iterable<string>): Pick<SearchIndex, "characters" | "letters"> {
  const characters = new Set<string>();
  for (const text of texts) {
    for (const character of text.normalize("NFKC")) {
      if (/\p{Script=Han}/u.test(character)) characters.add(character);
    }
  }
  const all = [...characters].sort();
  const letters = all.map((character) => {
    const readings = pinyin(character, { multiple: true, toneType: "none", type: "array" });
    return [...new Set(readings.map((reading) => reading[0] ?? ""))].join("").replaceAll("ü", "v");
  });
  return { characters: all.join(""), letters };
}

/** The index of a warehouse. */
export async function searchIndex(connection: DuckDBConnection): Promise<SearchIndex> {
  const documents = await rowsOf(connection, DOCUMENTS);
  const kinds: KindTexts[] = [
    {
      kind: "page",
      texts: PAGES.map(({ name }) => name),
      forms: PAGES.map(() => 0),
      keys: PAGES.map(({ path }) => path.slice(1)),
    },
    await textsOf(connection, "unit", names("implementing_unit")),
    await textsOf(connection, "department", names("department")),
    await textsOf(connection, "project", names("project_name")),
    await textsOf(connection, "rule", RULES),
    await textsOf(connection, "indicator", indicatorTexts("name")),
    await textsOf(connection, "reason", indicatorTexts("deviation_reason")),
  ];
  return {
    documents: documents.map((row) => [String(row.document_id), Number(row.forms)]),
    ...initialsOf(kinds.flatMap(({ texts }) => texts)),
    kinds,
  };
}
