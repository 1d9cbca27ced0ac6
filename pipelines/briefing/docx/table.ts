/**
 * Tables of the annex: header rows repeat on each page, rows are not broken, amounts stand right.
 */
import {
  AlignmentType,
  Table as DocxTable,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import type { Table, TableColumn } from "../briefing.ts";
import type { HouseStyle } from "../house-style.ts";
import { textOf } from "../sentence.ts";
import { twipsOfMillimetres } from "./page.ts";
import { STYLE } from "./styles.ts";

const HEADER_SHADE = "EDEDED";
/** A character's width, in twips. */
const PART_INDENT = 180;
const PADDING = { top: 15, bottom: 15, left: 60, right: 60 };

/** The caption with the unit of the amounts, and the table. */
export function tableBlock(table: Table, label: string, { page }: HouseStyle): (Paragraph | DocxTable)[] {
  return [
    new Paragraph({ style: STYLE.caption, text: `${label}　${textOf(table.title)}（${table.unit}）` }),
    gridOf(table, twipsOfMillimetres(page.text_width_mm)),
  ];
}

function gridOf({ columns, rows }: Table, width: number): DocxTable {
  const shares = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.floor((width * column.width) / shares));
  return new DocxTable({
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((column, at) => headerCell(column.label, widths[at]!)),
      }),
      ...rows.map(
        ({ cells, isPart = false }) =>
          new TableRow({
            cantSplit: true,
            children: cells.map((sentence, at) => {
              const indent = isPart && at === 0 ? PART_INDENT : 0;
              return bodyCell(textOf(sentence), columns[at]!, widths[at]!, indent);
            }),
          }),
      ),
    ],
  });
}

function headerCell(label: string, width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: PADDING,
    verticalAlign: VerticalAlign.CENTER,
    shading: { fill: HEADER_SHADE, color: "auto", type: "clear" },
    children: [
      new Paragraph({
        style: STYLE.cell,
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text: label, bold: true })],
      }),
    ],
  });
}

function bodyCell(text: string, { numeric }: TableColumn, width: number, indent: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: PADDING,
    verticalAlign: VerticalAlign.CENTER,
    children: [
      new Paragraph({
        style: STYLE.cell,
        alignment: numeric ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { left: indent },
        text,
      }),
    ],
  });
}
