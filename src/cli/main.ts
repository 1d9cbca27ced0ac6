/**
 * The command line: which commands there are, what they share, and how each of them ends.
 */
import yargs, { type Argv } from "yargs";
import { Problem } from "../../loaders/problem.ts";
import { CHINESE } from "./chinese.ts";
import { briefingCommand } from "./commands/briefing.ts";
import { buildCommand } from "./commands/build.ts";
import { checkCommand } from "./commands/check.ts";
import { demoCommand } from "./commands/demo.ts";
import { dictionaryCommand } from "./commands/dictionary.ts";
import { diffCommand } from "./commands/diff.ts";
import { explainCommand } from "./commands/explain.ts";
import { exportCommand } from "./commands/export.ts";
import { ingestCommand } from "./commands/ingest.ts";
import { lineageCommand } from "./commands/lineage.ts";
import { newPageCommand } from "./commands/new-page.ts";
import { profileCommand } from "./commands/profile.ts";
import { runCommand } from "./commands/run.ts";
import { sqlCommand } from "./commands/sql.ts";
import { startCommand } from "./commands/start.ts";
import { transformCommand } from "./commands/transform.ts";
import { worklistCommand } from "./commands/worklist.ts";
import { EXIT, EXIT_CODES_HELP, exitCodeOf } from "./exit-code.ts";
import { createOutput } from "./output.ts";
import { VERSION } from "./version.ts";

/** Runs the command that the arguments name and sets the exit code of the process. */
export async function main(args: string[]): Promise<void> {
  process.stdout.on("error", endWithReader);
  const json = args.includes("--json");
  try {
    await commandLine(args).parseAsync();
  } catch (error) {
    process.exitCode = report(error, json);
  }
}

/** Who reads the output may have seen enough (`| head`): that ends the command, and is no flaw of it. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit();
}

function commandLine(args: string[]): Argv {
  return (
    yargs(args)
      .scriptName("jixiao")
      .locale("zh_CN")
      .updateStrings(CHINESE as Record<string, string>)
      .usage("用法：$0 <命令> [选项]\n\n读取、核对、比较项目支出绩效自评表。")
      .option("data", {
        describe: "工作区文件夹，内有 sources、corrections.csv 和数据仓库",
        type: "string",
        default: "data",
        requiresArg: true,
        global: true,
      })
      .option("json", {
        describe: "在标准输出给出机器可读的结果",
        type: "boolean",
        default: false,
        defaultDescription: "否",
        global: true,
      })
      .command(runCommand)
      .command(ingestCommand)
      .command(transformCommand)
      .command(exportCommand)
      .command(explainCommand)
      .command(checkCommand)
      .command(sqlCommand)
      .command(dictionaryCommand)
      .command(lineageCommand)
      .command(profileCommand)
      .command(diffCommand)
      .command(briefingCommand)
      .command(worklistCommand)
      .command(newPageCommand)
      .command(buildCommand)
      .command(startCommand)
      .command(demoCommand)
      .demandCommand(1, 1, "请给出一个命令。", "一次只能给一个命令。")
      .recommendCommands()
      .strict()
      .parserConfiguration({ "duplicate-arguments-array": false })
      .help("help")
      .alias("help", "h")
      .version(VERSION)
      .example("$0 run", "读取 data/sources 里的自评表并计算各项指标")
      .epilogue(EXIT_CODES_HELP)
      .wrap(Math.min(110, process.stdout.columns ?? 100))
      .exitProcess(false)
      // Without this, yargs prints whatever a command throws, and its own help in front of it.
      .fail((message, error) => {
        if (error && error.name !== "YError") throw error;
        const advice = "用 jixiao --help 或 jixiao <命令> --help 查看用法。";
        throw new Problem("wrong_use", message ?? error.message, advice);
      })
  );
}

/** Tells what went wrong and what to do, and gives the exit code. */
function report(error: unknown, json: boolean): number {
  const output = createOutput(json);
  if (error instanceof Problem) {
    const code = exitCodeOf(error);
    output.warn(`错误：${error.message}\n${error.advice}`);
    output.summary({ exit_code: code, error: { message: error.message, advice: error.advice } });
    return code;
  }
  // Not foreseen: a flaw of the program. The stack is what its maintainers need.
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  output.warn(`错误：程序出错，没有完成。请把下面的内容报告给维护者。\n${text}`);
  output.summary({ exit_code: EXIT.failed, error: { message: text, advice: "请报告给维护者。" } });
  return EXIT.failed;
}
