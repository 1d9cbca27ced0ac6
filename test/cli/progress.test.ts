import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { createProgress } from "../../src/cli/progress.ts";

/** What progress writes to a stream for some pieces of work. */
function written(pieces: number, isTTY: boolean): string {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 80 });
  const progress = createProgress("读取", stream as unknown as NodeJS.WriteStream);
  for (let done = 0; done < pieces; done++) progress.update(done, pieces, `2031/第${done + 1}份.txt`);
  progress.stop();
  return String(stream.read() ?? "");
}

it("is a bar on a terminal", () => {
  expect(written(3, true)).toMatch(/读取 \S+ \d\/3 2031\/第\d份\.txt/);
});

it("is a few plain lines elsewhere, however much there is to do", () => {
  expect(written(2, false)).toBe("读取 1/2 2031/第1份.txt\n读取 2/2 2031/第2份.txt\n");
  const lines = written(10_000, false).trimEnd().split("\n");
  expect(lines).toHaveLength(10);
  expect(lines[0]).toBe("读取 1/10000 2031/第1份.txt");
  expect(written(10_000, false)).not.toContain("\u001b");
});

it("is nothing where there is nothing to do", () => {
  expect(written(0, true)).toBe("");
  expect(written(0, false)).toBe("");
});
