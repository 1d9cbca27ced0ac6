/** The tables of the warehouse as files of the site. Written by `src/data/mart-files.ts`. */

export interface MartColumn {
  name: string;
  /** As DuckDB names it: `DECIMAL(38,6)`. */
  type: string;
  description: string;
}

export interface MartTable {
  name: string;
  description: string;
  columns: MartColumn[];
  rows: number;
  /** Of its file. */
  bytes: number;
}

export interface MartFiles {
  /** Changes with every run. */
  version: string;
  /** The version of DuckDB-WASM, which is the folder of its files. */
  engine: string;
  tables: MartTable[];
  /** How many rows the examples give, by their names: an example of nothing teaches nothing. */
  examples: Record<string, number>;
}

/** Types that a file holds as they are; everything else travels as text, decimals so that no digit is lost. */
export const PLAIN_TYPES: readonly string[] = ["BOOLEAN", "INTEGER"];
