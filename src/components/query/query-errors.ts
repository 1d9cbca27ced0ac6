/** What DuckDB complains of, told to people who write a query now and then. */

/** A query that did not come to an answer: what is wrong, and DuckDB's own words for those who want them. */
export class QueryError extends Error {
  readonly detail: string;

  constructor(message: string, detail = "") {
    super(message);
    this.detail = detail;
  }
}

const TOLD: readonly [pattern: RegExp, message: (match: RegExpExecArray) => string][] = [
  [
    /Table with name (\S+) does not exist/,
    ([, name]) => `没有名为 ${name} 的表。左边列着全部的表，点一下可写进查询。`,
  ],
  [
    /Referenced column "([^"]+)" not found/,
    ([, name]) => `没有名为 ${name} 的列。展开左边的表可看它有哪些列。`,
  ],
  [/Scalar Function with name (\S+) does not exist/, ([, name]) => `没有名为 ${name} 的函数。`],
  [/must appear in the GROUP BY clause/, () => "用了合计，其余的列也要合计，或写进 GROUP BY。"],
  [/syntax error at or near "([^"]*)"/, ([, near]) => `在“${near}”附近写得不对，请检查逗号、括号和关键字。`],
  [/syntax error at end of input/, () => "没有写完：末尾还缺东西，请检查括号和引号。"],
  [/Conversion Error|Could not convert/, () => "有的值转不成所要的类型。金额和分数已是数，不必再转。"],
  [
    /Out of Memory|could not allocate|memory access out of bounds/i,
    () => "内存不够。请先筛选或合计，再取结果。",
  ],
  [
    /disabled by configuration|Permission Error|external access/i,
    () => "这里只能查询本站的表，不能读写别的文件或网址。",
  ],
  [/Parser Error/, () => "SQL 写得不对。"],
];

/** DuckDB's words; some of its errors arrive as JSON. */
function wordsOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (!message.startsWith("{")) return message;
  try {
    const { exception_type, exception_message } = JSON.parse(message);
    return `${exception_type} Error: ${exception_message}`;
  } catch {
    return message;
  }
}

/** The Chinese message for an error of DuckDB. */
export function queryError(error: unknown): QueryError {
  if (error instanceof QueryError) return error;
  const detail = wordsOf(error);
  for (const [pattern, message] of TOLD) {
    const match = pattern.exec(detail);
    if (match) return new QueryError(message(match), detail);
  }
  return new QueryError("这条查询没有完成。", detail);
}
