/** Results told against the results of before: what is new, what stayed and since when, what is gone. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { inFile, OTHER, OVERSPENT, type Runs, SOUND, startRuns } from "./history-runs.ts";

let runs: Runs;
beforeAll(async () => {
  runs = await startRuns();
});
afterAll(() => runs.remove());

it("follows problems through corrections, new files, repeated runs, and withdrawn files", async () => {
  // The first results have nothing to be told against.
  const first = await runs.run(1, inFile("aaaaaaaaaaaa", OVERSPENT));
  expect(first).toEqual({
    problems: [{ project: "甲项目", state: "first", since: "2031-04-01" }],
    ...{ told: null, toldOfProject: null },
  });

  // Another run on the same facts is the same result, whatever the clock says.
  expect(await runs.run(2, inFile("aaaaaaaaaaaa", OVERSPENT))).toEqual(first);

  // The same form in another file is the same problem; a form that was not there before brings its own.
  const second = await runs.run(3, [...inFile("bbbbbbbbbbbb", OVERSPENT), ...inFile("cccccccccccc", OTHER)]);
  expect(second.problems).toEqual([
    { project: "乙项目", state: "new_form", since: "2031-04-03" },
    { project: "甲项目", state: "repeated", since: "2031-04-01" },
  ]);
  expect(second.told).toMatch(
    /^与上一份结果（2031年4月1日）相比，新出现问题\d+处（都出在新读入的项目），仍然存在\d+处。$/,
  );

  // Its own briefing tells of the project alone: nothing became of its problem.
  expect(second.toldOfProject).toBeNull();

  // And is told the same by the next run, byte for byte.
  expect(await runs.run(4, [...inFile("bbbbbbbbbbbb", OVERSPENT), ...inFile("cccccccccccc", OTHER)])).toEqual(
    second,
  );

  // A corrected form solves its problem.
  const third = await runs.run(5, [...inFile("dddddddddddd", SOUND), ...inFile("cccccccccccc", OTHER)]);
  expect(third.problems).toEqual([
    { project: "乙项目", state: "repeated", since: "2031-04-03" },
    { project: "甲项目", state: "solved", since: "2031-04-01" },
  ]);
  expect(third.told).toMatch(
    /^与上一份结果（2031年4月3日）相比，已经解决\d+处，仍然存在\d+处，最早的自2031年4月1日起。$/,
  );
  expect(third.toldOfProject).toMatch(/^与上一份结果（2031年4月3日）相比，已经解决\d+处/);

  // A file that is withdrawn takes its problem with it, which is no solution; what was solved before is past.
  const fourth = await runs.run(6, inFile("dddddddddddd", SOUND));
  expect(fourth.problems).toEqual([
    { project: "乙项目", state: "gone", since: "2031-04-03" },
    { project: "甲项目", state: "past", since: "2031-04-01" },
  ]);
  expect(fourth.told).toMatch(/^与上一份结果（2031年4月5日）相比，随原表撤回\d+处，/);

  // What comes back is new again, from now on.
  const fifth = await runs.run(7, inFile("eeeeeeeeeeee", OVERSPENT));
  expect(fifth.problems[1]).toEqual({ project: "甲项目", state: "new", since: "2031-04-07" });
  expect(fifth.toldOfProject).toMatch(/^与上一份结果（2031年4月6日）相比，新出现问题\d+处/);
}, 240_000);
