/**
 * `jixiao dictionary`: what the tables, columns, measures and rules of the warehouse mean.
 */

import type { DuckDBConnection } from "@duckdb/node-api";
import { Problem } from "../../../loaders/problem.ts";
import {
  type Dictionary,
  type DictionaryTable,
  dictionaryTables,
  entriesLike,
  wholeDictionary,
} from "../../../pipelines/explore/dictionary.ts";
import { contextOf, defineCommand } from "../command.ts";
import { EXIT } from "../exit-code.ts";
import type { Output } from "../output.ts";
import { readWarehouse } from "../read-warehouse.ts";
import { summaryHead } from "../summaries.ts";

export const dictionaryCommand = defineCommand({
  command: "dictionary [name]",
  describe: "数据字典：各表、各列、度量、规则和界限的含义",
  options: (command) =>
    command
      .positional("name", {
        describe: "表名、列名、规则编号，或名称里的几个字；不给则列出供人取用的全部",
        type: "string",
      })
      .example("$0 dictionary", "全部的表、度量、规则和界限")
      .example("$0 dictionary mart.execution", "一个表的各列")
      .example("$0 dictionary F5", "一条规则")
      .example("$0 dictionary 执行率", "名称里有这几个字的列、度量、规则和界限"),
  async handler(args) {
    const { workspace, output } = contextOf(args);
    const dictionary = await readWarehouse(workspace, (connection) =>
      args.name === undefined ? wholeDictionary(connection) : entriesNamed(connection, args.name),
    );
    sayDictionary(dictionary, output);
    output.summary({ ...summaryHead("dictionary", EXIT.done, workspace), ...dictionary });
    process.exitCode = EXIT.done;
  },
});

/** A table of any layer by its full name, or by its bare name, that of `mart` before the others; else what is so called. */
async function entriesNamed(connection: DuckDBConnection, asked: string): Promise<Partial<Dictionary>> {
  const tables = await dictionaryTables(connection);
  const table =
    tables.find(({ schema, name }) => `${schema}.${name}` === asked) ??
    tables.find(({ name }) => name === asked);
  if (table) return { tables: [table] };
  const found = entriesLike(await wholeDictionary(connection), asked);
  if (Object.values(found).some((entries) => entries.length > 0)) return found;
  throw new Problem(
    "wrong_use",
    `数据字典里没有 ${asked}`,
    "用 jixiao dictionary 查看有哪些表、度量、规则和界限。",
  );
}

function sayDictionary(
  { tables = [], measures = [], rules = [], thresholds = [] }: Partial<Dictionary>,
  output: Output,
) {
  for (const table of tables) sayTable(table, output);
  saySection("度量", measures, output, ({ measure, name, unit, formula, source, cannot_tell }) => [
    `${name}（${measure}，${unit}）：${formula}`,
    `依据：${source}。看不出：${cannot_tell}。`,
  ]);
  saySection("规则", rules, output, ({ rule, name, source, cannot_tell, question }) => [
    `${rule}  ${name}`,
    `依据：${source}。看不出：${cannot_tell}。该问：${question}。`,
  ]);
  saySection("界限", thresholds, output, ({ name, threshold, unit, source, meaning, ...by }) => [
    `${name} = ${threshold} ${unit}：${meaning}`,
    by.overridden_by === null
      ? `依据：${source}。`
      : `依据：${by.overridden_by}（thresholds.csv）。默认为 ${by.default_value} ${unit}，依据：${source}。`,
  ]);
}

function sayTable({ schema, name, description, columns }: DictionaryTable, output: Output) {
  output.say(`${schema}.${name}  ${description}`);
  for (const column of columns) output.say(`  ${column.name}  ${column.type}  ${column.description}`);
  output.say("");
}

/** Entries of two lines under a heading; nothing where there are none. */
function saySection<T>(
  heading: string,
  entries: readonly T[],
  output: Output,
  linesOf: (entry: T) => [string, string],
) {
  if (entries.length === 0) return;
  output.say(heading);
  for (const [first, second] of entries.map(linesOf)) output.say(`  ${first}\n    ${second}`);
  output.say("");
}
