/**
 * `jixiao export`: writes the public tables as a data package.
 */
import { exportPackage } from "../../../pipelines/export/package.ts";
import { contextOf, defineCommand, folderOf } from "../command.ts";
import { EXIT } from "../exit-code.ts";
import { readWarehouse } from "../read-warehouse.ts";
import { summaryHead } from "../summaries.ts";

export const exportCommand = defineCommand({
  command: "export",
  describe: "把数据仓库里的表导出为数据包（CSV 或 Parquet）",
  options: (command) =>
    command
      .option("to", { describe: "导出到哪个文件夹", type: "string", demandOption: true, requiresArg: true })
      .option("format", {
        describe: "文件格式；parquet 按年度分文件",
        choices: ["csv", "parquet"] as const,
        default: "csv" as const,
        requiresArg: true,
      })
      .example("$0 export --to 导出", "把各表导出为 CSV，附 datapackage.json")
      .example("$0 export --to 导出 --format parquet", "导出为 Parquet"),
  async handler(args) {
    const to = folderOf("to", args.to);
    const { workspace, output } = contextOf(args);
    const { format, tables } = await readWarehouse(workspace, (connection) =>
      exportPackage(connection, { to, format: args.format }),
    );
    output.say(`已导出 ${tables.length} 个表到 ${to}：`);
    for (const table of tables) output.say(`  ${table.name}  ${table.rows} 行`);
    output.summary({ ...summaryHead("export", EXIT.done, workspace), to, format, tables });
    process.exitCode = EXIT.done;
  },
});
