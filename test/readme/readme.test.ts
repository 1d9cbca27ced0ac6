import { existsSync } from "node:fs";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXIT } from "../../src/cli/exit-code.ts";
import { CONTENT_SECURITY_POLICY } from "../../src/cli/site/content-security-policy.ts";
import { PACKAGE_ROOT } from "../../src/cli/version.ts";
import { jixiao } from "../cli/workspace.ts";
import { codeBlocks, listedPaths, localLinks, shellCommands, shownOutputs, tableRows } from "./markdown.ts";
import { runLine } from "./run-line.ts";

const readme = await readFile(join(PACKAGE_ROOT, "README.md"), "utf8");
const COMMANDS = shellCommands(readme);

/** The only block of a language. */
function block(language: string): string {
  const found = codeBlocks(readme).filter((block) => block.language === language);
  expect(found).toHaveLength(1);
  return found[0]!.text;
}

describe("the commands", () => {
  /** Where the commands are run: workspaces as the README has them, with the published document in each. */
  let folder: string;
  const printed = new Map<string, string>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "jixiao-readme-"));
    for (const workspace of ["data", "工作区"])
      await cp(join(PACKAGE_ROOT, "data", "sources"), join(folder, workspace, "sources"), {
        recursive: true,
      });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  // Some build the site and one measures: minutes on a busy machine.
  it.each(COMMANDS)("%s", { timeout: 600_000 }, async (command) => {
    const ran = await runLine(command, folder);
    expect(ran.code, ran.printed).toBe(0);
    printed.set(command, ran.printed);
  });

  it("print what is shown under them", () => {
    const shown = shownOutputs(readme);
    expect(shown).not.toEqual([]);
    for (const { command, output } of shown) expect(printed.get(command)).toContain(output);
  });

  it("apply the corrections of the example", async () => {
    const root = join(folder, "工作区");
    await writeFile(join(root, "corrections.csv"), block("csv"));
    const { code, stdout, stderr } = await jixiao(["run", "--json", "--data", root]);
    expect(code, stderr).toBe(0);
    const examples = block("csv").trimEnd().split("\n").length - 1;
    expect(JSON.parse(stdout)).toMatchObject({ corrections: examples, correction_problems: [] });
  });
});

it("a command or option that does not exist is found", async () => {
  const { code } = await runLine("npx jixiao run --colour", PACKAGE_ROOT);
  expect(code).toBe(EXIT.wrongUse);
  await expect(runLine("npm run nothing", PACKAGE_ROOT)).rejects.toThrow("nothing");
  await expect(runLine("yarn start", PACKAGE_ROOT)).rejects.toThrow("yarn");
});

it("the policy for web servers is the one that pages are tested with", () => {
  expect(readme).toContain(`Content-Security-Policy: ${CONTENT_SECURITY_POLICY}`);
});

it("every command is described, with options that it has", async () => {
  const { stdout } = await jixiao(["--help"]);
  const commands = [...stdout.matchAll(/^ {2}jixiao ([\w-]+) .*\p{Script=Han}/gmu)].map(([, name]) => name);
  const rows = tableRows(readme, "command").map((row) => row.join(" "));
  const described = rows.map((row) => /^`jixiao ([\w-]+)`/.exec(row)?.[1]);
  expect(described.sort()).toEqual([...new Set(commands)].sort());
  for (const row of rows) {
    const options = [...row.matchAll(/`(--[a-z-]+)`/g)].map(([, option]) => `${option} `);
    if (options.length === 0) continue;
    const [, name] = /^`jixiao ([\w-]+)`/.exec(row)!;
    const help = (await jixiao([name!, "--help"])).stdout;
    for (const option of options) expect(help, row).toContain(option);
  }
});

it("the exit codes are those of the command", () => {
  const codes = tableRows(readme, "code").map(([code]) => Number(code));
  expect(codes).toEqual(Object.values(EXIT));
});

it("links and pictures lead to files", () => {
  const links = localLinks(readme);
  expect(links).toContain(".github/overview.png");
  expect(links.filter((path) => !existsSync(join(PACKAGE_ROOT, path)))).toEqual([]);
});

it("the listing names what is there, and every room", async () => {
  const listing = codeBlocks(readme).find(({ text }) => text.startsWith("data/"))!;
  const paths = listedPaths(listing.text);
  expect(paths.filter((path) => !existsSync(join(PACKAGE_ROOT, path)))).toEqual([]);
  const entries = await readdir(PACKAGE_ROOT, { withFileTypes: true });
  const made = ["node_modules", "dist", "coverage"];
  const rooms = entries.filter((entry) => entry.isDirectory() && !/^\./.test(entry.name));
  expect(paths).toEqual(
    expect.arrayContaining(
      rooms.map(({ name }) => `${name}/`).filter((name) => !made.includes(name.slice(0, -1))),
    ),
  );
});
