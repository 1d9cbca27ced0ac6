/**
 * One file of the workspace: copied from the last run, read now, or turned down with a reason.
 */
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { binaryFormat } from "./binary-formats.ts";
import { type ReadDocument, UnreadableDocument } from "./document.ts";
import { describeFileError } from "./file-errors.ts";
import { messageOf } from "./problem.ts";
import { READER_VERSION } from "./reader-version.ts";
import type { SourceFile } from "./sources.ts";
import type { LoadedDocument, RejectedFile } from "./warehouse/load.ts";
import type { PreviousRun } from "./warehouse/previous.ts";

/** What reading a file touches outside itself; tests pass their own. */
export interface SourceEffects {
  readFile(location: string): Promise<Uint8Array>;
  readDocument(bytes: Uint8Array, path: string): ReadDocument;
  now(): Date;
}

export type SourceOutcome =
  | { kind: "reused"; documentId: string; forms: number }
  | { kind: "read"; loaded: LoadedDocument }
  | { kind: "rejected"; rejected: RejectedFile };

/**
 * Decides what a file gives.
 *
 * @param before what the last run knew
 * @param pathsById the file of each document that this run has already; a second one is a duplicate
 */
export async function readSource(
  { path, location, error }: SourceFile,
  before: PreviousRun,
  pathsById: ReadonlyMap<string, string>,
  effects: SourceEffects,
): Promise<SourceOutcome> {
  let bytes: Uint8Array;
  try {
    if (error) throw error;
    bytes = await effects.readFile(location);
  } catch (refusal) {
    return reject({
      path,
      sha256: null,
      bytes: null,
      code: "unreadable",
      ...describeFileError(refusal, path),
    });
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = { path, sha256, bytes: bytes.length };
  const documentId = sha256.slice(0, 12);

  const first = pathsById.get(documentId);
  if (first !== undefined) {
    const reason = `${path} 与 ${first} 的内容完全相同，只计一次`;
    return reject({ ...file, code: "duplicate", reason, advice: "如不需要，可删除其中一个。" });
  }
  const known = before.documents.get(path);
  if (known?.sha256 === sha256) return { kind: "reused", documentId, forms: known.forms };
  const refused = before.rejected.get(path);
  if (refused?.sha256 === sha256) return { kind: "rejected", rejected: refused };

  const format = binaryFormat(bytes);
  if (format) {
    const reason = `${path} 是${format.name}，目前只能读文本`;
    return reject({ ...file, code: "unknown_format", reason, advice: format.advice });
  }
  try {
    const document = effects.readDocument(bytes, path);
    const loaded = {
      ...file,
      documentId,
      readerVersion: READER_VERSION,
      ingestedAt: effects.now(),
      document,
    };
    return { kind: "read", loaded };
  } catch (refusal) {
    if (refusal instanceof UnreadableDocument) {
      return reject({ ...file, code: refusal.code, reason: refusal.message, advice: refusal.advice });
    }
    // A flaw of the reader must not cost the other files; it is told like any other reason.
    const reason = `读取 ${path} 时程序出错：${messageOf(refusal)}`;
    const advice = "这是程序的缺陷；请把该文件和这条消息一起报告给维护者。";
    return reject({ ...file, code: "unreadable", reason, advice });
  }

  function reject(file: Omit<RejectedFile, "readerVersion" | "rejectedAt">): SourceOutcome {
    const rejected = { ...file, readerVersion: READER_VERSION, rejectedAt: effects.now() };
    return { kind: "rejected", rejected };
  }
}

/** The bytes of a regular file. A pipe would keep a run waiting for ever. */
export async function readRegularFile(location: string): Promise<Uint8Array> {
  const stats = await stat(location);
  if (!stats.isFile() && !stats.isDirectory()) {
    throw Object.assign(new Error("not a regular file"), { code: "NOT_A_FILE" });
  }
  return readFile(location);
}
