/**
 * The site as plain files: built beside the old one and put in its place when it is whole.
 */
import { messageOf, Problem } from "../../../loaders/problem.ts";
import type { Workspace } from "../../../loaders/workspace.ts";
import { writeInPlace } from "../../../pipelines/export/in-place.ts";
import { writePageFiles } from "../../data/page-files.ts";
import type { Output } from "../output.ts";
import { pipelineProblem } from "../pipeline-problem.ts";
import { readWarehouse } from "../read-warehouse.ts";
import { frameworkBuild } from "./framework.ts";

export interface SiteOptions {
  workspace: Workspace;
  /** Absolute path of the folder that the site is to stand in; other files in it are left alone. */
  to: string;
  /** Whether the site will follow the sources; its pages then look for news. */
  live?: boolean;
}

export interface Site {
  to: string;
  /** Forms with a file of their own. */
  forms: number;
}

/** Lines of Framework's log that tell what stopped it. */
const LOG_LINES = 20;

/**
 * Builds the site of a warehouse.
 * @throws Problem `failed`, with the old site untouched, when Framework or the disk refuses
 */
export async function buildSite({ workspace, to, live = false }: SiteOptions, output: Output): Promise<Site> {
  output.say("正在生成网站……");
  try {
    const forms = await writeInPlace(to, async (folder) => {
      const { ok, log } = await frameworkBuild(workspace.warehouse, folder);
      if (!ok) throw notBuilt(to, log.trimEnd().split("\n").slice(-LOG_LINES).join("\n"));
      return readWarehouse(workspace, (connection) =>
        writePageFiles(connection, folder, { live, before: to }),
      );
    });
    return { to, forms };
  } catch (error) {
    const problem = pipelineProblem(error);
    throw problem instanceof Problem ? problem : notBuilt(to, messageOf(error), error);
  }
}

function notBuilt(to: string, why: string, cause?: unknown): Problem {
  const advice = "数据仓库已更新，原有网站没有改动。请检查磁盘空间和文件夹权限后再试。";
  return new Problem("failed", `网站没有建成：${to}\n${why}`, advice, cause);
}
