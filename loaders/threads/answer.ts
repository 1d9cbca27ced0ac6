/**
 * What a thread does: it reads the documents, and drafts the pieces of texts, that it is sent, one after the other.
 */
import { parentPort } from "node:worker_threads";
import { openDocument, UnreadableDocument } from "../document.ts";
import { cellFlags } from "../form/flags.ts";
import { draftPiece, type TextPiece } from "../form/text-pieces.ts";
import { messageOf } from "../problem.ts";
import { rowsOfDocument } from "../warehouse/document-rows.ts";
import {
  type DocumentAnswer,
  type DocumentRequest,
  READY,
  type ThreadAnswer,
  type ThreadRequest,
} from "./messages.ts";

const port = parentPort!;
port.on("message", async (request: ThreadRequest) => port.postMessage(await answer(request)));
port.postMessage(READY);

async function answer(request: ThreadRequest): Promise<ThreadAnswer> {
  try {
    return "piece" in request ? drafted(request.piece) : await answerDocument(request);
  } catch (error) {
    return { kind: "failed", message: messageOf(error) };
  }
}

function drafted(piece: TextPiece): ThreadAnswer {
  const own = draftPiece(piece);
  // Most words stand in a piece many times.
  return { kind: "drafted", drafted: { ...own, words: [...new Set(own.words)] } };
}

async function answerDocument({ bytes, path, documentId }: DocumentRequest): Promise<DocumentAnswer> {
  try {
    return { kind: "read", rows: rowsOfDocument(documentId, await openDocument(bytes, path), cellFlags) };
  } catch (error) {
    // Classes do not cross from thread to thread.
    if (error instanceof UnreadableDocument)
      return { kind: "unreadable", code: error.code, message: error.message, advice: error.advice };
    throw error;
  }
}
