/**
 * What the main thread and those that read documents say to each other.
 */
import type { DraftedForms } from "../form/draft-forms.ts";
import type { TextPiece } from "../form/text-pieces.ts";
import type { RejectionCode } from "../readers/refusal.ts";
import type { DocumentRows } from "../warehouse/document-rows.ts";

export interface DocumentRequest {
  bytes: Uint8Array;
  /** Inside `sources`, with `/`. */
  path: string;
  documentId: string;
}

/** A document to read, or a piece of a text to draft. */
export type ThreadRequest = DocumentRequest | { piece: TextPiece };

export type ThreadAnswer = DocumentAnswer | { kind: "drafted"; drafted: DraftedForms };

export type DocumentAnswer =
  | { kind: "read"; rows: DocumentRows }
  | { kind: "unreadable"; code: RejectionCode; message: string; advice: string }
  /** A flaw of the reader. */
  | { kind: "failed"; message: string };

/** The first message of a thread: its program is loaded, and what stops it from here on is the work. */
export const READY = "ready";
