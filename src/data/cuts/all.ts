/** All cuts of the site. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { type Cut, writeCut } from "./cut.ts";
import { streaks } from "./streaks.ts";
import { unit } from "./unit.ts";
import { units } from "./units.ts";

export const CUTS: readonly Cut[] = [units, unit, streaks];

/** Writes the files of every cut below `outDir`. */
export async function writeCuts(connection: DuckDBConnection, outDir: string): Promise<void> {
  for (const cut of CUTS) await writeCut(connection, cut, outDir);
}
