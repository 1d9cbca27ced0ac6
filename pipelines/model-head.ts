/**
 * The comments at the head of a model: what the table is, and what each of its columns means.
 *
 * ```sql
 * -- 首段是整张表的说明，可以写几行。
 * --
 * -- @table
 * -- executed: 全年执行数，万元
 * -- status: 很长的说明，
 * --   缩进两格的一行接着上一行
 * select …
 * ```
 *
 * They become the comments of the table and its columns in DuckDB, and so the data dictionary and the
 * descriptions of the exported package: a measure is described once, where it is computed.
 */
import { PipelineError } from "./errors.ts";

export type Materialization = "table" | "view";

export interface ModelHead {
  description: string;
  /** Column name → what it means, in the order written. */
  columns: ReadonlyMap<string, string>;
  /** Stated by a line `@table` or `@view`. */
  materialization?: Materialization;
}

const COMMENT = /^--\s?(.*)$/;
const DIRECTIVE = /^@(\w+)$/;
const COLUMN = /^([a-z_][a-z0-9_]*): +(\S.*)$/;
/** Goes on with the column above. */
const CONTINUED = /^\s{2,}(\S.*)$/;

/**
 * Reads the head of a model.
 *
 * @param sql the whole file
 * @param file its name, for messages
 * @throws PipelineError when there is no description, or a line is neither a column's nor a known directive
 */
export function parseHead(sql: string, file: string): ModelHead {
  const lines = headLines(sql);
  const gap = lines.indexOf("");
  const paragraph = lines.slice(0, gap < 0 ? lines.length : gap);
  const description = paragraph.map((line) => line.trim()).join("");
  if (description === "" || COLUMN.test(lines[0]!)) {
    throw new PipelineError(`模型 ${file} 没有说明`, "请在文件开头用“-- ”写一段中文，说明这张表是什么。");
  }
  const columns = new Map<string, string>();
  let materialization: Materialization | undefined;
  for (const line of gap < 0 ? [] : lines.slice(gap)) {
    if (line === "") continue;
    const more = CONTINUED.exec(line)?.[1];
    const last = [...columns].at(-1);
    if (more && last) {
      columns.set(last[0], last[1] + more);
      continue;
    }
    const column = COLUMN.exec(line);
    const directive = DIRECTIVE.exec(line)?.[1];
    if (column && !columns.has(column[1]!)) columns.set(column[1]!, column[2]!);
    else if (column) throw new PipelineError(`模型 ${file} 把列 ${column[1]} 说明了两次`, "请只留一行。");
    else if (directive === "table" || directive === "view") materialization = directive;
    else {
      throw new PipelineError(
        `模型 ${file} 的开头有一行看不懂：${line}`,
        "首段之后，每行应为“-- 列名: 说明”，或“-- @table”“-- @view”。",
      );
    }
  }
  return { description, columns, ...(materialization && { materialization }) };
}

/** The comment lines before the first line of SQL, without their dashes. */
function headLines(sql: string): string[] {
  const lines: string[] = [];
  for (const line of sql.split(/\r?\n/)) {
    const comment = COMMENT.exec(line);
    if (!comment) break;
    lines.push(comment[1]!.trimEnd());
  }
  return lines;
}
