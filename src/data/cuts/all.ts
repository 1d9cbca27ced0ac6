/** All cuts of the site. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { type Cut, writeCut } from "./cut.ts";
import { indicators, indicatorTexts, indicatorWords } from "./indicators.ts";
import { otherFunds } from "./other-funds.ts";
import { overview } from "./overview.ts";
import { project, projects } from "./projects.ts";
import { scoredForms, scores } from "./scores.ts";
import { streaks } from "./streaks.ts";
import { unit } from "./unit.ts";
import { units } from "./units.ts";

export const CUTS: readonly Cut[] = [
  overview,
  otherFunds,
  units,
  unit,
  streaks,
  indicators,
  indicatorWords,
  indicatorTexts,
  scores,
  scoredForms,
  projects,
  project,
];

/** Writes the files of every cut below `outDir`. */
export async function writeCuts(connection: DuckDBConnection, outDir: string): Promise<void> {
  for (const cut of CUTS) await writeCut(connection, cut, outDir);
}
