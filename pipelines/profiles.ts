/**
 * An office's own profiles (口径) from profiles.csv, which lies beside the warehouse: how many points execution and each group
 * of indicators weigh, and the document that says so. A line that cannot be used stops the run, as in thresholds.csv.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { decimal, parseDecimal } from "../loaders/form/decimal.ts";
import { type CsvKind, type CsvLine, linesBeside, unusable } from "./workspace-csv.ts";

const WEIGHTS = ["execution", "cost", "output", "benefit", "satisfaction"] as const;
type Column = "profile" | "name" | "source" | (typeof WEIGHTS)[number];

const PROFILES: CsvKind<Column> = {
  file: "profiles.csv",
  noun: "口径",
  required: ["profile", "name", "source", ...WEIGHTS],
  optional: [],
};

/** A line that can be used. */
export type ProfileLine = CsvLine<Column>;

const POINTS = /^\d{1,3}(\.\d{1,2})?$/;
const FULL = decimal(100);

/**
 * The profiles that the workspace of a connection adds, or sets anew where it names one that is there.
 *
 * @throws PipelineError when the file cannot be read whole, or with every line that cannot be used: weights that are no
 *   points or do not sum to 100, a profile named twice, no name, no document
 */
export async function profilesBeside(connection: DuckDBConnection): Promise<ProfileLine[]> {
  const lines = await linesBeside(connection, PROFILES);
  const wrong = lines.flatMap((line) => {
    const problem = problemOf(line, lines);
    return problem ? [`  第 ${line.line} 行：${problem}`] : [];
  });
  if (wrong.length === 0) return lines;
  throw unusable(
    PROFILES,
    `${PROFILES.file} 有 ${wrong.length} 行不能用：\n${wrong.join("\n")}`,
    "已有的口径可用 jixiao profile 查看。",
  );
}

function problemOf(line: ProfileLine, lines: readonly ProfileLine[]): string | null {
  if (!/^[a-z][a-z0-9_]*$/.test(line.profile) || line.profile === "none")
    return `profile 是“${line.profile}”，应为小写字母、数字和下划线组成的代号，例如 county_2024`;
  const first = lines.find(({ profile }) => profile === line.profile)!.line;
  if (line.line > first) return `与第 ${first} 行是同一种口径，请只留一行`;
  if (line.name === "") return "缺少 name（口径的名称）";
  if (line.source === "") return "缺少 source（规定它的文件）";
  const unclear = WEIGHTS.find((weight) => !POINTS.test(line[weight]));
  if (unclear) return `${unclear} 是“${line[unclear]}”，应为分数，没有这一类的填 0`;
  const sum = WEIGHTS.reduce((total, weight) => total + parseDecimal(line[weight])!, decimal(0));
  return sum === FULL ? null : "五项分值相加不是 100 分";
}
