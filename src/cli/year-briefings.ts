/**
 * The briefings of the years that `run` keeps in the workspace.
 */
import { messageOf, Problem } from "../../loaders/problem.ts";
import type { Workspace } from "../../loaders/workspace.ts";
import { houseStyle } from "../../pipelines/briefing/house-style.ts";
import { type KeptBriefing, type KeptState, keepYearBriefings } from "../../pipelines/briefing/kept.ts";
import type { Output, Summary } from "./output.ts";
import { readWarehouse } from "./read-warehouse.ts";

export interface YearBriefings {
  folder: string;
  briefings: KeptBriefing[];
  /** Why none was written. */
  problem: { message: string; advice: string } | null;
}

/** Brings the workspace's briefings up to its warehouse; what keeps one from being written does not undo the run. */
export async function yearBriefingsStep(workspace: Workspace, output: Output): Promise<YearBriefings> {
  const folder = workspace.briefings;
  const progress = output.progress("写简报");
  try {
    const briefings = await readWarehouse(workspace, async (connection) =>
      keepYearBriefings(connection, {
        ...{ to: folder, style: await houseStyle(workspace.briefingStyle) },
        onProgress: (done, total, file) => progress.update(done, total, file),
      }),
    );
    return { folder, briefings, problem: null };
  } catch (error) {
    const advice = error instanceof Problem ? error.advice : "请把这段话报告给维护者。";
    return { folder, briefings: [], problem: { message: messageOf(error), advice } };
  } finally {
    progress.stop();
  }
}

const STATES: Readonly<Record<Exclude<KeptState, "edited">, string>> = {
  written: "新写出",
  unchanged: "数据未变，没有重写",
};

/** Says what was written, what was left, and what was not overwritten. */
export function sayYearBriefings({ folder, briefings, problem }: YearBriefings, output: Output): void {
  if (problem) output.warn(`数据仓库已更新，简报没有写出：${problem.message}\n${problem.advice}`);
  const counts = Object.entries(STATES)
    .map(([state, words]) => ({ words, n: briefings.filter((one) => one.state === state).length }))
    .filter(({ n }) => n > 0)
    .map(({ words, n }) => `${n} 份${words}`);
  if (counts.length > 0) output.say(`简报：${counts.join("，")}，在 ${folder}。`);
  for (const { file, state } of briefings)
    if (state === "edited")
      output.say(`提醒：简报 ${file} 已经有人改过，没有覆盖；要新的一份，请先把它改名或移走。`);
}

/** The same for programs. */
export function yearBriefingsJson({ folder, briefings, problem }: YearBriefings): Summary {
  return { folder, files: briefings, problem };
}
