/**
 * What stops a transform or an export, said in Chinese to the person at the command line.
 */
export class PipelineError extends Error {
  /** What to do about it, in Chinese. */
  readonly advice: string;

  constructor(message: string, advice: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "PipelineError";
    this.advice = advice;
  }
}

/** What was asked for cannot be had so: a name that nothing bears, a file that is none of ours, a query that is none. */
export class WrongRequest extends PipelineError {
  constructor(message: string, advice: string, options?: ErrorOptions) {
    super(message, advice, options);
    this.name = "WrongRequest";
  }
}
