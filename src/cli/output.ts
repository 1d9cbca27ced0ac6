/**
 * What a command shows: lines for people, a summary for programs, and how far long work has come.
 */
import { createProgress, type Progress } from "./progress.ts";

/** A summary as programs read it; names as in the exported tables. */
export type Summary = Record<string, unknown>;

export interface Output {
  /** What was done, for people. */
  say(text: string): void;
  /** What went wrong, for people. */
  warn(text: string): void;
  /** Starts to show how far a piece of long work has come. */
  progress(label: string): Progress;
  /** The one machine-readable answer of `--json`; shows nothing otherwise. */
  summary(summary: Summary): void;
}

/** Where output goes; tests pass their own. */
export interface OutputStreams {
  stdout: NodeJS.WritableStream;
  stderr: NodeJS.WriteStream;
}

/** With `json`, stdout carries the summary and nothing else. */
export function createOutput(json: boolean, { stdout, stderr }: OutputStreams = process): Output {
  const people = json ? stderr : stdout;
  return {
    say: (text) => void people.write(`${text}\n`),
    warn: (text) => void stderr.write(`${text}\n`),
    progress: (label) => createProgress(label, stderr),
    summary: (summary) => void (json && stdout.write(`${JSON.stringify(summary, null, 2)}\n`)),
  };
}
