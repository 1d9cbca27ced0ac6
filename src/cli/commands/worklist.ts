/**
 * `jixiao worklist`: what each unit must correct or explain, as workbooks; and the way back for their answers.
 */
import type { Workspace } from "../../../loaders/workspace.ts";
import { readAnswers, rowName } from "../../../pipelines/worklist/read.ts";
import { writeWorklists } from "../../../pipelines/worklist/write.ts";
import { contextOf, defineCommand, folderOf } from "../command.ts";
import { EXIT } from "../exit-code.ts";
import type { Output } from "../output.ts";
import { readWarehouse } from "../read-warehouse.ts";
import { summaryHead } from "../summaries.ts";

export const worklistCommand = defineCommand({
  command: "worklist",
  describe: "给每个单位写一份整改清单（.xlsx）和一份汇总，或把填好的答复读回来",
  options: (command) =>
    command
      .option("unit", { describe: "只写一个实施单位的清单", type: "string", requiresArg: true })
      .option("to", {
        describe: "写到哪个文件夹",
        type: "string",
        default: "整改清单",
        requiresArg: true,
      })
      .option("read", {
        describe: "读回单位填好的清单：一个文件，或放着清单的文件夹",
        type: "string",
        requiresArg: true,
        conflicts: ["unit"],
      })
      .example("$0 worklist --to 清单", "每个单位一份，另有汇总")
      .example("$0 worklist --read 收回", "把文件夹“收回”里各单位的答复记入工作区"),
  async handler(args) {
    const { workspace, output } = contextOf(args);
    const to = folderOf("to", args.to);
    const work =
      args.read === undefined
        ? write(workspace, { to, ...(args.unit !== undefined && { unit: args.unit }) }, output)
        : takeBack(workspace, folderOf("read", args.read), output);
    const { code, summary } = await work;
    output.summary({ ...summaryHead("worklist", code, workspace), ...summary });
    process.exitCode = code;
  },
});

async function write(workspace: Workspace, options: { to: string; unit?: string }, output: Output) {
  const worklists = await readWarehouse(workspace, (connection) => writeWorklists(connection, options));
  const all = options.unit === undefined ? "，另有汇总.xlsx" : "";
  output.say(`已写出 ${worklists.length} 份整改清单到 ${options.to}${all}：`);
  for (const { file, tasks } of worklists) output.say(`  ${file}（${tasks} 个问题）`);
  return { code: EXIT.done, summary: { to: options.to, worklists } };
}

async function takeBack(workspace: Workspace, from: string, output: Output) {
  const read = await readWarehouse(workspace, (connection) =>
    readAnswers(connection, from, workspace.answers),
  );
  const { files, taken, unchanged, unread, passedOver, problems } = read;
  output.say(`已读 ${files.length} 份清单：新答复 ${taken} 条，与原来相同 ${unchanged} 条。`);
  if (taken > 0) output.say(`答复记在 ${workspace.answers}，运行 jixiao run 后显示在问题清单里。`);
  for (const { problem, advice } of unread) output.warn(`${problem}。${advice}`);
  if (passedOver.length > 0)
    output.warn(`没有读文件夹里的这 ${passedOver.length} 项，它们不是表格文件：${passedOver.join("、")}。`);
  if (problems.length > 0) output.warn(`${problems.length} 行没有采用：`);
  for (const one of problems) output.warn(`  ${one.file} ${rowName(one)}：${one.problem}。`);
  const isWhole = problems.length + passedOver.length + unread.length === 0;
  const code = isWhole ? EXIT.done : EXIT.incomplete;
  return { code, summary: { files, taken, unchanged, unread, passedOver, problems } };
}
