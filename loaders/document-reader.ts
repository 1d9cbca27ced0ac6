/**
 * Reading documents into rows of the warehouse: in this thread, and, once there is so much of it that starting others
 * pays, on all processors: a document to a thread, a long text piece by piece on all of them.
 */
import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { isText, openDocument, type ReadDocument, UnreadableDocument } from "./document.ts";
import type { DraftedForms } from "./form/draft-forms.ts";
import { cellFlags } from "./form/flags.ts";
import { draftPiece, type TextPiece } from "./form/text-pieces.ts";
import type { CellFlag, Form } from "./form/types.ts";
import type { DocumentRequest, ThreadAnswer, ThreadRequest } from "./threads/messages.ts";
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
  let pool: ThreadPool<ThreadRequest, ThreadAnswer> | null = null;
  let bytesRead = 0;

  async function readOnThreads(
    request: DocumentRequest,
    { ask }: ThreadPool<ThreadRequest, ThreadAnswer>,
  ): Promise<DocumentRows> {
    if (request.bytes.length <= leastBytes || !(await isText(request.bytes)))
      return rowsOf(await ask(request));
    const draft = (pieces: readonly TextPiece[]) => draftTogether(pieces, ask, threads - 1);
    return rowsOfDocument(
      request.documentId,
      await openDocument(request.bytes, request.path, draft),
      cellFlags,
    );
  }
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
        return await readOnThreads(request, pool);
      } catch (error) {
        if (error instanceof ThreadLost && !error.wasReady) return here.read(request);
        throw error;
      }
    },
    close: async () => pool?.close(),
  };
}

/** Drafts pieces on this thread and on others at once; each takes the next piece when it is done with one. */
async function draftTogether(
  pieces: readonly TextPiece[],
  ask: ThreadPool<ThreadRequest, ThreadAnswer>["ask"],
  others: number,
): Promise<DraftedForms[]> {
  const drafted: DraftedForms[] = [];
  let next = 0;
  const takeInTurn = async (draft: (piece: TextPiece) => Promise<DraftedForms>): Promise<void> => {
    try {
      while (next < pieces.length) {
        const at = next++;
        drafted[at] = await draft(pieces[at]!);
      }
    } catch (error) {
      // One lost piece loses the document: nobody need take another.
      next = pieces.length;
      throw error;
    }
  };
  const elsewhere = Array.from({ length: others }, () =>
    takeInTurn(async (piece) => draftsOf(await ask({ piece }))),
  );
  const here = takeInTurn(async (piece) => {
    // Between two pieces the answers of the others are heard.
    await setImmediate();
    return draftPiece(piece);
  });
  await Promise.all([here, ...elsewhere]);
  return drafted;
}

function draftsOf(answer: ThreadAnswer): DraftedForms {
  if (answer.kind === "drafted") return answer.drafted;
  throw new Error("message" in answer ? answer.message : answer.kind);
}

function rowsOf(answer: ThreadAnswer): DocumentRows {
  if (answer.kind === "read") return answer.rows;
  if (answer.kind === "unreadable") throw new UnreadableDocument(answer.code, answer.message, answer.advice);
  throw new Error("message" in answer ? answer.message : answer.kind);
}
