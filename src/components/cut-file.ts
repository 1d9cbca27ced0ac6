/** Files of data that a page loads in parts; `src/data/cuts` writes them. */

/** The tables of one file. Column names stand once: with ten thousand rows they would be most of it. */
export type CutFile = Record<string, { columns: string[]; rows: unknown[][] }>;

/** Which file: a year and a scope within it, or a unit. Null where the warehouse holds nothing to show. */
export type CutAddress = readonly [folder: string, file: string] | null;

/** What was read of a cut. */
export interface CutTables {
  /** The rows of a table, none where the file has no such table. */
  rows<Row>(table: string): Row[];
  /** Why nothing could be read, in Chinese; null when all is well. */
  trouble: string | null;
}

function objects<Row>({ columns, rows }: CutFile[string]): Row[] {
  return rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])) as Row);
}

/** The tables of a file that is already here. */
export function cutTables(file: CutFile, trouble: string | null = null): CutTables {
  return { rows: (table) => (file[table] ? objects(file[table]) : []), trouble };
}

const NOT_READ = "这一页的数据没有读出来。请检查网络，或重新运行 npx jixiao build 生成网站，再刷新本页。";

/**
 * Reads a file of a cut; what goes wrong is told, never thrown, so that the rest of the page stands.
 *
 * @param options.mayLack whether a file that is not there holds nothing, since names are dealt to files and not all get one
 */
export async function readCut(
  name: string,
  address: CutAddress,
  { mayLack = false } = {},
): Promise<CutTables> {
  if (!address) return cutTables({});
  const path = `./_file/data/cuts/${name}/${address.map(encodeURIComponent).join("/")}.json`;
  try {
    const response = await fetch(path);
    if (mayLack && response.status === 404) return cutTables({});
    return response.ok ? cutTables((await response.json()) as CutFile) : cutTables({}, NOT_READ);
  } catch {
    return cutTables({}, NOT_READ);
  }
}
