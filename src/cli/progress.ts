/**
 * How far long work has come: a bar on a terminal, a few plain lines elsewhere.
 */
import { SingleBar } from "cli-progress";

export interface Progress {
  /** `done` of `total` pieces are finished, `what` is next. */
  update(done: number, total: number, what: string): void;
  stop(): void;
}

/** Without a terminal, lines at each tenth of the way: a log of ten thousand lines is no help. */
const LINES = 10;

/** Shows progress on a stream, which ought to be stderr. */
export function createProgress(label: string, stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? barOn(label, stream) : linesOn(label, stream);
}

function barOn(label: string, stream: NodeJS.WriteStream): Progress {
  const format = `${label} {bar} {value}/{total} {what}`;
  const bar = new SingleBar({ format, stream, clearOnComplete: true, hideCursor: true, barsize: 24 });
  let started = false;
  return {
    update(done, total, what) {
      if (!started) bar.start(total, done, { what });
      started = true;
      bar.update(done, { what });
    },
    stop() {
      if (started) bar.stop();
    },
  };
}

function linesOn(label: string, stream: NodeJS.WriteStream): Progress {
  let shown = -1;
  return {
    update(done, total, what) {
      const step = Math.floor((done * LINES) / Math.max(total, 1));
      if (step === shown) return;
      shown = step;
      stream.write(`${label} ${done + 1}/${total} ${what}\n`);
    },
    stop() {},
  };
}
