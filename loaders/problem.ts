/**
 * What goes wrong in a way that a person can put right: said in Chinese, with what to do about it.
 */

/** `wrong_use`: the call or the workspace is not as it must be. `failed`: the work was stopped and changed nothing. */
export type ProblemKind = "wrong_use" | "failed";

/** A failure whose `message` says what and where, and whose `advice` says what to do. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly advice: string;
  constructor(kind: ProblemKind, message: string, advice: string, cause?: unknown) {
    super(message, { cause });
    this.name = "Problem";
    this.kind = kind;
    this.advice = advice;
  }
}

/** The text of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
