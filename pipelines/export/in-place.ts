/**
 * Puts a finished folder in the place of another, entry by entry: what the new folder has replaces what is there under
 * the same name, and nothing else is touched.
 */
import { mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { PipelineError } from "../errors.ts";

/**
 * Lets `write` fill a new folder beside `target`, then moves what it wrote into `target`. When writing fails, `target`
 * is as it was; when a move fails, the moves before it are undone.
 *
 * @throws PipelineError when the target is no folder, or a file in it cannot be replaced
 */
export async function writeInPlace<T>(target: string, write: (folder: string) => Promise<T>): Promise<T> {
  const place = resolve(target);
  const beside = await folderBeside(place);
  try {
    const fresh = join(beside, "new");
    const replaced = join(beside, "old");
    await mkdir(fresh);
    await mkdir(replaced);
    const result = await write(fresh);
    await moveEntries(fresh, place, replaced);
    return result;
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

async function folderBeside(place: string): Promise<string> {
  try {
    const there = await stat(place).catch(nullIfAbsent);
    if (there && !there.isDirectory()) throw Object.assign(new Error(), { code: "EEXIST" });
    await mkdir(dirname(place), { recursive: true });
    return await mkdtemp(join(dirname(place), `.${basename(place)}-`));
  } catch (error) {
    throw new PipelineError(`不能写到 ${place}：${meaning(error)}`, "请另选一个导出位置。", { cause: error });
  }
}

async function moveEntries(fresh: string, place: string, replaced: string): Promise<void> {
  await mkdir(place, { recursive: true });
  const undo: (() => Promise<void>)[] = [];
  for (const entry of (await readdir(fresh)).sort()) {
    const here = join(place, entry);
    try {
      if (await renamedIfThere(here, join(replaced, entry)))
        undo.unshift(() => rename(join(replaced, entry), here));
      await rename(join(fresh, entry), here);
      undo.unshift(() => rename(here, join(fresh, entry)));
    } catch (error) {
      for (const step of undo) await step();
      throw new PipelineError(
        `不能替换 ${here}：${meaning(error)}`,
        "请关闭正在打开它的程序，再导出一次。原有文件没有改动。",
        { cause: error },
      );
    }
  }
}

async function renamedIfThere(from: string, to: string): Promise<boolean> {
  return (
    (await rename(from, to)
      .then(() => true)
      .catch(nullIfAbsent)) ?? false
  );
}

function nullIfAbsent(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}

const MEANINGS: Readonly<Record<string, string>> = {
  EEXIST: "那里有一个同名的文件，不是文件夹",
  ENOTDIR: "路径中有一段是文件，不是文件夹",
  EACCES: "没有写入的权限",
  EPERM: "没有写入的权限，或文件正被打开",
  EBUSY: "文件正被打开",
  EROFS: "磁盘是只读的",
  ENOSPC: "磁盘已满",
};

/** What went wrong with a file, in Chinese where the system's code is a usual one. */
function meaning(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return MEANINGS[code ?? ""] ?? message;
}
