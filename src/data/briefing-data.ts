/** A briefing as the page fetches it: texts with their links, the bars of its charts, and the queries of its numbers. */
import type { Briefing, Chart, NotedParagraph, TableRow } from "../../pipelines/briefing/briefing.ts";
import type { Query } from "../../pipelines/briefing/ledger.ts";
import type { Piece } from "../../pipelines/briefing/pieces.ts";
import { type Sentence, textOf } from "../../pipelines/briefing/sentence.ts";
import type {
  BriefingData,
  ChartData,
  ParagraphData,
  PieceData,
  QueryData,
  TableRowData,
} from "../components/briefing/briefing-data.ts";
import { linkToForm, linkToPage, linkToQuery } from "../components/links.ts";

/** @param document the name of its document beside it */
export function briefingData(briefing: Briefing, document: string): BriefingData {
  const queries = new QueryList();
  return {
    title: textOf(briefing.title),
    synthetic: briefing.synthetic,
    sections: briefing.sections.map(({ heading, numbering, paragraphs }) => ({
      ...{ heading, numbering },
      paragraphs: paragraphs.map((paragraph) => paragraphData(paragraph, queries)),
    })),
    annexHeading: briefing.annexHeading,
    notesHeading: briefing.notesHeading,
    charts: briefing.charts.map(chartData),
    tables: briefing.tables.map(({ title, unit, columns, rows }) => ({
      ...{ title: textOf(title), unit },
      columns: columns.map(({ label, numeric = false }) => ({ label, numeric })),
      rows: rows.map(rowData),
    })),
    queries: queries.list,
    imprint: textOf(briefing.imprint),
    document,
  };
}

/** The queries of a briefing, each once. */
class QueryList {
  readonly list: QueryData[] = [];
  readonly #places = new Map<Query, number>();

  placeOf(query: Query): number {
    const known = this.#places.get(query);
    if (known !== undefined) return known;
    const place = this.list.push({ sql: query.sql.trim(), parameters: query.parameters }) - 1;
    this.#places.set(query, place);
    return place;
  }
}

function paragraphData({ lead, sentences, note }: NotedParagraph, queries: QueryList): ParagraphData {
  const text = sentences.flatMap(({ pieces }) => pieces);
  return {
    ...(lead && { lead: piecesData(lead) }),
    text: text.map(pieceData),
    ...(note && { note: piecesData(note) }),
    queries: [...new Set(text.flatMap(originsOf).map(({ query }) => queries.placeOf(query)))],
  };
}

function originsOf(piece: Piece) {
  return piece.kind === "words" ? [] : piece.origins;
}

function chartData({ title, categories, series }: Chart): ChartData {
  return {
    title: textOf(title),
    rows: categories.map((category, index) => ({
      name: textOf(category),
      amounts: series.map(({ name, tone, values }) => ({ name, tone, text: values[index]!.text })),
    })),
  };
}

function rowData({ cells, isPart = false }: TableRow): TableRowData {
  return { cells: cells.map(piecesData), isPart };
}

function piecesData({ pieces }: Sentence): PieceData[] {
  return pieces.map(pieceData);
}

function pieceData(piece: Piece): PieceData {
  const href = piece.kind === "words" ? undefined : hrefOf(piece.target);
  return { text: piece.text, ...(href && { href }) };
}

function hrefOf(target: Exclude<Piece, { kind: "words" }>["target"]): string | undefined {
  if (!target) return undefined;
  if ("formId" in target) return linkToForm(target.formId, target.line);
  return "sql" in target ? linkToQuery(target.sql) : linkToPage(target.page, target.asked);
}
