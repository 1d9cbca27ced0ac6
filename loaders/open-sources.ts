/**
 * The files that a file of the workspace stands for: itself, or, for a ZIP archive, each file that is packed in it.
 */
import { createHash } from "node:crypto";
import {
  type OpenedSource,
  openSource,
  reject,
  type SourceEffects,
  type SourceOutcome,
} from "./read-source.ts";
import type { PackedPart } from "./readers/archive.ts";
import { recognise } from "./readers/recognise.ts";
import { Refusal } from "./readers/refusal.ts";
import { isDropping, type SourceFile } from "./sources.ts";

/** A file whose bytes are there, or that was turned down before; `path` goes through the archive: `2024/各单位.zip/甲局/表.xlsx`. */
export interface FoundSource {
  path: string;
  opened: OpenedSource | SourceOutcome;
}

/** Opens a file, and each file of an archive one after the other, so that no more than one is unpacked at once. */
export async function* openSources(file: SourceFile, effects: SourceEffects): AsyncGenerator<FoundSource> {
  const opened = await openSource(file, effects);
  const parts = opened.kind === "opened" ? await partsOf(opened.content) : null;
  if (opened.kind !== "opened" || parts === null) {
    yield { path: file.path, opened };
    return;
  }
  if (parts.length === 0) {
    const why = { code: "empty", reason: `${file.path} 是空的压缩包`, advice: "请重新压缩后再放入。" };
    const { sha256, content } = opened;
    yield {
      path: file.path,
      opened: reject({ path: file.path, sha256, bytes: content.length, ...why }, effects),
    };
  }
  const taken = new Set<string>();
  for (const part of parts) {
    const path = distinctPath(`${file.path}/${part.name}`, taken);
    yield { path, opened: await openPart(part, path, effects) };
  }
}

/** The files of an archive; null for every other file, also for one that its reader will turn down. */
async function partsOf(content: Uint8Array): Promise<PackedPart[] | null> {
  if (content[0] !== 0x50 || content[1] !== 0x4b) return null;
  try {
    const file = await recognise(content);
    if (file.kind !== "archive") return null;
    return file.parts.filter(({ name }) => !name.split("/").some(isDropping));
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** An archive may hold two files of one name; in the warehouse a path stands for one. */
function distinctPath(path: string, taken: Set<string>): string {
  let distinct = path;
  for (let copy = 2; taken.has(distinct); copy++) distinct = `${path}（${copy}）`;
  taken.add(distinct);
  return distinct;
}

/** A name that leads out of the archive is nobody's mistake. */
const LEADS_OUT = /(?:^|\/)\.\.(?:\/|$)|^\/|^[A-Za-z]:/;

async function openPart(
  part: PackedPart,
  path: string,
  effects: SourceEffects,
): Promise<OpenedSource | SourceOutcome> {
  const refuse = (code: string, reason: string, advice: string): SourceOutcome =>
    reject({ path, sha256: null, bytes: null, code, reason: `${path} ${reason}`, advice }, effects);
  if (LEADS_OUT.test(part.name))
    return refuse("damaged", "的名称指向压缩包之外，没有读", "请向提供压缩包的人核实，重新压缩后再放入。");
  if (part.encrypted)
    return refuse("protected", "设有解压密码，读不出内容", "请先用密码解压，把里面的文件放入 sources。");
  try {
    const content = await part.read();
    const sha256 = createHash("sha256").update(content).digest("hex");
    return { kind: "opened", path, sha256, documentId: sha256.slice(0, 12), content };
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.code, error.message, error.advice);
    throw error;
  }
}
