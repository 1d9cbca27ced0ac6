/**
 * Why a file gives no rows: said in Chinese to the person who put it there.
 */

/** Why a file holds nothing for us. Stands in `raw.rejected.code`. */
export type RejectionCode =
  | "empty"
  | "binary"
  | "unknown_format"
  | "no_form"
  | "unreadable"
  /** It opens only with a password. */
  | "protected"
  /** It ends too early, or its parts contradict each other. */
  | "damaged"
  /** It would take more memory or time than one file may. */
  | "too_large"
  /** Pictures of pages, without text. */
  | "scanned";

/** A file that cannot be read. `message` goes on after its path: `设有打开密码`; `advice` says what to do. */
export class Refusal extends Error {
  readonly code: RejectionCode;
  readonly advice: string;
  constructor(code: RejectionCode, message: string, advice: string) {
    super(message);
    this.name = "Refusal";
    this.code = code;
    this.advice = advice;
  }
}

/** A file that opens only with a password. */
export function locked(): Refusal {
  const advice = "请在原来的程序中打开，取消打开密码后另存一份再放入。";
  return new Refusal("protected", "设有打开密码，读不出内容", advice);
}
