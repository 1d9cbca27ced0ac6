/**
 * Threads that answer requests, one each at a time; as many as there is work for, up to a number.
 */
import { Worker } from "node:worker_threads";
import { messageOf } from "../problem.ts";
import { READY } from "./messages.ts";

export interface ThreadPool<Request, Answer> {
  /**
   * Waits for a thread and for its answer.
   *
   * @throws ThreadLost when the thread ends without one
   */
  ask(request: Request): Promise<Answer>;
  /** Ends all threads, also those at work. */
  close(): Promise<void>;
}

/** A thread ended at its work: out of memory, or stopped from outside. */
export class ThreadLost extends Error {
  /** Whether its program was loaded; if not, the work is not to blame. */
  readonly wasReady: boolean;
  constructor(message: string, wasReady: boolean) {
    super(message);
    this.name = "ThreadLost";
    this.wasReady = wasReady;
  }
}

interface Task<Request, Answer> {
  request: Request;
  resolve(answer: Answer): void;
  reject(reason: unknown): void;
}

interface Thread<Request, Answer> {
  worker: Worker;
  isReady: boolean;
  task: Task<Request, Answer> | null;
}

/**
 * Makes room for threads; each starts when there is a request and no other one is free, and is replaced when it ends.
 *
 * @param entry the module that a thread runs: it sends `READY`, then an answer for each message
 * @param most how many there may be
 */
export function openPool<Request, Answer>(entry: URL, most: number): ThreadPool<Request, Answer> {
  const threads = new Set<Thread<Request, Answer>>();
  const waiting: Task<Request, Answer>[] = [];

  function start(): Thread<Request, Answer> {
    // The entry loads what it needs: options that this process was started with may do so a second time.
    const thread: Thread<Request, Answer> = {
      worker: new Worker(entry, { execArgv: [] }),
      isReady: false,
      task: null,
    };
    threads.add(thread);
    let cause = "线程意外结束";
    thread.worker
      .on("message", (message: Answer | typeof READY) => {
        if (message === READY) {
          thread.isReady = true;
          return;
        }
        const { task } = thread;
        thread.task = null;
        task?.resolve(message as Answer);
        handOut();
      })
      .on("error", (error) => {
        cause = messageOf(error);
      })
      .on("exit", () => {
        threads.delete(thread);
        thread.task?.reject(new ThreadLost(cause, thread.isReady));
        handOut();
      });
    return thread;
  }

  function handOut(): void {
    while (waiting.length > 0) {
      const free = [...threads].find(({ task }) => task === null);
      const thread = free ?? (threads.size < most ? start() : null);
      if (!thread) return;
      thread.task = waiting.shift()!;
      thread.worker.postMessage(thread.task.request);
    }
  }

  return {
    ask(request) {
      return new Promise((resolve, reject) => {
        waiting.push({ request, resolve, reject });
        handOut();
      });
    },
    async close() {
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}
