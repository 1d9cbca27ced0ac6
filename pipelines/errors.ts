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
