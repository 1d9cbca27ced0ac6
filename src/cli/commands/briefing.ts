/**
 * `jixiao briefing`: what a year, a department or a unit comes to, as an official document.
 */
import { houseStyle } from "../../../pipelines/briefing/house-style.ts";
import { type AskedScope, type Scope, scopeAsked, scopesOf } from "../../../pipelines/briefing/scope.ts";
import { writeBriefings } from "../../../pipelines/briefing/write.ts";
import { contextOf, defineCommand, folderOf } from "../command.ts";
import { EXIT } from "../exit-code.ts";
import { readWarehouse } from "../read-warehouse.ts";
import { pipelineProblem } from "../steps.ts";
import { summaryHead } from "../summaries.ts";

export const briefingCommand = defineCommand({
  command: "briefing",
  describe: "写出简报（.docx，公文格式）：全年、一个主管部门或一个单位",
  options: (command) =>
    command
      .option("year", { describe: "年度；不给则为最近一年", type: "number", requiresArg: true })
      .option("department", { describe: "主管部门的名称", type: "string", requiresArg: true })
      .option("unit", { describe: "实施单位的名称", type: "string", requiresArg: true })
      .option("all", {
        describe: "这一年的全年、各主管部门、各单位各写一份",
        type: "boolean",
        default: false,
        defaultDescription: "否",
        conflicts: ["department", "unit"],
      })
      .option("to", {
        describe: "写到哪个文件夹",
        type: "string",
        default: "简报",
        requiresArg: true,
      })
      .example("$0 briefing", "最近一年的简报，写到 简报")
      .example("$0 briefing --year 2024 --unit 某中心 --to 简报", "一个单位的简报"),
  async handler(args) {
    const to = folderOf("to", args.to);
    const { workspace, output } = contextOf(args);
    const progress = output.progress("写简报");
    const written = await readWarehouse(workspace, async (connection) => {
      const style = await houseStyle(workspace.briefingStyle);
      const scopes = chosen(await scopesOf(connection), args);
      return writeBriefings(connection, {
        ...{ scopes, to, style },
        onProgress: (done, total, title) => progress.update(done, total, title),
      });
    })
      .catch((error: unknown) => {
        throw pipelineProblem(error);
      })
      .finally(() => progress.stop());
    output.say(`已写出 ${written.length} 份简报到 ${to}，每个数都重新计算过：`);
    for (const { file, proved } of written) output.say(`  ${file}（核对 ${proved} 处）`);
    output.summary({ ...summaryHead("briefing", EXIT.done, workspace), to, briefings: written });
    process.exitCode = EXIT.done;
  },
});

function chosen(scopes: readonly Scope[], { all, ...asked }: AskedScope & { all: boolean }): Scope[] {
  const scope = scopeAsked(scopes, asked);
  return all ? scopes.filter(({ year }) => year === scope.year) : [scope];
}
