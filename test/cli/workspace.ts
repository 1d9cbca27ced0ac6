/** Workspaces in a folder of their own, and the command run on them as people run it: as a process. */
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { openDatabase } from "../../loaders/warehouse/database.ts";
import { type Workspace, workspaceAt } from "../../loaders/workspace.ts";
import { createOutput, type Output } from "../../src/cli/output.ts";
import { type RunSummary, runStep } from "../../src/cli/steps.ts";

export const JIXIAO = fileURLToPath(new URL("../../src/cli/jixiao.js", import.meta.url));

/** A new folder that goes when the test is finished. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "jixiao-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A workspace with files below `sources`, by path. */
export async function makeWorkspace(files: Record<string, string | Uint8Array> = {}): Promise<Workspace> {
  // A space and Chinese in the path are the rule where the users sit.
  const workspace = workspaceAt(join(await temporaryFolder(), "绩效 自评"));
  await mkdir(workspace.sources, { recursive: true });
  for (const [path, content] of Object.entries(files)) await addSource(workspace, path, content);
  return workspace;
}

export async function addSource(
  workspace: Workspace,
  path: string,
  content: string | Uint8Array,
): Promise<void> {
  const location = join(workspace.sources, ...path.split("/"));
  await mkdir(dirname(location), { recursive: true });
  await writeFile(location, content);
}

/** Reads and computes a workspace as `run` does, in this process. */
export function compute(workspace: Workspace): Promise<RunSummary> {
  return runStep(workspace, { readAgain: false }, captureOutput().output);
}

/** An output for people whose text can be looked at. */
export function captureOutput(): { output: Output; said(): string } {
  const stream = new PassThrough();
  const output = createOutput(false, { stdout: stream, stderr: stream as unknown as NodeJS.WriteStream });
  return { output, said: () => String(stream.read() ?? "") };
}

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the command to its end; `through` is a program to start it with. */
export async function jixiao(args: readonly string[], through: readonly string[] = []): Promise<Finished> {
  const [program, ...rest] = [...through, process.execPath, JIXIAO, ...args];
  const child = spawn(program!, rest, { stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  return { code, stdout, stderr };
}

/** Rows of a query on a workspace's warehouse, decimals as text. */
export async function query({ warehouse }: Workspace, sql: string): Promise<Record<string, unknown>[]> {
  const { connection, close } = await openDatabase(warehouse, { readOnly: true });
  try {
    return (await connection.runAndReadAll(sql)).getRowObjectsJson();
  } finally {
    close();
  }
}

/** What the warehouse says was spent, by project: the sign that it is whole and which run made it. */
export async function executedByProject(workspace: Workspace): Promise<Record<string, unknown>[]> {
  return query(
    workspace,
    "select project_name, executed from mart.execution where source = 'other_funds' order by all",
  );
}
