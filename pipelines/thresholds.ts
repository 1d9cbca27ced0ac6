/**
 * An office's own limits from thresholds.csv, which lies beside the warehouse: which limit of `staging.stg_default_thresholds`,
 * what it is to be, and the document or reason that says so. A line that fits nothing stops the run: findings measured
 * against another limit than the office believes would be wrong in silence.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { editDistance } from "../loaders/form/distance.ts";
import { type CsvKind, type CsvLine, linesBeside, unusable } from "./workspace-csv.ts";

type Column = "name" | "value" | "reason";

const THRESHOLDS: CsvKind<Column> = {
  file: "thresholds.csv",
  noun: "界限",
  required: ["name", "value", "reason"],
  optional: [],
};

/** A line that can be used. */
export type ThresholdLine = CsvLine<Column>;

/** What is counted has no decimals. */
const COUNTED = ["年", "字", "张", "个"];
/** As many digits as the column of limits holds. */
const NUMBER = /^\d{1,6}(\.\d{1,6})?$/;
const WHOLE = /^\d{1,6}$/;

/**
 * The limits that the workspace of a connection sets anew.
 *
 * @param defaults the SELECT of the limits that there are: `name`, `unit`
 * @throws PipelineError when the file cannot be read whole, or with every line that cannot be used: an unknown name, a
 *   value that is none, a limit set twice, no reason
 */
export async function thresholdsBeside(
  connection: DuckDBConnection,
  defaults: string,
): Promise<ThresholdLine[]> {
  const lines = await linesBeside(connection, THRESHOLDS);
  if (lines.length === 0) return lines;
  const reader = await connection.runAndReadAll(`select name, unit from (${defaults})`);
  const units = new Map(reader.getRows().map(([name, unit]) => [String(name), String(unit)]));
  const wrong = lines.flatMap((line) => {
    const problem = problemOf(line, lines, units);
    return problem ? [`  第 ${line.line} 行：${problem}`] : [];
  });
  if (wrong.length === 0) return lines;
  throw unusable(
    THRESHOLDS,
    `${THRESHOLDS.file} 有 ${wrong.length} 行不能用：\n${wrong.join("\n")}`,
    "界限的名称和含义可用 jixiao dictionary 查看。",
  );
}

function problemOf(
  { name, value, reason, line }: ThresholdLine,
  lines: readonly ThresholdLine[],
  units: ReadonlyMap<string, string>,
): string | null {
  const unit = units.get(name);
  const first = lines.find((other) => other.name === name)!.line;
  if (name === "") return "缺少 name（界限的名称）";
  if (unit === undefined) return `没有名为“${name}”的界限，相近的有 ${nearest(name, [...units.keys()])}`;
  if (COUNTED.includes(unit) && !WHOLE.test(value))
    return `${name} 的值“${value}”不能用，应为整数，单位${unit}`;
  if (!NUMBER.test(value))
    return `${name} 的值“${value}”不能用，应为不带单位的半角数字，至多六位小数，单位 ${unit}`;
  if (reason === "") return "缺少 reason（改这个界限的文件或理由）";
  return line > first ? `与第 ${first} 行改的是同一个界限，请只留一行` : null;
}

function nearest(name: string, names: readonly string[]): string {
  const distances = names.map((other) => ({ other, distance: editDistance(name, other) }));
  return distances.sort((a, b) => a.distance - b.distance)[0]?.other ?? "（无）";
}
