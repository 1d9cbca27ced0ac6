/**
 * What a command tells the program that called it.
 */
import type { Problem } from "../../loaders/problem.ts";

export const EXIT = {
  /** Done. */
  done: 0,
  /** Done, but some file could not be read or some correction not be used; or a check asked for found something. */
  incomplete: 1,
  /** The call or the workspace is not as it must be. */
  wrongUse: 2,
  /** Stopped; nothing was changed. */
  failed: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The exit codes as every `--help` shows them. */
export const EXIT_CODES_HELP = `退出码：
  0  完成
  1  完成，但有文件读不了、有更正没有采用，或查出了 --fail-on 所问的问题
  2  用法或工作区不对
  3  没有完成，原有数据没有改动`;

/** The exit code that a problem asks for. */
export function exitCodeOf(problem: Problem): ExitCode {
  return problem.kind === "wrong_use" ? EXIT.wrongUse : EXIT.failed;
}
