import { afterEach, expect, it } from "vitest";
import { openPool, ThreadLost, type ThreadPool } from "../../../loaders/threads/pool.ts";

let pool: ThreadPool<unknown, unknown>;
const open = (entry: string, most: number) => {
  pool = openPool(new URL(entry, import.meta.url), most);
  return pool;
};
afterEach(() => pool.close());

it("answers each request, however many there are to a thread", async () => {
  const { ask } = open("ending-thread.js", 2);
  const requests = Array.from({ length: 50 }, (_, number) => ({ number }));
  expect(await Promise.all(requests.map(ask))).toEqual(requests);
});

it("tells the request whose thread ended, and goes on with the others", async () => {
  const { ask } = open("ending-thread.js", 2);
  const requests = ["a", "end", "b", "fail", "c", "end", "end", "d"];
  const settled = await Promise.allSettled(requests.map(ask));
  for (const [at, request] of requests.entries()) {
    const result = settled[at]!;
    if (request.length === 1) expect(result).toEqual({ status: "fulfilled", value: request });
    else {
      expect(result).toMatchObject({ status: "rejected", reason: { name: "ThreadLost", wasReady: true } });
      if (request === "fail") expect(String((result as PromiseRejectedResult).reason)).toContain("undefined");
    }
  }
});

it("says of a thread that never began that the work is not to blame", async () => {
  const { ask } = open("unstartable-thread.js", 1);
  const lost = await ask("a").catch((error: unknown) => error);
  expect(lost).toBeInstanceOf(ThreadLost);
  expect(lost).toMatchObject({ wasReady: false, message: "module not found" });
});
