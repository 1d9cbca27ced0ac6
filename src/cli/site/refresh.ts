/**
 * A built site with the data of a new run: the pages stay as they are, and the files of data under their names.
 */
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Problem } from "../../../loaders/problem.ts";
import type { Workspace } from "../../../loaders/workspace.ts";
import { writeBriefingFiles } from "../../data/briefing-files.ts";
import { siteNotices, writeNotices } from "../../data/notices.ts";
import { briefingsOf, writeFigureFiles } from "../../data/page-files.ts";
import { readWarehouse } from "../read-warehouse.ts";
import { runDataLoaders } from "./data-loaders.ts";

/**
 * Brings the figures of a site that is being served up to the warehouse. Its pages show them at once, and say that the
 * briefings are still those of before: to write these takes longer than all else.
 */
export async function refreshFigures(workspace: Workspace, site: string): Promise<void> {
  await readWarehouse(workspace, async (connection) => {
    // The loaders are a process of their own, and both only read.
    const done = await Promise.allSettled([
      refreshLoaded(workspace, site),
      writeFigureFiles(connection, site),
    ]);
    for (const one of done) if (one.status === "rejected") throw one.reason;
    await writeNotices(site, { ...(await siteNotices(connection, true)), briefings: "behind" });
  });
}

/**
 * Brings the briefings up to the warehouse, after the figures.
 *
 * @param isOver asked before each briefing whether to leave the rest, because the sources have changed again
 */
export async function refreshBriefings(
  workspace: Workspace,
  site: string,
  isOver: () => boolean,
): Promise<void> {
  await readWarehouse(workspace, async (connection) => {
    await writeBriefingFiles(connection, briefingsOf(site), { isOver });
    if (!isOver()) await writeNotices(site, await siteNotices(connection, true));
  });
}

/** Runs the data loaders and puts what they print in the place of what they printed before. */
async function refreshLoaded(workspace: Workspace, site: string): Promise<void> {
  const fresh = await mkdtemp(join(tmpdir(), "jixiao-data-"));
  try {
    const { ok, log } = await runDataLoaders(workspace.warehouse, fresh);
    if (!ok)
      throw new Problem("failed", `页面的数据没有算成：${log.trim()}`, "请停止后重新运行 jixiao start。");
    await replaceData(fresh, join(site, "_file", "data"));
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** Framework puts a hash into the names of files; pages know them by these, so the content changes under the name. */
async function replaceData(fresh: string, data: string): Promise<void> {
  const served = await readdir(data, { recursive: true });
  for (const name of await readdir(fresh, { recursive: true })) {
    const [, stem, ending] = /^(.*)\.([a-z]+)$/.exec(name) ?? [];
    if (!stem) continue;
    for (const path of served.filter((path) => isHashed(path, stem, ending!))) {
      const file = join(data, path);
      await writeFile(`${file}.new`, await readFile(join(fresh, name)));
      await rename(`${file}.new`, file);
    }
  }
}

/** Whether a path is `<stem>.<hash>.<ending>`. */
function isHashed(path: string, stem: string, ending: string): boolean {
  const hash = path.slice(stem.length + 1, -ending.length - 1);
  return path.startsWith(`${stem}.`) && path.endsWith(`.${ending}`) && /^[0-9a-f]{8}$/.test(hash);
}
