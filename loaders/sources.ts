/**
 * The files of a workspace's `sources`, found in an order that depends on nothing but their paths.
 */
import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";

/** A path below `sources` and where it is on the disk. */
export interface SourceFile {
  /** Inside `sources`, with `/` on every system. */
  path: string;
  location: string;
  /** Set where the path can't be looked into: the error of the file system. */
  error?: NodeJS.ErrnoException;
}

/** What systems and office programs leave behind beside the files that people put there. */
const DROPPINGS = /^(?:\.(?!\.?$)|~\$|Thumbs\.db$|desktop\.ini$|__MACOSX$)/i;

/** Whether a file or folder of this name was put there by a program, not by a person. */
export function isDropping(name: string): boolean {
  return DROPPINGS.test(name);
}

/** Every file below a folder, folder by folder in the order of their names, also where a link leads to a folder. */
export async function findSources(folder: string): Promise<SourceFile[]> {
  const found: SourceFile[] = [];
  await walk(folder, "", new Set(), found);
  return found;
}

async function walk(
  location: string,
  path: string,
  visited: Set<string>,
  found: SourceFile[],
): Promise<void> {
  let entries: Dirent[];
  try {
    // A link may lead back to a folder above it.
    const real = await realpath(location);
    if (visited.has(real)) return;
    visited.add(real);
    entries = await readdir(location, { withFileTypes: true });
  } catch (error) {
    found.push({ path, location, error: error as NodeJS.ErrnoException });
    return;
  }
  // Which of two equal files counts, and which of two links to a folder, must not depend on the file system's order.
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (isDropping(entry.name)) continue;
    const child = { path: path ? `${path}/${entry.name}` : entry.name, location: join(location, entry.name) };
    if (await isFolder(entry, child.location)) await walk(child.location, child.path, visited, found);
    else found.push(child);
  }
}

async function isFolder(entry: Dirent, location: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return (await stat(location).catch(() => null))?.isDirectory() ?? false;
}
