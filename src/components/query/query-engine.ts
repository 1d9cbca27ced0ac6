/**
 * DuckDB in the browser, on the files of the site. A table is fetched when a query names it; nothing else is, and
 * nothing ever leaves the site.
 */
import { AsyncDuckDB, type AsyncDuckDBConnection, VoidLogger } from "@duckdb/duckdb-wasm";
import { type Answer, MOST_ROWS, MOST_SECONDS } from "./answer.js";
import { type ArrowType, cellText, isNumeric } from "./arrow-cells.js";
import { type MartFiles, type MartTable, PLAIN_TYPES } from "./mart-files.js";
import { QueryError, queryError } from "./query-errors.js";

const SITE_FILES = "./_file";

interface Running {
  worker: Worker;
  connection: AsyncDuckDBConnection;
  loaded: Set<string>;
}

function createTable({ name, columns }: MartTable): string {
  return `CREATE TABLE mart."${name}" (${columns.map((column) => `"${column.name}" ${column.type}`).join(", ")})`;
}

function fillTable({ name, columns }: MartTable): string {
  const cells = columns.map((column) =>
    PLAIN_TYPES.includes(column.type) ? `"${column.name}"` : `"${column.name}"::${column.type}`,
  );
  return `INSERT INTO mart."${name}" SELECT ${cells.join(", ")} FROM incoming`;
}

/** Whether a query names a table, in whatever way. */
function names(sql: string, table: string): boolean {
  return new RegExp(`\\b${table}\\b`, "i").test(sql);
}

export class QueryEngine {
  readonly #files: MartFiles;
  #running: Promise<Running> | undefined;
  #stop: ((reason: QueryError) => void) | undefined;

  constructor(files: MartFiles) {
    this.#files = files;
  }

  /**
   * Runs a query.
   *
   * @param say is told what is going on
   * @throws QueryError in Chinese when it is wrong, was stopped, or took too long
   */
  async run(sql: string, say: (text: string) => void): Promise<Answer> {
    const stopped = new Promise<never>((_, reject) => {
      this.#stop = reject;
    });
    const timer = setTimeout(
      () => this.stop(`查询超过 ${MOST_SECONDS} 秒，已停止。请先筛选或合计，或去掉没有条件的连接。`),
      MOST_SECONDS * 1000,
    );
    try {
      return await Promise.race([this.#answer(sql, say), stopped]);
    } catch (error) {
      throw queryError(error);
    } finally {
      clearTimeout(timer);
      this.#stop = undefined;
    }
  }

  /** Stops whatever runs: the engine is ended, which nothing can delay, and starts anew with the next query. */
  stop(message = "查询已停止。"): void {
    const running = this.#running;
    this.#running = undefined;
    this.#stop?.(new QueryError(message));
    void running?.then(
      ({ worker }) => worker.terminate(),
      () => {},
    );
  }

  async #answer(sql: string, say: (text: string) => void): Promise<Answer> {
    if (sql.trim() === "") throw new QueryError("还没有写查询。可从上面的例子开始。");
    say("正在打开查询引擎……第一次要读入约 35 MB，以后就快了。");
    this.#running ??= this.#start();
    this.#running.catch(() => {
      this.#running = undefined;
    });
    const { connection, loaded } = await this.#running;
    for (const table of this.#files.tables) {
      if (loaded.has(table.name) || !names(sql, table.name)) continue;
      say(`正在读入 ${table.name}，${table.rows} 行……`);
      await this.#load(connection, table);
      loaded.add(table.name);
    }
    say("正在查询……");
    return read(connection, sql);
  }

  async #start(): Promise<Running> {
    const folder = `${SITE_FILES}/duckdb/${this.#files.engine}`;
    const address = (name: string) => new URL(`${folder}/${name}`, document.baseURI).href;
    const worker = new Worker(address("duckdb-browser-eh.worker.js"));
    const failed = new Promise<never>((_, reject) => {
      worker.addEventListener("error", () => reject(new QueryError(CANNOT_START)), { once: true });
    });
    const database = new AsyncDuckDB(new VoidLogger(), worker);
    const connection = await Promise.race([
      failed,
      (async () => {
        await database.instantiate(address("duckdb-eh.wasm"));
        const opened = await database.connect();
        await opened.query("SET autoinstall_known_extensions = false; SET autoload_known_extensions = false");
        await opened.query("CREATE SCHEMA mart; SET search_path = 'mart,main'");
        for (const table of this.#files.tables) await opened.query(createTable(table));
        await opened.query("SET enable_external_access = false; SET lock_configuration = true");
        return opened;
      })(),
    ]).catch((error) => {
      worker.terminate();
      throw error instanceof QueryError ? error : new QueryError(CANNOT_START, String(error));
    });
    return { worker, connection, loaded: new Set() };
  }

  async #load(connection: AsyncDuckDBConnection, table: MartTable): Promise<void> {
    const response = await fetch(`${SITE_FILES}/data/marts/${table.name}.arrow?v=${this.#files.version}`);
    if (!response.ok) throw new QueryError(`表 ${table.name} 没有读出来，请检查网络，或重新生成网站。`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (table.rows === 0) return;
    await connection.insertArrowFromIPCStream(bytes, { schema: "main", name: "incoming", create: true });
    await connection.query(fillTable(table));
    await connection.query("DROP TABLE main.incoming");
  }
}

const CANNOT_START =
  "查询引擎没有打开。请用 2022 年以后的 Chrome、Edge、Firefox 或 Safari；若浏览器没有问题，请检查网页服务器的设置（见 README）。";

/** The rows of a query, batch by batch, until there are enough. */
async function read(connection: AsyncDuckDBConnection, sql: string): Promise<Answer> {
  const start = performance.now();
  const reader = await (await connection.send(sql, true)).open();
  // The reader forgets its schema at the end.
  const { fields } = reader.schema;
  const types = fields.map((field) => field.type as ArrowType);
  const rows: (string | null)[][] = [];
  let isPart = false;
  for await (const batch of reader) {
    const vectors = types.map((_, at) => batch.getChildAt(at)!);
    const taken = Math.min(batch.numRows, MOST_ROWS - rows.length);
    for (let row = 0; row < taken; row++) {
      rows.push(vectors.map((vector, at) => cellText(vector.get(row), types[at]!)));
    }
    isPart = taken < batch.numRows;
    if (isPart) break;
  }
  const columns = fields.map(({ name }, at) => ({ name, numeric: isNumeric(types[at]!) }));
  if (isPart) await connection.cancelSent().catch(() => {});
  return { columns, rows, isPart, milliseconds: performance.now() - start };
}
