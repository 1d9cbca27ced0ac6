/**
 * `jixiao demo`: writes a workspace of made forms, to try the program on or to measure it with.
 */
import { join } from "node:path";
import { writeDistrict } from "../../../loaders/demo/write-district.ts";
import { Problem } from "../../../loaders/problem.ts";
import { defineCommand, folderOf } from "../command.ts";
import { EXIT } from "../exit-code.ts";
import { createOutput } from "../output.ts";

const MOST_FORMS = 1_000_000;
const MOST_YEARS = 30;
const YEARS = /^(20\d{2})(?:-(20\d{2}))?$/;

export const demoCommand = defineCommand({
  command: "demo",
  describe: "编造一个区的自评表，供演示、测试和测速（合成数据）",
  options: (command) =>
    command
      .option("to", {
        describe: "写到哪个文件夹；必须是新的或空的",
        type: "string",
        demandOption: true,
        requiresArg: true,
      })
      .option("forms", { describe: "各年合计多少张表", type: "number", default: 300, requiresArg: true })
      .option("years", { describe: "哪几年", type: "string", default: "2020-2024", requiresArg: true })
      .option("seed", {
        describe: "随机种子；种子相同，写出的文件逐字节相同",
        type: "number",
        default: 1,
        requiresArg: true,
      })
      .option("noise", {
        describe: "每一百张表里有多少张像扫描件那样受损",
        type: "number",
        default: 10,
        requiresArg: true,
      })
      .option("planted", {
        describe: "埋入已知的错误和疑点，清单写在 planted.csv；用 --no-planted 不埋",
        type: "boolean",
        default: true,
        defaultDescription: "是",
      })
      .example("$0 demo --to 演示", "写一个 300 张表的工作区，再用 jixiao start --data 演示 来看")
      .example("$0 demo --to 大区 --forms 10000 --noise 0", "写 10000 张没有受损的表"),
  async handler(args) {
    const to = folderOf("to", args.to);
    const output = createOutput(args.json);
    const options = {
      years: yearsOf(args.years),
      forms: wholeNumber("forms", args.forms, 1, MOST_FORMS),
      seed: wholeNumber("seed", args.seed, 0, 2 ** 32 - 1),
      noise: wholeNumber("noise", args.noise, 0, 100),
      planted: args.planted,
    };
    const summary = await writeDistrict(to, options);
    output.say(
      `已写出合成数据：${summary.documents} 个文件，${summary.forms} 张自评表，${summary.indicators} 个指标。`,
    );
    if (summary.planted > 0) output.say(`埋入 ${summary.planted} 处错误和疑点，清单见 planted.csv。`);
    output.say(`工作区：${to}`);
    output.say("这些地名、单位和数字都是编造的，不要与真实数据放在一起。");
    output.summary({ command: "demo", exit_code: EXIT.done, to, sources: join(to, "sources"), ...summary });
    process.exitCode = EXIT.done;
  },
});

function yearsOf(text: string): number[] {
  const match = YEARS.exec(text);
  const first = Number(match?.[1]);
  const count = Number(match?.[2] ?? match?.[1]) - first + 1;
  if (match && count >= 1 && count <= MOST_YEARS) return Array.from({ length: count }, (_, at) => first + at);
  const advice = `请给出一年或连续的几年，最多 ${MOST_YEARS} 年，例如 --years 2020-2024。`;
  throw new Problem("wrong_use", `选项 --years 不是年份：${text}`, advice);
}

function wholeNumber(option: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  const message = `选项 --${option} 的值不对：${value}`;
  throw new Problem("wrong_use", message, `请给出 ${least} 到 ${most} 之间的整数。`);
}
