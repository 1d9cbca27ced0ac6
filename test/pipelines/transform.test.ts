import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lineage, PIPELINES_FOLDER, PipelineError, runModels } from "../../pipelines/transform.ts";
import { addForms, emptyWarehouse, row, rows } from "./warehouse.ts";

let connection: DuckDBConnection;
let folder: string;

beforeEach(async () => {
  connection = await emptyWarehouse();
  folder = await mkdtemp(join(tmpdir(), "pipelines-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs models, checks and tests given as `schema/name`, `checks/name` and `tests/name` → SQL. */
async function run(files: Record<string, string>) {
  for (const [name, sql] of Object.entries(files)) {
    const file = join(folder, /^(checks|tests)\//.test(name) ? "" : "models", `${name}.sql`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, sql);
  }
  return runModels(connection, { folder });
}

const head = (...columns: string[]) =>
  ["-- 说明", "--", ...columns.map((name) => `-- ${name}: 一列`), ""].join("\n");

describe("the order of models", () => {
  it("follows what they read, through joins by name, steps and subqueries", async () => {
    const { models } = await run({
      "core/a": `${head("x")}with b as (select * from core.b), c as (select * from core.c) select x from b join c using (x)`,
      "core/b": `${head("x")}select x from core.d where x in (select x from staging.e)`,
      "core/c": `${head("x")}select 1 as x`,
      "core/d": `${head("x")}select 1 as x`,
      "staging/e": `${head("x")}select 1 as x`,
    });
    expect(models).toEqual(["staging.e", "core.d", "core.b", "core.c", "core.a"]);
  });

  it("is that of the product's own models: each after what it reads, down to raw", async () => {
    const graph = await lineage(connection, PIPELINES_FOLDER);
    const built = new Set<string>();
    for (const { schema, name, reads } of graph) {
      for (const read of reads)
        expect(read.startsWith("raw.") || built.has(read), `${name} ← ${read}`).toBe(true);
      built.add(`${schema}.${name}`);
    }
    const execution = graph.find(({ schema, name }) => schema === "mart" && name === "execution");
    expect(execution?.reads).toEqual(["core.execution"]);
  });

  it.each([
    [
      "a cycle",
      { "core/a": `${head("x")}select * from core.b`, "core/b": `${head("x")}select * from core.a` },
      "模型互相读取，成了一个圈：core.a → core.b → core.a",
    ],
    ["a model that reads itself", { "core/a": `${head("x")}select * from core.a` }, "core.a → core.a"],
    [
      "a table that is not there",
      { "core/a": `${head("x")}select * from staging.nowhere` },
      "core/a.sql 读取的表 staging.nowhere 不存在",
    ],
    [
      "a table without its schema",
      { "core/a": `${head("x")}select * from nowhere` },
      "core/a.sql 读取的表 nowhere 没有写明所属层",
    ],
    [
      "a layer that comes later",
      { "staging/a": `${head("x")}select * from mart.b`, "mart/b": `${head("x")}select 1 as x` },
      "staging/a.sql 读取了后一层的表 mart.b",
    ],
    ["no SELECT", { "core/a": `${head("x")}drop table raw.forms` }, "core/a.sql 不是一条能读懂的 SELECT"],
    [
      "a slip of the pen",
      { "core/a": `${head("x")}\n\nselekt 1 as x` },
      "core/a.sql 第 6 行不是一条能读懂的 SELECT",
    ],
    [
      "two statements",
      { "core/a": `${head("x")}select 1 as x; select 2 as x` },
      "应当只有一条 SELECT，实有 2 条",
    ],
    ["an unknown function", { "core/a": `${head("x")}select nothing(1) as x` }, "模型 core/a.sql 无法执行"],
    ["a name that no table can have", { "core/A-b": `${head("x")}select 1 as x` }, "core/A-b.sql"],
  ])("refuses %s", async (_what, files, message) => {
    const error = await run(files).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(PipelineError);
    expect((error as PipelineError).message).toContain(message);
    expect((error as PipelineError).advice).toMatch(/\p{Script=Han}/u);
  });
});

describe("the head of a model", () => {
  it("becomes the comments of its table, or view, and columns", async () => {
    await run({
      "mart/t": "-- 首段写两行，\r\n-- 合成一句。\r\n--\r\n-- x: 金额，\r\n--   '万元'\r\n\r\nselect 1 as x",
      "mart/v": `${head("x").replace("--\n", "--\n-- @view\n")}select 1 as x`,
    });
    const comments = await rows(
      connection,
      `select table_name as name, comment from duckdb_tables() where schema_name = 'mart'
       union all select view_name, comment from duckdb_views() where schema_name = 'mart'
       union all select table_name || '.' || column_name, comment from duckdb_columns() where schema_name = 'mart'
       order by name`,
    );
    expect(comments).toEqual([
      { name: "t", comment: "首段写两行，合成一句。" },
      { name: "t.x", comment: "金额，'万元'" },
      { name: "v", comment: "说明" },
      { name: "v.x", comment: "一列" },
    ]);
  });

  it.each([
    ["no description", "-- x: 一列\nselect 1 as x", "模型 mart/a.sql 没有说明"],
    ["no head", "select 1 as x", "模型 mart/a.sql 没有说明"],
    [
      "a column without a comment",
      `${head("x")}select 1 as x, 2 as y, 3 as z`,
      "mart/a.sql 有列没有说明：y、z",
    ],
    ["a comment without a column", `${head("x", "y")}select 1 as x`, "mart/a.sql 说明了不存在的列：y"],
    ["a column described twice", `${head("x", "x")}select 1 as x`, "mart/a.sql 把列 x 说明了两次"],
    ["a line that says nothing known", "-- 说明\n--\n-- @tabel\nselect 1 as x", "看不懂：@tabel"],
  ])("fails the build: %s", async (_what, sql, message) => {
    await expect(run({ "mart/a": sql })).rejects.toThrow(message);
  });

  it("is complete for the product's own models", async () => {
    await runModels(connection);
    const columns = await rows(
      connection,
      `select table_name, column_name, comment from duckdb_columns() where schema_name in ('staging', 'checks', 'core', 'mart')`,
    );
    expect(columns.length).toBeGreaterThan(200);
    const bare = columns.filter(({ comment }) => !/\p{Script=Han}/u.test(String(comment)));
    expect(bare).toEqual([]);
  });
});

describe("data tests", () => {
  const good = { "mart/a": `${head("x")}select 7 as x` };

  it("pass when they find nothing", async () => {
    const summary = await run({
      ...good,
      "tests/none_negative": "-- 不为负\nselect x from mart.a where x < 0",
    });
    expect(summary).toEqual({ models: ["mart.a"], tests: 1 });
  });

  it("stop the run with the rule and the first rows, and leave the models of the run before", async () => {
    await run(good);
    const files = {
      "mart/a": `${head("x")}select unnest([1, 2, null, 4, 5, 6]) as x`,
      "tests/is_seven": "-- 都是七\nselect x from mart.a where x is distinct from 7",
    };
    await expect(run(files)).rejects.toThrow(
      "数据检验未通过：tests/is_seven.sql（都是七）有 6 行不符，前 5 行：\n  x=1\n  x=2\n  x=空\n  x=4\n  x=5",
    );
    expect(await rows(connection, "select x from mart.a")).toEqual([{ x: 7 }]);
  });

  it("must say what must hold, and be a SELECT", async () => {
    await expect(run({ ...good, "tests/mute": "select 1" })).rejects.toThrow("tests/mute.sql 没有说明");
    await rm(join(folder, "tests"), { recursive: true });
    await expect(run({ ...good, "tests/odd": "-- 说明\ndrop table mart.a" })).rejects.toThrow(
      "tests/odd.sql",
    );
  });

  it("of the product find a form that is filed under no document", async () => {
    await addForms(connection, [{ funding: { total: ["1", "1", "1"] } }]);
    await connection.run("update raw.forms set document_id = 'ffffffffffff'");
    await expect(runModels(connection)).rejects.toThrow(/references_hold.*\n.*ffffffffffff/);
  });
});

describe("a run", () => {
  it("can be repeated, and says when it was and what it held", async () => {
    await addForms(connection, [{}, {}]);
    await connection.run(
      "insert into raw.rejected values ('2031/空.txt', null, 0, 'empty', '文件是空的', '请重新导出', '1', now())",
    );
    await connection.run(
      "insert into raw.source_lines (document_id, line, text) values ('0a1b2c3d4e5f', 1, '项目⇥名称')",
    );
    await runModels(connection);
    await runModels(connection, { runAt: new Date("2031-02-03T04:05:06Z"), version: "9.9.9" });
    expect(await row(connection, "select * from mart.run")).toEqual({
      run_at: "2031-02-03 04:05:06",
      version: "9.9.9",
      documents: "1",
      forms: "2",
      rejected: "1",
      rules_version: expect.stringMatching(/^[0-9a-f]{12}$/),
      synthetic: false,
    });
    expect(await row(connection, "select path, code from mart.rejected")).toEqual({
      path: "2031/空.txt",
      code: "empty",
    });
    expect(await row(connection, "select text from mart.source_lines")).toEqual({ text: "项目⇥名称" });
  });

  it("that cannot be written says why, whatever has become of its transaction", async () => {
    const full = new Error("IO Error: Could not write file: No space left on device");
    const onFullDisk = new Proxy(connection, {
      get(target, name) {
        if (name !== "run") return Reflect.get(target, name).bind?.(target) ?? Reflect.get(target, name);
        return async (sql: string) => {
          if (sql !== "commit") return target.run(sql);
          // As DuckDB does: a commit that fails ends the transaction.
          await target.run("rollback");
          throw full;
        };
      },
    });
    const error = await runModels(onFullDisk).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(PipelineError);
    expect(error).toMatchObject({ message: expect.stringContaining("No space left on device"), cause: full });
    expect((error as PipelineError).advice).toContain("磁盘空间");
    await runModels(connection);
  });

  it("tells how far it is", async () => {
    const told: string[] = [];
    const { models } = await runModels(connection, {
      onProgress: ({ done, total, model }) => told.push(`${done}/${total} ${model}`),
    });
    expect(told).toEqual(models.map((model, done) => `${done}/${models.length} ${model}`));
  });
});
