import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseDecisions } from "../../pipelines/decisions.ts";
import { PipelineError, runModels } from "../../pipelines/transform.ts";
import { addForms, emptyWarehouse, row, rows } from "./warehouse.ts";

const HEADER = "finding_id,decision,reason,until,office,figures";
const NOW = new Date("2031-05-06T07:08:09Z");

let folder: string;
let connection: DuckDBConnection;
/** The id of a finding: more was spent than there was. */
let finding: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "decisions-"));
  connection = await emptyWarehouse(join(folder, "warehouse.duckdb"));
  const [form] = await addForms(connection, [{ funding: { total: ["10", "10", "12"] } }]);
  finding = `F4:${form}:total:executed`;
});
afterEach(async () => {
  connection.closeSync();
  await rm(folder, { recursive: true });
});

const write = (content: string | Uint8Array) => writeFile(join(folder, "decisions.csv"), content);

/** What becomes of a decision on the finding: of the columns after its id. */
async function decided(rest: string) {
  await write(`${HEADER}\n${finding},${rest}\n`);
  await runModels(connection, { runAt: NOW });
  return row(connection, "select * from mart.decisions");
}

const findingRow = () => row(connection, `select * from mart.findings where finding_id = '${finding}'`);

describe("a decision", () => {
  it("stands with its finding, and is counted with its rule", async () => {
    const decision = await decided("waived,上级追加，次年补报,2031-05-06,预算处,");
    expect(decision).toMatchObject({ line: 2, state: "in_force", note: null, until: "2031-05-06" });
    expect(await findingRow()).toMatchObject({
      decision: "waived",
      decision_state: "in_force",
      decision_reason: "上级追加，次年补报",
      decision_office: "预算处",
      severity: "error",
    });
    const counts = "findings, accepted, waived, confirmed, undecided";
    expect(await row(connection, `select ${counts} from mart.rules where rule = 'F4'`)).toEqual({
      findings: "1",
      accepted: "0",
      waived: "1",
      confirmed: "0",
      undecided: "0",
    });
  });

  it("expires after its last day", async () => {
    const { state, note } = await decided("waived,次年补报,2031-05-05,预算处,");
    expect({ state, note }).toEqual({ state: "expired", note: "已过期限 2031-05-05，请重新决定" });
    expect(await findingRow()).toMatchObject({ decision: "waived", decision_state: "expired" });
    expect(await row(connection, "select waived, undecided from mart.rules where rule = 'F4'")).toEqual({
      waived: "0",
      undecided: "1",
    });
  });

  it("goes stale when the figures change, and says which they are now", async () => {
    await runModels(connection);
    const { figures } = await findingRow();
    expect(await decided(`accepted,属实,,预算处,${figures}`)).toMatchObject({ state: "in_force" });
    await connection.run("update raw.funding set executed = 12.01");
    await runModels(connection);
    const changed = await findingRow();
    expect(changed).toMatchObject({ decision: "accepted", decision_state: "stale" });
    expect(changed.figures).not.toBe(figures);
    const { note } = await row(connection, "select note from mart.decisions");
    expect(note).toContain(`把 figures 改为 ${changed.figures}`);
  });

  it("without figures holds whatever they are", async () => {
    await decided("accepted,属实,,预算处,");
    await connection.run("update raw.funding set executed = 12.01");
    await runModels(connection);
    expect(await findingRow()).toMatchObject({ decision_state: "in_force" });
  });

  it("on a finding that is gone is kept and said", async () => {
    await connection.run("update raw.funding set executed = 10");
    expect(await decided("confirmed,请更正,,预算处,")).toMatchObject({ state: "no_finding" });
  });

  it.each([
    ["a word that is no decision", "maybe,再看看,,预算处,", "“maybe”看不懂"],
    ["no reason", "waived,,,预算处,", "缺少 reason"],
    ["no office", "waived,不问,,,", "缺少 office"],
    ["a day that there is not", "waived,不问,2031-02-30,预算处,", "“2031-02-30”不是日期"],
    ["a date in other words", "waived,不问,2031年底,预算处,", "“2031年底”不是日期"],
  ])("with %s is not used, and says why", async (_what, rest, says) => {
    const { state, note } = await decided(rest);
    expect(state).toBe("unusable");
    expect(note).toContain(says);
    expect(await findingRow()).toMatchObject({ decision: null, decision_state: null });
  });

  it("of two on one finding only the first is used", async () => {
    await write(`${HEADER}\n${finding},waived,不问,,预算处,\n${finding},confirmed,属实,,监督处,\n`);
    await runModels(connection);
    expect(await findingRow()).toMatchObject({ decision: "waived" });
    const states = await rows(connection, "select state, note from mart.decisions order by line");
    expect(states.map(({ state }) => state)).toEqual(["in_force", "unusable"]);
    expect(states[1]!.note).toContain("与第 2 行决定的是同一个问题");
  });
});

describe("the file", () => {
  it("may be missing, empty, in GB18030 or from a spreadsheet", async () => {
    await runModels(connection);
    expect(await rows(connection, "select * from mart.decisions")).toEqual([]);
    await write("");
    await runModels(connection);
    // 预算处 in GB18030, often enough for the encoding to be told.
    const office = Buffer.from("d4a4cbe3b4a6".repeat(20), "hex");
    await write(
      Buffer.concat([Buffer.from(`${HEADER}\r\n${finding},waived,x,,`), office, Buffer.from(",\r\n")]),
    );
    await runModels(connection);
    expect(await findingRow()).toMatchObject({ decision_office: "预算处".repeat(20) });
  });

  it("counts lines as an editor does, and takes columns in any order", () => {
    const text = `\ufeffoffice,until,reason,decision,finding_id,备注\n预算处,,"两行\n理由",waived,A,x\n\n预算处,,b,waived,B,\n`;
    expect(parseDecisions(text)).toMatchObject([
      { line: 2, finding_id: "A", reason: "两行\n理由", figures: "" },
      { line: 5, finding_id: "B", reason: "b" },
    ]);
  });

  it.each([
    ["lacks a column", "finding_id,decision,reason,until\n", "缺少列 office"],
    ["has a cell too many", `${HEADER}\nA,waived,甲,乙,,处,,\n`, "第 2 行有 8 个单元格"],
    ["has an open quote", `${HEADER}\nA,waived,"甲,,处,\n`, "双引号"],
  ])("that %s stops the run and leaves the models as they were", async (_what, text, says) => {
    await runModels(connection, { version: "before" });
    await write(text);
    const error = await runModels(connection).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(PipelineError);
    expect((error as PipelineError).message).toContain(says);
    expect((error as PipelineError).advice).toContain("原有数据仓库没有改动");
    expect(await row(connection, "select version from mart.run")).toEqual({ version: "before" });
  });

  it("that is no text stops the run", async () => {
    await write(new Uint8Array(200).map((_, at) => (at * 37) % 7));
    await expect(runModels(connection)).rejects.toThrow("决定文件不是文本");
  });
});
