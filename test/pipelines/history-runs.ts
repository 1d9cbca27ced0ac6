/** Runs that follow each other on one warehouse, and what each tells of the problems of before. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { openDatabase } from "../../loaders/warehouse/database.ts";
import { PREVIOUS, rebuildWarehouse } from "../../loaders/warehouse/transaction.ts";
import { defaultStyle } from "../../pipelines/briefing/house-style.ts";
import { briefingText } from "../../pipelines/briefing/plain-text.ts";
import { provedBriefing, provedProjectBriefing } from "../../pipelines/briefing/read.ts";
import { scopeAsked, scopesOf } from "../../pipelines/briefing/scope.ts";
import { carryHistory } from "../../pipelines/history.ts";
import { PIPELINES_FOLDER, runModels } from "../../pipelines/transform.ts";
import { addForms, type MadeForm, rows } from "./warehouse.ts";

export const OVERSPENT: MadeForm = { project: "甲项目", funding: { total: ["10", "10", "12"] } };
export const SOUND: MadeForm = { project: "甲项目", funding: { total: ["10", "10", "9.9"] } };
export const OTHER: MadeForm = { project: "乙项目", funding: { total: ["10", "10", "13"] } };

/** A file's forms have ids of their own: a corrected file is another document. */
export const inFile = (document: string, ...forms: MadeForm[]) =>
  forms.map((form) => ({ ...form, document }));

export interface Results {
  /** How many problems of rule F4 are in which state, with the day since which they have been there. */
  problems: Record<string, unknown>[];
  /** What the year's briefing says of it. */
  told: string | null;
  /** What the briefing of 甲项目 says of it. */
  toldOfProject: string | null;
}

export interface Runs {
  /** Of the warehouse; what lies in it beside the warehouse is the office's. */
  folder: string;
  /**
   * A run on a day of April 2031, on the warehouse of the run before; `rules` holds other models than the product's, and
   * `change` has its way with what was read.
   */
  run(
    day: number,
    forms: readonly MadeForm[],
    rules?: string,
    change?: (connection: DuckDBConnection) => Promise<unknown>,
  ): Promise<Results>;
  remove(): Promise<void>;
}

export async function startRuns(): Promise<Runs> {
  const folder = await mkdtemp(join(tmpdir(), "jixiao-history-"));
  const warehouse = join(folder, "warehouse.duckdb");
  return {
    folder,
    async run(day, forms, rules = PIPELINES_FOLDER, change) {
      await rebuildWarehouse(warehouse, async ({ connection, previous }) => {
        await addForms(connection, forms);
        await change?.(connection);
        if (previous === "attached") await carryHistory(connection, PREVIOUS);
        const runAt = new Date(Date.UTC(2031, 3, day));
        await runModels(connection, { folder: rules, runAt, version: "9.8.7" });
      });
      const { connection, close } = await openDatabase(warehouse, { readOnly: true });
      try {
        return { problems: await problemsOf(connection), ...(await toldIn(connection)) };
      } finally {
        close();
      }
    },
    remove: () => rm(folder, { recursive: true }),
  };
}

function problemsOf(connection: DuckDBConnection): Promise<Record<string, unknown>[]> {
  return rows(
    connection,
    `select project_name as project, state, since_at::date::varchar as since
    from mart.finding_history where rule = 'F4' order by project_name, state`,
  );
}

async function toldIn(connection: DuckDBConnection): Promise<Pick<Results, "told" | "toldOfProject">> {
  const style = await defaultStyle();
  const year = await provedBriefing(connection, scopeAsked(await scopesOf(connection), {}), style);
  const asked = { unit: "云溪市甲局本级", project: "甲项目" };
  const isThere = (await rows(connection, "from mart.forms where project = '甲项目'")).length > 0;
  const project = isThere ? await provedProjectBriefing(connection, asked, style) : null;
  const since = (text: string) => /与上一份结果[^。]*。/.exec(text)?.[0] ?? null;
  return {
    told: since(briefingText(year.briefing)),
    toldOfProject: project && since(briefingText(project.briefing)),
  };
}
