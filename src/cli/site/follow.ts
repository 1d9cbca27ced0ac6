/**
 * Following the sources while the site is open: a file that is put there is read, computed and shown.
 */
import { basename, extname } from "node:path";
import { watch } from "chokidar";
import { messageOf, Problem } from "../../../loaders/problem.ts";
import type { Workspace } from "../../../loaders/workspace.ts";
import { noticeProblem } from "../../data/notices.ts";
import type { Output } from "../output.ts";
import { runStep } from "../steps.ts";
import { saySummary } from "../summaries.ts";
import { refreshBriefings, refreshFigures } from "./refresh.ts";

/** A file that is still being copied grows; it is taken when it has stood still for so long, in milliseconds. */
const SETTLED = 500;
/** Files beside the sources that change what is computed. */
const DECIDING = [".csv", ".toml"];

export interface Following {
  close(): Promise<void>;
}

/** Follows a workspace and keeps a served site up to it, one change after another. */
export async function followSources(workspace: Workspace, site: string, output: Output): Promise<Following> {
  let changed = false;
  let work: Promise<void> | null = null;
  let isClosed = false;

  async function takeIn(): Promise<void> {
    while (changed && !isClosed) {
      changed = false;
      let of: "figures" | "briefings" = "figures";
      try {
        output.say("来源文件有变化，正在重新计算……");
        saySummary(await runStep(workspace, { readAgain: false }, output), output);
        await refreshFigures(workspace, site);
        of = "briefings";
        output.say("网站上的数字已更新，正在重写简报……");
        await refreshBriefings(workspace, site, () => changed || isClosed);
        if (!changed && !isClosed) output.say("网站已更新。");
      } catch (error) {
        const message = messageOf(error);
        const advice = error instanceof Problem ? error.advice : "请把这段话报告给维护者。";
        output.warn(`${of === "briefings" ? "简报" : ""}没有更新：${message}\n${advice}`);
        await noticeProblem(site, { of, message, advice });
      }
    }
  }

  function onChange(path: string): void {
    if (!concerns(workspace, path)) return;
    changed = true;
    work ??= takeIn().finally(() => {
      work = null;
    });
  }

  const watcher = watch(workspace.root, {
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: SETTLED, pollInterval: 100 },
    ignored: (path) => basename(path).startsWith(".") || basename(path).startsWith("warehouse.duckdb"),
  });
  for (const event of ["add", "change", "unlink"] as const) watcher.on(event, onChange);
  await new Promise<void>((resolve) => watcher.once("ready", () => resolve()));
  return {
    async close() {
      isClosed = true;
      await watcher.close();
      await work;
    },
  };
}

/** Whether a file is a source, or one of those that decide what is made of the sources. */
function concerns({ root, sources }: Workspace, path: string): boolean {
  if (path.startsWith(sources)) return true;
  return path.slice(root.length + 1) === basename(path) && DECIDING.includes(extname(path));
}
