/**
 * `datapackage.json`: what the package holds, for programs and people that know nothing of this one.
 * For CSV a Frictionless tabular data package (specs.frictionlessdata.io, version 1); Parquet is not tabular in its
 * words, so those packages are plain data packages with the same schemas.
 */

import type { MartColumn, MartTable } from "./mart-columns.ts";
import type { ExportFormat } from "./package.ts";

export interface WrittenTable {
  table: MartTable;
  /** Paths inside the package, with `/`. */
  files: string[];
  rows: number;
}

/** The descriptor as an object ready for JSON. `created` is when the data was computed, an ISO time in UTC. */
export function descriptor(written: readonly WrittenTable[], format: ExportFormat, created: string | null) {
  return {
    profile: format === "csv" ? "tabular-data-package" : "data-package",
    name: "jixiao",
    title: "项目支出绩效自评数据",
    description:
      "由公开的项目支出绩效自评表读出：表头、资金、指标、存疑标记、检查结果和预算执行。金额以万元计，比率以 % 计，空格为空值。",
    ...(created && { created }),
    resources: written.map((each) => (format === "csv" ? csvResource(each) : parquetResource(each))),
  };
}

function csvResource({ table, files }: WrittenTable) {
  return {
    profile: "tabular-data-resource",
    name: table.name,
    title: table.title,
    description: table.description,
    path: files[0]!,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    dialect: {
      delimiter: ",",
      lineTerminator: "\n",
      quoteChar: '"',
      doubleQuote: true,
      skipInitialSpace: false,
      header: true,
      caseSensitiveHeader: true,
    },
    schema: schema(table),
  };
}

function parquetResource({ table, files }: WrittenTable) {
  return {
    profile: "data-resource",
    name: table.name,
    title: table.title,
    description: table.description,
    path: files,
    format: "parquet",
    mediatype: "application/vnd.apache.parquet",
    schema: schema(table),
  };
}

function schema(table: MartTable) {
  return {
    fields: table.columns.map(field),
    missingValues: [""],
    primaryKey: table.key,
    ...(table.foreignKeys.length > 0 && {
      foreignKeys: table.foreignKeys.map(({ fields, resource, references }) => ({
        fields,
        reference: { resource, fields: references },
      })),
    }),
  };
}

function field({ name, type, description }: MartColumn) {
  switch (type) {
    case "number":
      return { name, type, description, bareNumber: true, decimalChar: "." };
    case "integer":
      return { name, type, description, bareNumber: true };
    case "boolean":
      return { name, type, description, trueValues: ["true"], falseValues: ["false"] };
    default:
      return { name, type, description, format: "default" };
  }
}
