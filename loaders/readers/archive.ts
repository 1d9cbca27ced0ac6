/**
 * Packed files (ZIP): what is in them, and that it is no more than it says, before anything is made of it.
 */
import { buffer } from "node:stream/consumers";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { HARMLESS_BYTES, MOST_ENTRIES, MOST_RATIO, MOST_UNPACKED_BYTES } from "./limits.ts";
import { Refusal } from "./refusal.ts";

/** A part of a packed file. Folders are left out. */
export interface PackedPart {
  /** Its path, with `/`. */
  name: string;
  /** Bytes once unpacked, as the file says; reading it fails where that is not so. */
  size: number;
  encrypted: boolean;
  read(): Promise<Uint8Array>;
}

const DAMAGED = "请重新导出或复制该文件；若能在原程序中打开，另存一份再放入。";
const TOO_LARGE = "请在原来的程序中打开检查，把需要的表另存为单独的文件。";

/**
 * The parts of a packed file in the order of its directory.
 *
 * @throws Refusal when it is damaged, or would unpack to more than a file may
 */
export async function partsOfArchive(bytes: Uint8Array): Promise<PackedPart[]> {
  const file = await open(bytes);
  const entries = await directoryOf(file);
  checkSizes(bytes.length, entries);
  return entries
    .map((entry) => ({ entry, name: nameOf(entry) }))
    .filter(({ name }) => !name.endsWith("/"))
    .map(({ entry, name }) => ({
      name,
      size: entry.uncompressedSize,
      encrypted: entry.isEncrypted(),
      read: () => read(file, entry),
    }));
}

/** Reads every part once, so that a library that unpacks them by itself meets no surprise. */
export async function checkParts(parts: readonly PackedPart[]): Promise<void> {
  for (const part of parts) if (!part.encrypted) await part.read();
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  const options = { lazyEntries: true, decodeStrings: false, autoClose: false } as const;
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), options, (error, file) =>
      error ? reject(damaged(error)) : resolve(file),
    );
  });
}

function directoryOf(file: ZipFile): Promise<Entry[]> {
  if (file.entryCount > MOST_ENTRIES) {
    const message = `里有 ${file.entryCount} 个部分，超过上限 ${MOST_ENTRIES} 个`;
    return Promise.reject(new Refusal("too_large", message, TOO_LARGE));
  }
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    file.on("entry", (entry: Entry) => {
      entries.push(entry);
      file.readEntry();
    });
    file.on("end", () => resolve(entries));
    file.on("error", (error) => reject(damaged(error)));
    file.readEntry();
  });
}

function checkSizes(packed: number, entries: readonly Entry[]): void {
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  const isBomb = unpacked > HARMLESS_BYTES && unpacked > packed * MOST_RATIO;
  if (unpacked <= MOST_UNPACKED_BYTES && !isBomb) return;
  const mib = Math.ceil(unpacked / 1024 / 1024);
  throw new Refusal(
    "too_large",
    `解开后有 ${mib} MB，是文件本身的 ${Math.ceil(unpacked / packed)} 倍`,
    TOO_LARGE,
  );
}

function read(file: ZipFile, entry: Entry): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    file.openReadStream(entry, (error, stream) => {
      if (error) reject(damaged(error));
      else buffer(stream).then(resolve, (cause) => reject(damaged(cause)));
    });
  });
}

/** Bit 11 of the flags: the name is in UTF-8. Windows packs names in the system's own encoding. */
const NAME_IN_UTF8 = 0x0800;

function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw;
  const isUtf8 = (entry.generalPurposeBitFlag & NAME_IN_UTF8) !== 0 || isValidUtf8(raw);
  return new TextDecoder(isUtf8 ? "utf-8" : "gb18030").decode(raw).replaceAll("\\", "/");
}

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function damaged(cause: unknown): Refusal {
  const refusal = new Refusal("damaged", "已损坏，打不开（可能没有下载或复制完整）", DAMAGED);
  refusal.cause = cause;
  return refusal;
}
