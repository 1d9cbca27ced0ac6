import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Workspace, workspaceAt } from "../../loaders/workspace.ts";
import { explain } from "../../src/cli/explain/explain.ts";
import { ingestStep } from "../../src/cli/steps.ts";
import { fileText } from "./made-text.ts";
import { addSource, captureOutput, compute, jixiao, query } from "./workspace.ts";

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

/** What `explain` says to people, and what it gives to programs. */
async function ask(form: string, field?: string) {
  const { output, said } = captureOutput();
  const json = (await explain(workspace, { form, field }, output)) as Record<string, unknown>;
  return { json, said: said() };
}

describe("a value", () => {
  it("is followed from the file over the line and the correction to what stands now", async () => {
    const { said } = await ask(id, "other_funds.executed");
    expect(said).toContain("其他资金 · 全年执行数（万元）  other_funds.executed");
    expect(said).toContain(`sources/${PATH}，第 2 张表`);
    expect(said).toContain("│ ⇥其他资金⇥20.00⇥40.00⇥30.00⇥-⇥75.00⇥-");
    expect(said).toContain("读到的值：30.00");
    expect(said).toContain("改为 31.25，理由：与原件核对，复核人：复核人甲（corrections.csv 第 2 行）");
    expect(said).toContain("现在的值：31.25");
  });

  it("is the same for programs, with the lines verbatim", async () => {
    const { json } = await ask(id, "other_funds.executed");
    const line = "\t其他资金\t20.00\t40.00\t30.00\t-\t75.00\t-";
    expect(json).toMatchObject({
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
    const { said } = await ask(id, "rating");
    expect(said).toMatch(/更正：改为 合格.*没有采用：“合格”不是评分等级/);
    expect(said).toContain("现在的值：优");
  });

  it.each([
    ["project_name", "培训经费"],
    ["fiscal_year", 2031],
    ["total_score", "97.50"],
    ["total.reported_execution_rate", "75.00"],
    ["indicator.2.name", "服务能力"],
    ["indicator.3.weight", "10.00"],
  ])("can be any of the form's: %s", async (field, value) => {
    const { json } = await ask(id, field);
    expect(json).toMatchObject({ field, value, read: value });
    expect(json.lines).toEqual([{ line: expect.any(Number), text: expect.stringContaining(String(value)) }]);
  });

  it("with a doubt shows the cell as read and the reason", async () => {
    const [flag] = await query(
      workspace,
      "select form_id, reason from raw.cell_flags where field = 'rating'",
    );
    const { said } = await ask(String(flag!.form_id), "rating");
    expect(said).toContain("读到的格：");
    expect(said).toContain(`——${flag!.reason}`);
  });
});

it("says when the form prints its amounts in another unit", async () => {
  const inYuan = workspaceAt(join(workspace.root, "in yuan"));
  const text = fileText([{ otherFunds: ["200000.00", "400000.00", "300000.00"] }]);
  await addSource(inYuan, PATH, text.replace("项目资金(万元)", "项目资金(元)"));
  await compute(inYuan);
  const { output, said } = captureOutput();
  await explain(inYuan, { form: `${PATH}:1`, field: "other_funds.executed" }, output);
  expect(said()).toMatch(/以元为单位.*读到的值：30\.00\n/s);
});

describe("a form", () => {
  it("can be named by its id, the beginning of it, or its place", async () => {
    for (const name of [id, `${PATH}:2`]) expect((await ask(name)).json.form_id).toBe(id);
    const alone = workspaceAt(join(workspace.root, "alone"));
    await addSource(alone, PATH, fileText());
    await compute(alone);
    const [form] = await query(alone, "select form_id from raw.forms");
    const beginning = String(form!.form_id).slice(0, 5);
    expect(await explain(alone, { form: beginning }, captureOutput().output)).toMatchObject(form!);
  });

  it("without a field is shown at a glance, with every flagged cell and every correction", async () => {
    const [flagged] = await query(workspace, "select form_id from raw.cell_flags where field = 'rating'");
    const { said } = await ask(String(flagged!.form_id));
    expect(said).toContain("other_funds  其他资金：20.00 / 40.00 / 30.00");
    expect(said).toContain("指标：3 项");
    const flags = await query(
      workspace,
      `select field from raw.cell_flags where form_id = '${flagged!.form_id}'`,
    );
    for (const { field } of flags) expect(said).toMatch(new RegExp(`^ {2}(?:\\S+\\.)?${field} `, "m"));
    expect((await ask(id)).said).toContain("更正 other_funds.executed：改为 31.25");
  });
});

describe("a name that there is not is answered with the nearest there are", () => {
  it("of a form", async () => {
    const wrong = `${id.slice(0, -2)}77`;
    await expect(ask(wrong)).rejects.toMatchObject({
      kind: "wrong_use",
      message: `没有这张表单：${wrong}`,
      advice: expect.stringContaining(id),
    });
  });

  it("of a beginning that several forms have", async () => {
    await expect(ask(id.slice(0, -1))).rejects.toMatchObject({
      message: expect.stringContaining("不止一张"),
      advice: expect.stringContaining(id),
    });
  });

  it("of a project, whose forms are named first", async () => {
    await expect(ask("培训")).rejects.toMatchObject({ advice: expect.stringMatching(`^[^\n]+\n  ${id} `) });
  });

  it("of a field", async () => {
    await expect(ask(id, "other_fund.execute")).rejects.toMatchObject({
      kind: "wrong_use",
      advice: expect.stringContaining("other_funds.executed"),
    });
  });
});

it("works before anything was computed, and says what is missing", async () => {
  await ingestStep(workspace, { readAgain: false }, captureOutput().output);
  expect((await ask(id, "other_funds.executed")).said).toContain(
    "现在的值：尚未计算，请运行 jixiao transform",
  );
  expect((await ask(id)).said).toContain("其他资金：20.00 / 40.00 / 30.00");
  await compute(workspace);
});

it("ends with 0 or 2, and gives programs a summary either way", async () => {
  const args = (field: string) => ["explain", id, field, "--json", "--data", workspace.root];
  const known = await jixiao(args("rating"));
  expect(known.code).toBe(0);
  expect(JSON.parse(known.stdout)).toMatchObject({ command: "explain", exit_code: 0, field: "rating" });
  const unknown = await jixiao(args("ratings"));
  expect(unknown.code).toBe(2);
  expect(JSON.parse(unknown.stdout)).toMatchObject({ exit_code: 2, error: { advice: expect.any(String) } });
  expect(unknown.stderr).toContain("相近的有：");
});
