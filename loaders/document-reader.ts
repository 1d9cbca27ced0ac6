/**
 * Reading documents into rows of the warehouse: in this thread, and, once there is so much of it that starting others
 * pays, on all processors.
 */
import { availableParallelism } from "node:os";
import { openDocument, type ReadDocument, UnreadableDocument } from "./document.ts";
import { cellFlags } from "./form/flags.ts";
import type { CellFlag, Form } from "./form/types.ts";
import type { DocumentAnswer, DocumentRequest } from "./threads/messages.ts";
import { openPool, ThreadLost, type ThreadPool } from "./threads/pool.ts";
import { type DocumentRows, rowsOfDocument } from "./warehouse/document-rows.ts";

export interface DocumentReader {
  /** How many documents are worth having under way at once. */
  readonly atOnce: number;
  /**
   * Reads one document.
   *
   * @throws UnreadableDocument when it holds nothing for us; any other error is a flaw of the reader
   */
  read(request: DocumentRequest): Promise<DocumentRows>;
  close(): Promise<void>;
}

/** The two functions that make rows of bytes; tests pass their own. */
export interface ReadingFunctions {
  readDocument(bytes: Uint8Array, path: string): ReadDocument | Promise<ReadDocument>;
  cellFlags(form: Form): CellFlag[];
}

/** How many threads read at once, and from how many bytes on. */
export interface ThreadLimits {
  threads: number;
  leastBytes: number;
}

/** More threads than this wait for the one that writes. */
const MOST_THREADS = 8;
const defaultLimits: ThreadLimits = {
  threads: Math.min(MOST_THREADS, availableParallelism()),
  /** About what is read in the time that a thread takes to start. */
  leastBytes: 1_000_000,
};
const ENTRY = new URL("threads/entry.js", import.meta.url);

/** A reader in this thread alone. */
export function readerOfThisThread(
  functions: ReadingFunctions = { readDocument: openDocument, cellFlags },
): DocumentReader {
  return {
    atOnce: 1,
    async read({ bytes, path, documentId }) {
      return rowsOfDocument(documentId, await functions.readDocument(bytes, path), functions.cellFlags);
    },
    close: async () => {},
  };
}

/** A reader that begins in this thread and starts others when it has read enough. */
export function openReader({ threads, leastBytes }: ThreadLimits = defaultLimits): DocumentReader {
  const here = readerOfThisThread();
  let pool: ThreadPool<DocumentRequest, DocumentAnswer> | null = null;
  let bytesRead = 0;
  return {
    get atOnce() {
      // One more for each thread, so that none waits while rows are written.
      return pool ? 2 * threads : here.atOnce;
    },
    async read(request) {
      bytesRead += request.bytes.length;
      if (threads > 1 && bytesRead > leastBytes) pool ??= openPool(ENTRY, threads);
      if (!pool) return here.read(request);
      try {
        return rowsOf(await pool.ask(request));
      } catch (error) {
        if (error instanceof ThreadLost && !error.wasReady) return here.read(request);
        throw error;
      }
    },
    close: async () => pool?.close(),
  };
}

function rowsOf(answer: DocumentAnswer): DocumentRows {
  if (answer.kind === "read") return answer.rows;
  if (answer.kind === "unreadable") throw new UnreadableDocument(answer.code, answer.message, answer.advice);
  throw new Error(answer.message);
}
