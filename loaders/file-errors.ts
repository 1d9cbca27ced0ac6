/**
 * What the file system says when it refuses a file, in Chinese, with what to do.
 */
import { messageOf } from "./problem.ts";

interface Described {
  reason: string;
  advice: string;
}

const BY_CODE: Record<string, [what: string, advice: string]> = {
  EACCES: ["没有读取权限", "请用资源管理器或 chmod 给当前用户读取权限。"],
  EPERM: ["没有读取权限", "请给当前用户读取权限，并确认文件没有被其他程序独占。"],
  EBUSY: ["正被其他程序占用", "请关闭打开它的程序后重新运行。"],
  ENOENT: ["文件不存在，或链接指向的文件不存在", "请重新放入该文件，或删除失效的链接。"],
  ELOOP: ["链接绕回了自己", "请删除这个链接，放入文件本身。"],
  EISDIR: ["是文件夹而不是文件", "请检查这个链接或文件夹。"],
  ENAMETOOLONG: ["路径太长", "请缩短文件名或文件夹名。"],
  EIO: ["磁盘读取出错", "请检查磁盘，从别处重新复制该文件。"],
  EMFILE: ["同时打开的文件太多", "请关闭其他程序后重新运行。"],
  ERR_FS_FILE_TOO_LARGE: ["文件超过 2 GB", "请把它拆成几个较小的文件。"],
  NOT_A_FILE: ["不是普通文件", "sources 里只能放文件；请移走管道、设备等特殊文件。"],
};

/** Why a file could not be opened or read. */
export function describeFileError(error: unknown, path: string): Described {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? "";
  const [what, advice] = BY_CODE[code] ?? [messageOf(error), "请检查该文件能否用其他程序打开。"];
  return { reason: `无法打开 ${path}：${what}`, advice };
}
