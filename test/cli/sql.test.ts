import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Workspace, workspaceAt } from "../../loaders/workspace.ts";
import { answerObjects, csvText, tableText } from "../../pipelines/explore/answer-text.ts";
import { fileText } from "./made-text.ts";
import { addSource, compute, jixiao, makeWorkspace } from "./workspace.ts";

let workspace: Workspace;
beforeAll(async () => {
  workspace = workspaceAt(await mkdtemp(join(tmpdir(), "jixiao-sql-")));
  await addSource(workspace, "2031/甲局.txt", fileText());
  await compute(workspace);
});
afterAll(() => rm(workspace.root, { recursive: true, force: true }));

const sql = (...args: string[]) => jixiao(["sql", ...args, "--data", workspace.root]);
const QUESTION =
  "select source, executed, null as nothing from mart.year_execution where executed > 0 order by 1";

describe("a question", () => {
  it("is answered with a table, money with its decimals", async () => {
    const { code, stdout, stderr } = await sql(QUESTION);
    expect(code, stderr).toBe(0);
    expect(stdout).toBe(
      [
        "source        executed  nothing",
        "───────────  ─────────  ───────",
        "other_funds  30.000000",
        "total        30.000000",
        "",
        "共 2 行。",
        "",
      ].join("\n"),
    );
  });

  it("is answered as CSV and as JSON", async () => {
    const csv = await sql(QUESTION, "--format", "csv");
    expect(csv.stdout).toBe("source,executed,nothing\nother_funds,30.000000,\ntotal,30.000000,\n");
    const rows = [
      { source: "other_funds", executed: "30.000000", nothing: null },
      { source: "total", executed: "30.000000", nothing: null },
    ];
    expect(JSON.parse((await sql(QUESTION, "--format", "json")).stdout)).toEqual(rows);
    expect(JSON.parse((await sql(QUESTION, "--json")).stdout)).toMatchObject({
      command: "sql",
      exit_code: 0,
      columns: ["source", "executed", "nothing"],
      rows,
    });
  });
});

describe("the warehouse stays as it is, and nothing else is reached", () => {
  const cases: [sql: string, says: string][] = [
    ["delete from mart.forms", "只能查询"],
    ["attach 'elsewhere.duckdb' as elsewhere", "只能查询"],
    ["select 1; drop table mart.forms", "应当只有一条 SQL，实有 2 条"],
    [" ", "没有给出 SQL"],
    ["select * from read_text('package.json')", "无法执行"],
    ["selekt 1", "syntax error"],
    ["select nothing from mart.forms", "nothing"],
  ];
  it.each(cases)("%s", async (question, says) => {
    const before = await readFile(workspace.warehouse);
    const { code, stdout, stderr } = await sql(question);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect((await readFile(workspace.warehouse)).equals(before)).toBe(true);
  });

  it("says what to run where there is no warehouse", async () => {
    const empty = await makeWorkspace();
    const { code, stderr } = await jixiao(["sql", "select 1", "--data", empty.root]);
    expect(code).toBe(2);
    expect(stderr).toContain("jixiao run");
  });
});

describe("an answer as text", () => {
  const answer = {
    columns: ["单位", "n", "n"],
    rows: [
      ["甲局，本级", "2", null],
      ["乙\t所\n二", "-10.5", { a: [1] }],
    ],
  };

  it("lines up Chinese, numbers to the right, a row a line", () => {
    expect(tableText(answer)).toBe(
      '单位            n  n\n──────────  ─────  ─────────\n甲局，本级      2\n乙⇥所⏎二    -10.5  {"a":[1]}\n',
    );
  });

  it("reads back from CSV", () => {
    expect(parse(csvText(answer))).toEqual([
      ["单位", "n", "n"],
      ["甲局，本级", "2", ""],
      ["乙\t所\n二", "-10.5", '{"a":[1]}'],
    ]);
  });

  it("keeps both of two columns of one name", () => {
    expect(answerObjects(answer)[1]).toEqual({ 单位: "乙\t所\n二", n: "-10.5", n_2: { a: [1] } });
  });
});
