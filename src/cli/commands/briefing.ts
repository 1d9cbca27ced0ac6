/**
 * `jixiao briefing`: what a year, a department, a unit or a project over the years comes to, as an official document.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { houseStyle } from "../../../pipelines/briefing/house-style.ts";
import { projectAsked } from "../../../pipelines/briefing/project/facts.ts";
import { type AskedScope, scopeAsked, scopesOf } from "../../../pipelines/briefing/scope.ts";
import { type Subject, writeBriefings } from "../../../pipelines/briefing/write.ts";
import { contextOf, defineCommand, folderOf } from "../command.ts";
import { EXIT } from "../exit-code.ts";
import { readWarehouse } from "../read-warehouse.ts";
import { summaryHead } from "../summaries.ts";

export const briefingCommand = defineCommand({
  command: "briefing",
  describe: "写出简报（.docx，公文格式）：全年、一个主管部门、一个单位，或一个项目的各年",
  options: (command) =>
    command
      .option("year", { describe: "年度；不给则为最近一年", type: "number", requiresArg: true })
      .option("department", { describe: "主管部门的名称", type: "string", requiresArg: true })
      .option("unit", { describe: "实施单位的名称", type: "string", requiresArg: true })
      .option("project", {
        describe: "项目的名称；写它各年的情况",
        type: "string",
        requiresArg: true,
        conflicts: ["year"],
      })
      // Without a default: with one, it would conflict with the others even where nobody gives it.
      .option("all", {
        describe: "这一年的全年、各主管部门、各单位各写一份",
        type: "boolean",
        conflicts: ["department", "unit", "project"],
      })
      .option("to", {
        describe: "写到哪个文件夹",
        type: "string",
        default: "简报",
        requiresArg: true,
      })
      .example("$0 briefing", "最近一年的简报，写到 简报")
      .example("$0 briefing --year 2024 --unit 某中心 --to 简报", "一个单位的简报")
      .example("$0 briefing --project 培训经费 --unit 某中心", "一个项目各年的简报"),
  async handler(args) {
    const to = folderOf("to", args.to);
    const { workspace, output } = contextOf(args);
    const progress = output.progress("写简报");
    const written = await readWarehouse(workspace, async (connection) => {
      const style = await houseStyle(workspace.briefingStyle);
      const subjects = await chosen(connection, args);
      return writeBriefings(connection, {
        ...{ subjects, to, style },
        onProgress: (done, total, title) => progress.update(done, total, title),
      });
    }).finally(() => progress.stop());
    output.say(`已写出 ${written.length} 份简报到 ${to}，每个数都重新计算过：`);
    for (const { file, proved } of written) output.say(`  ${file}（核对 ${proved} 处）`);
    output.summary({ ...summaryHead("briefing", EXIT.done, workspace), to, briefings: written });
    process.exitCode = EXIT.done;
  },
});

type Asked = AskedScope & { project?: string; all?: boolean };

async function chosen(connection: DuckDBConnection, { all, project, ...asked }: Asked): Promise<Subject[]> {
  if (project !== undefined) return [await projectAsked(connection, project, asked)];
  const scopes = await scopesOf(connection);
  const scope = scopeAsked(scopes, asked);
  return all ? scopes.filter(({ year }) => year === scope.year) : [scope];
}
