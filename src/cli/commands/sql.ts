import { answerObjects, csvText, jsonText, tableText } from "../../../pipelines/explore/answer-text.ts";
import { type Answer, select } from "../../../pipelines/explore/select.ts";
import { contextOf, defineCommand } from "../command.ts";
import { EXIT } from "../exit-code.ts";
import { readWarehouse } from "../read-warehouse.ts";
import { summaryHead } from "../summaries.ts";

const FORMATS = { table: tableInWords, csv: csvText, json: jsonText };

export const sqlCommand = defineCommand({
  command: "sql <query>",
  describe: "用 SQL 查询数据仓库，只读",
  options: (command) =>
    command
      .positional("query", { describe: "一条 select 语句", type: "string", demandOption: true })
      .option("format", {
        describe: "输出格式：table 供人看，csv 和 json 供程序用",
        choices: ["table", "csv", "json"] as const,
        default: "table" as const,
        requiresArg: true,
      })
      .example('$0 sql "select * from mart.year_execution"', "各年度、各资金来源的预算执行")
      .example('$0 sql "show all tables" --format csv', "数据仓库里的全部表"),
  async handler(args) {
    const { workspace, output } = contextOf(args);
    const answer = await readWarehouse(workspace, (connection) => select(connection, args.query));
    output.say(FORMATS[args.format](answer).trimEnd());
    output.summary({
      ...summaryHead("sql", EXIT.done, workspace),
      columns: answer.columns,
      rows: answerObjects(answer),
    });
    process.exitCode = EXIT.done;
  },
});

function tableInWords(answer: Answer): string {
  return `${tableText(answer)}\n共 ${answer.rows.length} 行。`;
}
