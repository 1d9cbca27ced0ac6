/**
 * Office tables as flat OpenDocument files (.fods, .fodt), from which LibreOffice makes all other formats.
 */
import type { OfficeCell, OfficeTable } from "./form-table.ts";

const NAMESPACES = ["office", "table", "text", "style", "fo", "number"]
  .map((name) => {
    const uri = name === "fo" ? "xsl-fo-compatible" : name === "number" ? "datastyle" : name;
    return `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${uri}:1.0"`;
  })
  .join(" ");

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const paragraphs = (text: string): string =>
  text === ""
    ? ""
    : text
        .split("\n")
        .map((line) => `<text:p>${escaped(line)}</text:p>`)
        .join("");

/** A sheet of a workbook: tables one under the other. */
export interface OfficeSheet {
  name: string;
  rows: OfficeTable;
  /** Widths of the columns in millimetres. */
  widths: readonly number[];
}

const STYLES = `
  <number:number-style style:name="N-amount"><number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style>
  <number:number-style style:name="N-points"><number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1"/></number:number-style>
  <number:percentage-style style:name="N-percent"><number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
  ${["text", "amount", "points", "percent"]
    .map((name) => {
      const data = name === "text" ? "" : ` style:data-style-name="N-${name}"`;
      return `<style:style style:name="C-${name}" style:family="table-cell"${data}><style:table-cell-properties fo:border="0.5pt solid #000000" fo:wrap-option="wrap" style:vertical-align="middle"/><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="9pt" style:font-size-asian="9pt"/></style:style>`;
    })
    .join("")}`;

/** A workbook with these sheets. */
export function flatSpreadsheet(sheets: readonly OfficeSheet[]): string {
  const widths = [...new Set(sheets.flatMap((sheet) => sheet.widths))];
  const columns = widths.map(
    (width) =>
      `<style:style style:name="W${width}" style:family="table-column"><style:table-column-properties style:column-width="${width}mm"/></style:style>`,
  );
  return flatFile(
    "spreadsheet",
    `${STYLES}${columns.join("")}`,
    sheets
      .map(
        ({ name, rows, widths: own }) =>
          `<table:table table:name="${escaped(name)}">${own
            .map((width) => `<table:table-column table:style-name="W${width}"/>`)
            .join("")}${tableRows(rows)}</table:table>`,
      )
      .join("\n"),
  );
}

/** A text with paragraphs and tables in turn. */
export function flatText(blocks: readonly (string | OfficeTable)[]): string {
  const cell = `<style:style style:name="C-text" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.5mm"/></style:style>`;
  return flatFile(
    "text",
    cell,
    blocks
      .map((block) =>
        typeof block === "string"
          ? paragraphs(block)
          : `<table:table><table:table-column table:number-columns-repeated="${widthOf(block)}"/>${tableRows(plain(block))}</table:table>`,
      )
      .join("\n"),
  );
}

/** In a text, numbers are words. */
function plain(table: OfficeTable): OfficeTable {
  return table.map((row) => row.map(({ number: _, ...cell }) => cell));
}

function widthOf(table: OfficeTable): number {
  return Math.max(...table.map((row) => row.reduce((sum, cell) => sum + cell.columns, 0)));
}

/** Rows with the covered cells that the file format wants under spans. */
function tableRows(rows: OfficeTable): string {
  const width = widthOf(rows);
  const covered = rows.map(() => new Set<number>());
  return rows
    .map((row, index) => {
      let xml = "";
      let column = 0;
      const cells = [...row];
      while (column < width && (cells.length > 0 || hasCovered(covered[index]!, column))) {
        if (covered[index]!.has(column)) {
          xml += "<table:covered-table-cell/>";
          column++;
          continue;
        }
        const cell = cells.shift()!;
        xml += tableCell(cell);
        for (let down = 0; down < cell.rows; down++)
          for (let right = 0; right < cell.columns; right++)
            if (down + right > 0) covered[index + down]?.add(column + right);
        column++;
      }
      return `<table:table-row>${xml || "<table:table-cell/>"}</table:table-row>`;
    })
    .join("\n");
}

function hasCovered(covered: ReadonlySet<number>, from: number): boolean {
  return [...covered].some((column) => column >= from);
}

function tableCell({ text, columns, rows, number }: OfficeCell): string {
  const spans = `${columns > 1 ? ` table:number-columns-spanned="${columns}"` : ""}${rows > 1 ? ` table:number-rows-spanned="${rows}"` : ""}`;
  const type = number
    ? ` office:value-type="${number.style === "percent" ? "percentage" : "float"}" office:value="${number.value}" table:style-name="C-${number.style}"`
    : ' office:value-type="string" table:style-name="C-text"';
  return `<table:table-cell${type}${spans}>${paragraphs(text)}</table:table-cell>`;
}

function flatFile(kind: "spreadsheet" | "text", styles: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${NAMESPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.${kind}">
<office:automatic-styles>${styles}</office:automatic-styles>
<office:body><office:${kind}>
${body}
</office:${kind}></office:body></office:document>
`;
}
