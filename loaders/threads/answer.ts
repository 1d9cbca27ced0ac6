/**
 * What a thread does: it reads the documents that it is sent, one after the other.
 */
import { parentPort } from "node:worker_threads";
import { openDocument, UnreadableDocument } from "../document.ts";
import { cellFlags } from "../form/flags.ts";
import { messageOf } from "../problem.ts";
import { rowsOfDocument } from "../warehouse/document-rows.ts";
import { type DocumentAnswer, type DocumentRequest, READY } from "./messages.ts";

const port = parentPort!;
port.on("message", async (request: DocumentRequest) => port.postMessage(await answer(request)));
port.postMessage(READY);

async function answer({ bytes, path, documentId }: DocumentRequest): Promise<DocumentAnswer> {
  try {
    return { kind: "read", rows: rowsOfDocument(documentId, await openDocument(bytes, path), cellFlags) };
  } catch (error) {
    // Classes do not cross from thread to thread.
    if (error instanceof UnreadableDocument)
      return { kind: "unreadable", code: error.code, message: error.message, advice: error.advice };
    return { kind: "failed", message: messageOf(error) };
  }
}
