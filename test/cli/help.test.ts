import { describe, expect, it } from "vitest";
import { EXIT_CODES_HELP } from "../../src/cli/exit-code.ts";
import { VERSION } from "../../src/cli/version.ts";
import { jixiao, makeWorkspace } from "./workspace.ts";

const READING = ["check", "sql", "dictionary", "lineage"];
const COMMANDS = [
  "run",
  "ingest",
  "transform",
  "export",
  "explain",
  ...READING,
  "profile",
  "diff",
  "build",
  "start",
  "demo",
  "briefing",
  "worklist",
  "new-page",
];

/** Names of files, formats and keys, which have no Chinese. */
const NAMES = new Set([
  "jixiao",
  "sources",
  "data",
  "dist",
  "form",
  "field",
  "CSV",
  "csv",
  "Parquet",
  "parquet",
  "JSON",
  "Ctrl",
  "SQL",
  "json",
  "query",
  "table",
  "model",
  "select",
  "error",
  "warning",
  "mart",
  "name",
  "old",
  "new",
]);
/** Options, names with hyphens, ids, parameters, quoted values and paths. */
const NOTATION =
  /--?[a-z-]+|\b[a-z]+(?:-[a-z]+)+\b|[0-9a-f]{12}-\d\d|<[a-z]+>|\[[a-z]+\]|"[^"]*"|\S*[/._:]\S*/g;

it.each(["", ...COMMANDS])("--help is in Chinese: jixiao %s", async (command) => {
  const { code, stdout, stderr } = await jixiao([command, "--help"].filter(Boolean));
  expect(code, stderr).toBe(0);
  expect(stdout).toContain("选项：");
  expect(stdout).toContain(EXIT_CODES_HELP);
  const words = stdout.replaceAll(NOTATION, "").match(/[A-Za-z]{2,}/g) ?? [];
  expect(words.filter((word) => !NAMES.has(word) && !COMMANDS.includes(word))).toEqual([]);
});

it("--help names every command", async () => {
  const { stdout } = await jixiao(["--help"]);
  for (const command of COMMANDS)
    expect(stdout).toMatch(new RegExp(`^ {2}jixiao ${command} .*\\p{Script=Han}`, "mu"));
});

it("--version is that of the package", async () => {
  expect(await jixiao(["--version"])).toMatchObject({ code: 0, stdout: `${VERSION}\n` });
});

describe("wrong use ends with 2 and a hint in Chinese", () => {
  const cases: [args: string[], says: string][] = [
    [[], "请给出一个命令"],
    [["exprt"], "export"],
    [["无此命令"], "无此命令"],
    [["run", "--colour"], "colour"],
    [["run", "另一个"], "另一个"],
    [["run", "--data"], "data"],
    [["run", "--data="], "--data"],
    [["export"], "to"],
    [["export", "--to", "x", "--format", "xml"], "xml"],
    [["explain"], "参数不够"],
    [["run", "--memory", "很多"], "--memory"],
    [["transform", "--memory", "100MB"], "--memory"],
    [["start", "--port", "八十"], "--port"],
    [["start", "--port", "80"], "--port"],
  ];
  it.each(cases)("jixiao %j", async (args, says) => {
    const { code, stdout, stderr } = await jixiao(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(says);
    expect(stderr).toMatch(/^错误：.*\p{Script=Han}/u);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

it.skipIf(process.platform === "win32")("works wherever the command is called from", async () => {
  const workspace = await makeWorkspace();
  const { code, stderr } = await jixiao(["run"], ["env", "-C", workspace.root]);
  expect(code).toBe(2);
  expect(stderr).toContain("data");
});
