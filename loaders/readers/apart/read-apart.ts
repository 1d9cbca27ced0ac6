/**
 * Reads files in a thread of their own: one that never comes to an end, or wants all memory, costs no other file.
 */
import { Worker } from "node:worker_threads";
import { MOST_HEAP_MIB, MOST_SECONDS } from "../limits.ts";
import type { Packed, ReadSheets } from "../read-sheets.ts";
import { Refusal } from "../refusal.ts";
import type { Answer, Question } from "./messages.ts";

/** What a file may take. */
export interface Limits {
  seconds: number;
  heapMib: number;
}

const DEFAULT_LIMITS: Limits = { seconds: MOST_SECONDS, heapMib: MOST_HEAP_MIB };

/** The thread waits for the next file; it is started anew after one that it did not survive. */
let waiting: { worker: Worker; heapMib: number } | null = null;

/**
 * Reads a file that is no plain text, within limits of time and memory.
 *
 * @throws Refusal as the readers do, and `too_large` where a limit is reached
 */
export async function readApart(
  file: Packed,
  bytes: Uint8Array,
  limits: Limits = DEFAULT_LIMITS,
): Promise<ReadSheets> {
  const worker = take(limits.heapMib);
  const answer = await ask(worker, { file, bytes }, limits);
  worker.unref();
  waiting = { worker, heapMib: limits.heapMib };
  if (answer.kind === "read") return answer.sheets;
  if (answer.kind === "refused") throw new Refusal(answer.code, answer.message, answer.advice);
  throw new Error(answer.message);
}

function take(heapMib: number): Worker {
  const ready = waiting;
  waiting = null;
  if (ready && ready.heapMib === heapMib) {
    ready.worker.ref();
    return ready.worker;
  }
  void ready?.worker.terminate();
  const worker = new Worker(new URL("./worker.js", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heapMib },
    // What the program was started with concerns it alone: tsx registers itself in the thread.
    execArgv: [],
  });
  // A thread that dies between two files is not asked again.
  worker.on("error", () => {});
  worker.on("exit", () => {
    if (waiting?.worker === worker) waiting = null;
  });
  return worker;
}

function ask(worker: Worker, question: Question, { seconds }: Limits): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail(tooLarge(`读了 ${seconds} 秒还没有读完`)), seconds * 1000);
    const onMessage = (answer: Answer): void => {
      settle();
      resolve(answer);
    };
    const onError = (error: NodeJS.ErrnoException): void =>
      fail(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooLarge("读取时内存不够") : error);
    const onExit = (code: number): void => fail(new Error(`the reading thread ended with ${code}`));
    const settle = (): void => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
    };
    const fail = (error: unknown): void => {
      settle();
      void worker.terminate();
      reject(error);
    };
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage(question);
  });
}

function tooLarge(what: string): Refusal {
  const advice = "请把它拆成几个较小的文件，或删去与自评表无关的内容后再放入。";
  return new Refusal("too_large", `${what}，已放弃`, advice);
}
