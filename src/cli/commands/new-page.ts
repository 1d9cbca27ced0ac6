/**
 * `jixiao new-page`: a page of an analyst's own, with a query, a chart and a table that work and wait to be changed.
 */
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "../../../loaders/problem.ts";
import { defineCommand } from "../command.ts";
import { EXIT } from "../exit-code.ts";
import { createOutput } from "../output.ts";
import { PACKAGE_ROOT } from "../version.ts";

const NAME = /^[a-z][a-z0-9-]{0,39}$/;
const TEMPLATES = new URL("../new-page/", import.meta.url);

export const newPageCommand = defineCommand({
  command: "new-page <name>",
  describe: "新建一个分析页面：带一条查询、一张图和一张表，改了就能用",
  options: (command) =>
    command
      .positional("name", {
        describe: "页面的名字，写进网址；用小写字母、数字和连字符",
        type: "string",
        demandOption: true,
      })
      .option("title", { describe: "页面的中文标题；不给则同名字", type: "string", requiresArg: true })
      .example("$0 new-page idle-money --title 闲置资金", "建 src/idle-money.md 和它的查询"),
  async handler(args) {
    const output = createOutput(args.json);
    const name = nameOf(args.name);
    const title = titleOf(args.title ?? name);
    const { page, query } = await makePage(PACKAGE_ROOT, name, title);
    output.say(`已新建页面 ${page}，它的查询在 ${query}。\n改好后运行 jixiao build 或 jixiao start 查看。`);
    output.summary({ command: "new-page", exit_code: EXIT.done, page, query });
    process.exitCode = EXIT.done;
  },
});

function nameOf(name: string): string {
  if (NAME.test(name)) return name;
  const advice =
    "名字写进网址，请用小写字母开头，只含小写字母、数字和连字符，例如 idle-money；中文写在 --title 里。";
  throw new Problem("wrong_use", `页面不能叫这个名字：${name}`, advice);
}

/** The title stands in Markdown and in a comment: one line, and nothing that either would take for its own. */
function titleOf(title: string): string {
  if (/^[\p{L}\p{N} 、，：（）《》“”·—-]{1,60}$/u.test(title)) return title;
  throw new Problem(
    "wrong_use",
    `标题不能这样写：${title}`,
    "请用 60 个字以内的文字和标点，不含引号、括号以外的符号。",
  );
}

/**
 * Writes a page and its query below the program's folder.
 *
 * @throws Problem of wrong use when either is there already
 */
export async function makePage(
  root: string,
  name: string,
  title: string,
): Promise<{ page: string; query: string }> {
  const page = join("src", `${name}.md`);
  const query = join("src", "data", `${name}.json.ts`);
  await requireFree(root, [page, query]);
  await fill("page.md.txt", join(root, page), { name, title });
  await fill("loader.ts.txt", join(root, query), { name, title });
  return { page, query };
}

async function requireFree(root: string, paths: string[]): Promise<void> {
  for (const path of paths) {
    const there = await stat(join(root, path)).catch(() => null);
    if (there) throw new Problem("wrong_use", `已有 ${path}`, "请换一个名字，或先改名、移走原来的页面。");
  }
}

async function fill(template: string, path: string, values: Record<string, string>): Promise<void> {
  const text = await readFile(new URL(template, TEMPLATES), "utf8");
  const filled = text.replace(/\{\{(\w+)\}\}/g, (_, key: string) => values[key] ?? "");
  await writeFile(path, filled, { flag: "wx" });
}
