/**
 * How the command line tells what stopped a pipeline.
 */
import { Problem } from "../../loaders/problem.ts";
import { PipelineError, WrongRequest } from "../../pipelines/errors.ts";

/** What stops a pipeline, with what it means for the exit code; anything else as it is. */
export function pipelineProblem(error: unknown): unknown {
  if (!(error instanceof PipelineError)) return error;
  const kind = error instanceof WrongRequest ? "wrong_use" : "failed";
  return new Problem(kind, error.message, error.advice, error);
}
