import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Workspace, workspaceAt } from "../../loaders/workspace.ts";
import { fileText } from "./made-text.ts";
import { addSource, compute, jixiao, query } from "./workspace.ts";

const PATH = "2031/甲局.txt";

let workspace: Workspace;
let id: string;

beforeAll(async () => {
  workspace = workspaceAt(await mkdtemp(join(tmpdir(), "jixiao-explain-")));
  // The first form has lost its rating.
  const forms = fileText([{}, { project: "培训经费" }]).replace("评分等级\t\t优", "评分等级\t\t");
  await addSource(workspace, PATH, forms);
  await compute(workspace);
  const [form] = await query(workspace, "select form_id from raw.forms where ordinal = 2");
  id = String(form!.form_id);
  await writeFile(
    workspace.corrections,
    [
      "form_id,record,seq,field,value,reason,reviewer",
      `${id},funding,other_funds,executed,31.25,与原件核对,复核人甲`,
      `${id},form,,rating,合格,与原件核对,复核人甲`,
    ].join("\n"),
  );
  await compute(workspace);
});
afterAll(() => rm(workspace.root, { recursive: true, force: true }));

function explain(...args: string[]) {
  return jixiao(["explain", ...args, "--data", workspace.root]);
}

describe("a value", () => {
  it("is followed from the file over the line and the correction to what stands now", async () => {
    const { code, stdout } = await explain(id, "other_funds.executed");
    expect(code).toBe(0);
    expect(stdout).toContain("其他资金 · 全年执行数（万元）");
    expect(stdout).toContain(`sources/${PATH}，第 2 张表`);
    expect(stdout).toContain("│ ⇥其他资金⇥20.00⇥40.00⇥30.00⇥-⇥75.00⇥-");
    expect(stdout).toContain("读到的值：30.00");
    expect(stdout).toContain("改为 31.25，理由：与原件核对，复核人：复核人甲（corrections.csv 第 2 行）");
    expect(stdout).toContain("现在的值：31.25");
  });

  it("is the same for programs, with the lines verbatim", async () => {
    const { stdout } = await explain(id, "other_funds.executed", "--json");
    const line = "\t其他资金\t20.00\t40.00\t30.00\t-\t75.00\t-";
    expect(JSON.parse(stdout)).toMatchObject({
      command: "explain",
      exit_code: 0,
      form_id: id,
      document: { path: PATH, document_id: id.split("-")[0] },
      field: "other_funds.executed",
      lines: [{ line: 27, text: line }],
      flags: [],
      read: "30.00",
      correction: { value: "31.25", reason: "与原件核对", reviewer: "复核人甲", line: 2, problem: null },
      value: "31.25",
    });
  });

  it("shows a correction that could not be applied, and why", async () => {
    const { stdout } = await explain(id, "rating");
    expect(stdout).toMatch(/更正：改为 合格.*没有采用：“合格”不是评分等级/);
    expect(stdout).toContain("现在的值：优");
  });

  it.each([
    ["project_name", "培训经费"],
    ["fiscal_year", 2031],
    ["total_score", "97.50"],
    ["total.reported_execution_rate", "75.00"],
    ["indicator.2.name", "服务能力"],
    ["indicator.3.weight", "10.00"],
  ])("can be any of the form's: %s", async (field, value) => {
    const { code, stdout } = await explain(id, field, "--json");
    expect(code).toBe(0);
    const trace = JSON.parse(stdout);
    expect(trace).toMatchObject({ field, value, read: value });
    expect(trace.lines).toHaveLength(1);
    expect(trace.lines[0].text).toContain(String(value));
  });

  it("with a doubt shows the cell as read and the reason", async () => {
    const [flagged] = await query(
      workspace,
      "select form_id, field, as_read, reason from raw.cell_flags where field = 'rating'",
    );
    const { stdout } = await explain(String(flagged!.form_id), "rating");
    expect(stdout).toContain("读到的格：");
    expect(stdout).toContain(`——${flagged!.reason}`);
  });
});

describe("a form", () => {
  it("can be named by its id, the beginning of it, or its place", async () => {
    for (const name of [id, `${PATH}:2`]) {
      const { code, stdout } = await explain(name, "--json");
      expect(code).toBe(0);
      expect(JSON.parse(stdout).form_id).toBe(id);
    }
    const beginning = await explain(id.slice(0, -1));
    expect(beginning.code).toBe(2);
    expect(beginning.stderr).toContain("不止一张");
    expect(beginning.stderr).toContain(id);
  });

  it("without a field is shown at a glance, with every flagged cell", async () => {
    const [flagged] = await query(
      workspace,
      "select form_id, reason from raw.cell_flags where field = 'rating'",
    );
    const { code, stdout } = await explain(String(flagged!.form_id));
    expect(code).toBe(0);
    expect(stdout).toContain("other_funds  其他资金：20.00 / 40.00 / 30.00");
    expect(stdout).toContain("指标：3 项");
    const flags = await query(
      workspace,
      `select field from raw.cell_flags where form_id = '${flagged!.form_id}'`,
    );
    for (const { field } of flags) expect(stdout).toMatch(new RegExp(`^ {2}(?:\\S+\\.)?${field} `, "m"));
  });
});

describe("a name that there is not is wrong use, with the nearest there are", () => {
  it("of a form", async () => {
    const wrong = `${id.slice(0, -2)}77`;
    const { code, stderr } = await explain(wrong);
    expect(code).toBe(2);
    expect(stderr).toContain(`没有这张表单：${wrong}`);
    expect(stderr).toContain(id);
  });

  it("of a project, whose forms are named first", async () => {
    const { code, stderr } = await explain("培训");
    expect(code).toBe(2);
    expect(stderr.split("\n").find((line) => line.startsWith("  "))).toContain(id);
  });

  it("of a field", async () => {
    const { code, stderr } = await explain(id, "other_fund.execute");
    expect(code).toBe(2);
    expect(stderr).toContain("other_funds.executed");
  });
});

it("works before anything was computed, and says what is missing", async () => {
  const { code } = await jixiao(["ingest", "--data", workspace.root]);
  expect(code).toBe(0);
  const { stdout } = await explain(id, "other_funds.executed");
  expect(stdout).toContain("现在的值：尚未计算，请运行 jixiao transform");
  expect((await explain(id)).code).toBe(0);
  await compute(workspace);
});
