/**
 * What every command has in common.
 */
import { resolve } from "node:path";
import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import { Problem } from "../../loaders/problem.ts";
import { type Workspace, workspaceAt } from "../../loaders/workspace.ts";
import { EXIT_CODES_HELP } from "./exit-code.ts";
import { createOutput, type Output } from "./output.ts";

/** The options that every command takes. */
export interface GlobalArguments {
  data: string;
  json: boolean;
}

export interface CommandContext {
  workspace: Workspace;
  output: Output;
}

export interface Command<Arguments extends GlobalArguments> {
  /** The name with its parameters: `explain <form> [field]`. */
  command: string;
  describe: string;
  /** Adds the command's own options and examples. */
  options(command: Argv<GlobalArguments>): Argv<Arguments>;
  handler(args: ArgumentsCamelCase<Arguments>): Promise<void>;
}

/** A command as yargs takes it, with the exit codes at the end of its help. */
export function defineCommand<Arguments extends GlobalArguments>({
  options,
  ...command
}: Command<Arguments>): CommandModule<GlobalArguments, Arguments> {
  return { ...command, builder: (argv) => options(argv).epilogue(EXIT_CODES_HELP) };
}

/** The workspace and the output that a call asks for. */
export function contextOf({ data, json }: GlobalArguments): CommandContext {
  return { workspace: workspaceAt(folderOf("data", data)), output: createOutput(json) };
}

/**
 * The absolute path that an option names.
 * @throws Problem of wrong use when it is empty, which would be the current folder
 */
export function folderOf(option: string, value: string): string {
  if (value !== "") return resolve(value);
  throw new Problem(
    "wrong_use",
    `选项 --${option} 的值是空的`,
    `请给出文件夹，例如 --${option} ${option === "data" ? "data" : "导出"}。`,
  );
}
