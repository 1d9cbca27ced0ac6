/**
 * Filling the raw tables: documents with all that was read of them, and files that could not be read.
 */
import { type DuckDBConnection, DuckDBTimestampValue } from "@duckdb/node-api";
import { type DocumentRows, FORM_TABLES } from "./document-rows.ts";
import { DOCUMENT_TABLES, type DocumentTable } from "./schema.ts";
import { openTable, type TableWriter } from "./table-writer.ts";

/** A file that was read, and what is known about it as a file. */
export interface LoadedDocument {
  documentId: string;
  path: string;
  sha256: string;
  bytes: number;
  readerVersion: string;
  ingestedAt: Date;
  document: DocumentRows;
}

/** A file that could not be read. `sha256` and `bytes` are null where not even its bytes could be had. */
export interface RejectedFile {
  path: string;
  sha256: string | null;
  bytes: number | null;
  /**
   * A `RejectionCode`; `duplicate` for the very bytes of another file; `mixed` for made data beside real, or real beside
   * made; `interrupted` where reading broke off.
   */
  code: string;
  reason: string;
  advice: string;
  readerVersion: string;
  rejectedAt: Date;
}

export interface RawLoader {
  addDocument(loaded: LoadedDocument): void;
  addRejected(rejected: RejectedFile): void;
  /** Hands the last rows over; nothing can be added afterwards. */
  close(): void;
}

/** Opens the raw tables for loading. */
export async function openRawLoader(connection: DuckDBConnection): Promise<RawLoader> {
  const tables = {} as Record<DocumentTable | "rejected", TableWriter>;
  for (const table of [...DOCUMENT_TABLES, "rejected"] as const) {
    tables[table] = await openTable(connection, table);
  }

  return {
    addDocument({ documentId, document, ...file }) {
      tables.documents.write([
        documentId,
        file.path,
        file.sha256,
        BigInt(file.bytes),
        document.format,
        document.encoding,
        document.forms,
        document.lines.length,
        file.readerVersion,
        timestamp(file.ingestedAt),
      ]);
      for (const { sheet, line, text, place } of document.lines) {
        tables.source_lines.write([documentId, line, text, sheet, place]);
      }
      for (const table of FORM_TABLES) for (const row of document.rows[table]) tables[table].write(row);
    },
    addRejected(file) {
      tables.rejected.write([
        file.path,
        file.sha256,
        file.bytes === null ? null : BigInt(file.bytes),
        file.code,
        file.reason,
        file.advice,
        file.readerVersion,
        timestamp(file.rejectedAt),
      ]);
    },
    close() {
      for (const table of Object.values(tables)) table.close();
    },
  };
}

/** UTC, as all timestamps of the warehouse. */
function timestamp(date: Date): DuckDBTimestampValue {
  return new DuckDBTimestampValue(BigInt(date.getTime()) * 1000n);
}
