/** What another reading of the same file brings or takes away, or a file that is withdrawn, no unit has caused or solved. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { afterEach, beforeEach, expect, it } from "vitest";
import { inFile, OTHER, OVERSPENT, type Runs, SOUND, startRuns } from "./history-runs.ts";
import { addCorrection } from "./warehouse.ts";

let runs: Runs;
beforeEach(async () => {
  runs = await startRuns();
});
afterEach(() => runs.remove());

const BOTH = [...inFile("aaaaaaaaaaaa", OVERSPENT), ...inFile("bbbbbbbbbbbb", OTHER)];
const EXECUTED = ["aaaaaaaaaaaa-01", "funding", "total", "executed"] as const;

const correctedTo = (value: string) => (connection: DuckDBConnection) =>
  addCorrection(connection, EXECUTED, value);

/** Another version of the reader, to which the same cell says something else. */
const readAs = (executed: string) => (connection: DuckDBConnection) =>
  connection.run(`
    update raw.documents set reader_version = '2';
    update raw.funding set executed = ${executed} where form_id = 'aaaaaaaaaaaa-01' and source = 'total'`);

for (const [what, mended, spoiled] of [
  ["a correction", correctedTo("9.90"), correctedTo("12.00")],
  ["another reader", readAs("9.90"), undefined],
] as const)
  it(`tells what ${what} takes away and brings back apart from what units do`, async () => {
    await runs.run(1, BOTH);
    const taken = await runs.run(2, BOTH, undefined, mended);
    expect(taken.problems).toEqual([
      { project: "乙项目", state: "repeated", since: "2031-04-01" },
      { project: "甲项目", state: "reread", since: "2031-04-01" },
    ]);
    for (const told of [taken.told, taken.toldOfProject]) {
      expect(told).toMatch(/重新读取、更正或撤回文件后不再提出\d+处（不算单位新增或解决）/);
      expect(told).not.toContain("已经解决");
    }

    const brought = await runs.run(3, BOTH, undefined, spoiled);
    expect(brought.problems[1]).toEqual({ project: "甲项目", state: "new_reading", since: "2031-04-03" });
    expect(brought.toldOfProject).toMatch(/重新读取、更正或撤回文件后新提出\d+处/);
    expect(brought.toldOfProject).not.toContain("新出现");

    // It is there from now on, and a form that is handed in anew solves it.
    const other = inFile("bbbbbbbbbbbb", OTHER);
    const stayed = await runs.run(4, [...inFile("aaaaaaaaaaaa", OVERSPENT)], undefined, spoiled);
    expect(stayed.problems[1]).toEqual({ project: "甲项目", state: "repeated", since: "2031-04-03" });
    const solved = await runs.run(5, [...inFile("cccccccccccc", SOUND), ...other]);
    expect(solved.problems[1]).toEqual({ project: "甲项目", state: "solved", since: "2031-04-03" });
    expect(solved.toldOfProject).toMatch(/已经解决\d+处/);
  }, 240_000);

it("knows a problem whose project was named by a correction, and takes the name for no new project", async () => {
  await runs.run(1, BOTH);
  const renamed = await runs.run(2, BOTH, undefined, (connection) =>
    addCorrection(connection, ["bbbbbbbbbbbb-02", "form", "", "project_name"], "乙项目二期"),
  );
  expect(renamed.problems).toEqual([
    { project: "乙项目", state: "reread", since: "2031-04-01" },
    { project: "乙项目二期", state: "new_reading", since: "2031-04-02" },
    { project: "甲项目", state: "repeated", since: "2031-04-01" },
  ]);
  expect(renamed.told).not.toMatch(/新出现|已经解决|撤回\d/);
}, 120_000);

it("tells a problem of a file that was removed as withdrawn, also where its project stands in another file", async () => {
  // The same project in two files: one counts, and when it is removed the other does.
  const twice = [...inFile("aaaaaaaaaaaa", OVERSPENT), ...inFile("cccccccccccc", SOUND)];
  const first = await runs.run(1, twice);
  const counted = first.problems.map(({ project }) => project);
  const left = counted.length > 0 ? inFile("cccccccccccc", SOUND) : inFile("aaaaaaaaaaaa", OVERSPENT);
  const second = await runs.run(2, left);
  expect(second.problems.map(({ state }) => state)).toEqual([counted.length > 0 ? "gone" : "new_reading"]);
  expect(second.told).not.toMatch(/已经解决|新出现/);
}, 120_000);
