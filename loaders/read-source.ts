/**
 * One file of the workspace: copied from the last run, read now, or turned down with a reason.
 */
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { UnreadableDocument } from "./document.ts";
import type { DocumentReader } from "./document-reader.ts";
import { describeFileError } from "./file-errors.ts";
import { messageOf } from "./problem.ts";
import { READER_VERSION } from "./reader-version.ts";
import type { SourceFile } from "./sources.ts";
import { ThreadLost } from "./threads/pool.ts";
import type { LoadedDocument, RejectedFile } from "./warehouse/load.ts";
import type { PreviousRun } from "./warehouse/previous.ts";

/** What reading a file touches outside itself; tests pass their own. */
export interface SourceEffects {
  readFile(location: string): Promise<Uint8Array>;
  now(): Date;
}

export type SourceOutcome =
  | { kind: "reused"; documentId: string; forms: number }
  | { kind: "read"; loaded: LoadedDocument }
  | { kind: "rejected"; rejected: RejectedFile };

/** A file whose bytes are there. */
export interface OpenedSource {
  kind: "opened";
  path: string;
  sha256: string;
  documentId: string;
  content: Uint8Array;
}

/** Opens a file, or says why the disk refuses it. */
export async function openSource(
  { path, location, error }: SourceFile,
  effects: SourceEffects,
): Promise<OpenedSource | SourceOutcome> {
  try {
    if (error) throw error;
    const content = await effects.readFile(location);
    const sha256 = createHash("sha256").update(content).digest("hex");
    return { kind: "opened", path, sha256, documentId: sha256.slice(0, 12), content };
  } catch (refusal) {
    const why = { code: "unreadable", ...describeFileError(refusal, path) };
    return reject({ path, sha256: null, bytes: null, ...why }, effects);
  }
}

/**
 * Decides what a file gives.
 *
 * @param before what the last run knew
 * @param pathsById the file of each document that this run has already; a second one is a duplicate
 */
export async function readSource(
  { path, sha256, documentId, content }: OpenedSource,
  before: PreviousRun,
  pathsById: ReadonlyMap<string, string>,
  reader: DocumentReader,
  effects: SourceEffects,
): Promise<SourceOutcome> {
  const file = { path, sha256, bytes: content.length };

  const first = pathsById.get(documentId);
  if (first !== undefined) {
    const reason = `${path} 与 ${first} 的内容完全相同，只计一次`;
    return reject({ ...file, code: "duplicate", reason, advice: "如不需要，可删除其中一个。" }, effects);
  }
  const known = before.documents.get(path);
  if (known?.sha256 === sha256) return { kind: "reused", documentId, forms: known.forms };
  const refused = before.rejected.get(path);
  if (refused?.sha256 === sha256) return { kind: "rejected", rejected: refused };

  try {
    const document = await reader.read({ bytes: content, path, documentId });
    const ingestedAt = effects.now();
    return {
      kind: "read",
      loaded: { ...file, documentId, readerVersion: READER_VERSION, ingestedAt, document },
    };
  } catch (refusal) {
    return reject({ ...file, ...whyUnread(refusal, path) }, effects);
  }
}

/** What stopped a document from being read. None of it must cost the other files. */
function whyUnread(refusal: unknown, path: string): Pick<RejectedFile, "code" | "reason" | "advice"> {
  if (refusal instanceof UnreadableDocument)
    return { code: refusal.code, reason: refusal.message, advice: refusal.advice };
  if (refusal instanceof ThreadLost) {
    const reason = `读取 ${path} 时线程中断：${refusal.message}`;
    const advice = "多半是内存不足；请关闭其他程序，或把该文件拆成几个较小的文件，再重新运行。";
    return { code: "interrupted", reason, advice };
  }
  const reason = `读取 ${path} 时程序出错：${messageOf(refusal)}`;
  const advice = "这是程序的缺陷；请把该文件和这条消息一起报告给维护者。";
  return { code: "unreadable", reason, advice };
}

/** A file that is left out, with why. */
export function reject(
  file: Omit<RejectedFile, "readerVersion" | "rejectedAt">,
  effects: SourceEffects,
): SourceOutcome {
  const rejected = { ...file, readerVersion: READER_VERSION, rejectedAt: effects.now() };
  return { kind: "rejected", rejected };
}

/** The bytes of a regular file. A pipe would keep a run waiting for ever. */
export async function readRegularFile(location: string): Promise<Uint8Array> {
  const stats = await stat(location);
  if (!stats.isFile() && !stats.isDirectory()) {
    throw Object.assign(new Error("not a regular file"), { code: "NOT_A_FILE" });
  }
  return readFile(location);
}
