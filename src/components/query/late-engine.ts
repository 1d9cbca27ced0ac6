/** The engine of queries as the page knows it: DuckDB and Arrow weigh more than the page, so the first query loads them. */
import type { Answer } from "./answer.js";
import type { MartFiles } from "./mart-files.js";
import type { QueryEngine } from "./query-engine.js";
import { QueryError } from "./query-errors.js";

const NOT_LOADED = "查询引擎没有读出来。请检查网络，或重新生成网站，再刷新本页；写好的查询留在网址里。";

export class LateEngine {
  readonly #files: MartFiles;
  #engine: Promise<QueryEngine> | undefined;

  constructor(files: MartFiles) {
    this.#files = files;
  }

  /** Runs a query as `QueryEngine.run` does. */
  async run(sql: string, say: (text: string) => void): Promise<Answer> {
    if (!this.#engine) say("正在读入查询引擎……");
    this.#engine ??= import("./query-engine.js").then(
      ({ QueryEngine }) => new QueryEngine(this.#files),
      (error) => {
        throw new QueryError(NOT_LOADED, String(error));
      },
    );
    return (await this.#engine).run(sql, say);
  }

  /** Stops whatever runs. */
  stop(): void {
    void this.#engine?.then(
      (engine) => engine.stop(),
      () => {},
    );
  }
}
