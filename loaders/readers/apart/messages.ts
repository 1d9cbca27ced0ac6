/**
 * What passes between the program and the thread that takes files apart.
 */
import type { Packed, ReadSheets } from "../read-sheets.ts";
import type { RejectionCode } from "../refusal.ts";

export interface Question {
  file: Packed;
  bytes: Uint8Array;
}

export type Answer =
  | { kind: "read"; sheets: ReadSheets }
  | { kind: "refused"; code: RejectionCode; message: string; advice: string }
  /** A flaw of the reader. */
  | { kind: "failed"; message: string };
