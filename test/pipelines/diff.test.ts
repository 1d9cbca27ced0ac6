import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Comparison, compareWarehouses } from "../../pipelines/diff/compare.ts";
import { runModels } from "../../pipelines/transform.ts";
import { addCorrection, addForms, emptyWarehouse, type MadeForm } from "./warehouse.ts";

const FUNDING = { total: ["100", "100", "95"], other_funds: ["100", "100", "95"] } as const;
const form = (made: MadeForm): MadeForm => ({
  funding: FUNDING,
  indicators: [["90", "90"]],
  ...made,
});
const KEPT = form({ document: "aaaaaaaaaaaa" });
const READ_ANEW = form({ document: "bbbbbbbbbbbb", unit: "云溪市乙中心", department: "云溪市乙局" });
const GONE = form({ document: "cccccccccccc", unit: "云溪市丙中心", department: "云溪市丙局" });
const REPLACED = form({ document: "dddddddddddd", unit: "云溪市丁中心", department: "云溪市丁局" });
const REPLACEMENT = {
  ...REPLACED,
  document: "eeeeeeeeeeee",
  funding: { total: ["100", "100", "40"] },
} as const;
const ADDED = form({ document: "ffffffffffff", unit: "云溪市戊中心", department: "云溪市戊局" });

let folder: string;

/** A computed warehouse in a folder of its own, closed again; `change` is done to its raw tables. */
async function warehouse(
  name: string,
  forms: readonly MadeForm[],
  { change = async (_: DuckDBConnection) => {}, files = {} as Record<string, string> } = {},
): Promise<string> {
  const path = join(await mkdtemp(join(folder, name)), "warehouse.duckdb");
  const connection = await emptyWarehouse(path);
  for (const made of forms) await addForms(connection, [{ ordinal: 1, ...made }]);
  await change(connection);
  for (const [file, text] of Object.entries(files)) await writeFile(join(path, "..", file), text);
  await runModels(connection);
  await connection.run("checkpoint");
  connection.closeSync();
  return path;
}

async function compare(before: string, after: string): Promise<Comparison> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    return await compareWarehouses(connection, before, after);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

let before: string;
let comparison: Comparison;
let same: Comparison;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "diff-"));
  const forms = [KEPT, READ_ANEW, GONE, REPLACED];
  before = await warehouse("before", forms);
  same = await compare(before, await warehouse("same", forms));
  const after = await warehouse("after", [KEPT, READ_ANEW, REPLACEMENT, ADDED], {
    change: async (connection) => {
      await addCorrection(connection, ["aaaaaaaaaaaa-01", "funding", "total", "executed"], "30");
      await connection.run(
        "update raw.documents set reader_version = '2' where document_id = 'bbbbbbbbbbbb'",
      );
      await connection.run("update raw.funding set executed = 94 where form_id = 'bbbbbbbbbbbb-01'");
    },
    files: { "thresholds.csv": "name,value,reason\nbudget_cut,40,细则\n" },
  });
  comparison = await compare(before, after);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const executed = (unit: string, source = "total") =>
  comparison.figures.find(
    ({ level, implementing_unit, ...figure }) =>
      level === "unit" &&
      implementing_unit === unit &&
      figure.source === source &&
      figure.measure === "executed",
  );

it("the same files, decisions and limits give no difference", () => {
  expect(same).toMatchObject({ grounds: [], figures: [], cells: [], findings: [] });
});

describe("a figure", () => {
  it.each([
    ["云溪市甲局本级", "95.000000", "30.000000", "-65.000000", "correction"],
    ["云溪市乙中心", "95.000000", "94.000000", "-1.000000", "reader"],
    ["云溪市丙中心", "95.000000", null, null, "document_removed"],
    ["云溪市丁中心", "95.000000", "40.000000", "-55.000000", "document_replaced"],
    ["云溪市戊中心", null, "95.000000", null, "document_added"],
  ])("of %s tells both values and why", (unit, before, after, change, cause) => {
    expect(executed(unit)).toMatchObject({ before, after, change, causes: [cause] });
  });

  it("that holds several forms tells all their reasons, once each", () => {
    const year = comparison.figures.find(({ level, source }) => level === "year" && source === "total");
    expect(year?.causes).toEqual([
      ...["correction", "document_added", "document_removed", "document_replaced", "reader"],
    ]);
  });

  it("of a source that no change touches is not there", () => {
    expect(executed("云溪市甲局本级", "other_funds")).toBeUndefined();
  });
});

