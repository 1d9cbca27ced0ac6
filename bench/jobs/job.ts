/**
 * A piece of work that can be measured. Whatever does not belong to it is done beforehand, by the function that makes it.
 */
export interface Job {
  /** What is measured. */
  work(): void | Promise<void>;
  /** How many pieces the work has found; asked afterwards. */
  count(): number | Promise<number>;
  /** How much of the work's time was spent in functions that SQL calls; where there are any. */
  functionMilliseconds?(): number;
}