describe("a cell", () => {
  it("of a form that both hold tells both values and why", () => {
    const cells = comparison.cells.map(({ form_id, record, seq, field, before, after, cause }) =>
      [form_id, record, seq, field, before, after, cause].join(" "),
    );
    expect(cells).toContain("aaaaaaaaaaaa-01 funding total executed 95.00 30.00 correction");
    expect(cells).toContain("bbbbbbbbbbbb-01 funding total executed 95.00 94.00 reader");
    expect(cells).toContain("eeeeeeeeeeee-01 funding total executed 95.00 40.00 document_replaced");
    expect(cells.filter((cell) => /^[cf]{12}/.test(cell))).toEqual([]);
  });
});

describe("what the figures rest on", () => {
  it("is told: files, corrections, limits", () => {
    expect(comparison.grounds).toMatchObject([
      { cause: "document_added", what: "2031/eeeeeeeeeeee.txt" },
      { cause: "document_added", what: "2031/ffffffffffff.txt" },
      { cause: "document_removed", what: "2031/cccccccccccc.txt" },
      { cause: "document_removed", what: "2031/dddddddddddd.txt" },
      { cause: "reader", what: "2031/bbbbbbbbbbbb.txt", before: "1", after: "2" },
      { cause: "correction", what: "aaaaaaaaaaaa-01 funding total executed", before: null, after: "30" },
      { cause: "threshold", what: "budget_cut", before: "50", after: "40" },
    ]);
  });
});

describe("a finding", () => {
  it("that appeared tells why, and one that follows its form to another file is no other", () => {
    const sums = comparison.findings.filter(({ rule }) => rule === "F1");
    expect(sums.map(({ finding_id, change, causes }) => [finding_id, change, causes])).toEqual([
      ["F1:aaaaaaaaaaaa-01:total:executed", "appeared", ["correction"]],
    ]);
    const low = comparison.findings.filter(({ finding_id }) => finding_id.startsWith("F5:eeeeeeeeeeee"));
    expect(low).toMatchObject([{ change: "appeared", causes: ["document_replaced"] }]);
  });
});

it("a rule that was rewritten, and a decision, are told as such", async () => {
  const finding = "F4:aaaaaaaaaaaa-01:total:executed";
  const over = { ...KEPT, funding: { total: ["100", "100", "101"] } } as const;
  const header = "finding_id,decision,reason,until,office";
  const undecided = await warehouse("undecided", [over]);
  const decided = await warehouse("decided", [over], {
    files: { "decisions.csv": `${header}\n${finding},waived,不问,,预算处\n` },
  });
  const { findings, figures } = await compare(undecided, decided);
  expect(figures).toEqual([]);
  expect(findings).toMatchObject([
    { finding_id: finding, change: "decided", decision_before: null, decision_after: "waived in_force" },
  ]);

  // As if another version had computed it: the rule, its finding and a figure are not what they were.
  const instance = await DuckDBInstance.create(decided);
  const connection = await instance.connect();
  await connection.run("update core.rules set version = 'x' where rule = 'F4'");
  await connection.run("update mart.run set rules_version = 'x'");
  await connection.run(`delete from mart.findings where finding_id = '${finding}'`);
  await connection.run(
    "update core.execution_levels set unexecuted = 1 where level = 'year' and source = 'total'",
  );
  connection.closeSync();
  instance.closeSync();
  const rewritten = await compare(undecided, decided);
  expect(rewritten.grounds).toMatchObject([{ cause: "rule", what: "F4 全年执行数不超过全年预算数" }]);
  expect(rewritten.findings).toMatchObject([{ finding_id: finding, change: "gone", causes: ["rule"] }]);
  expect(rewritten.figures).toMatchObject([
    { level: "year", measure: "unexecuted", before: "-1.000000", after: "1.000000", causes: ["rule"] },
  ]);
});

it("a warehouse that was only read cannot be compared", async () => {
  const path = join(await mkdtemp(join(folder, "read")), "warehouse.duckdb");
  const connection = await emptyWarehouse(path);
  connection.closeSync();
  await expect(compare(before, path)).rejects.toThrow("还没有计算");
});
