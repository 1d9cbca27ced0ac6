import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Problem } from "../../../loaders/problem.ts";
import { openDatabase, rowsOf } from "../../../loaders/warehouse/database.ts";
import { type Building, rebuildWarehouse } from "../../../loaders/warehouse/transaction.ts";
import { holdWarehouse, kill } from "./holder.ts";

let folder: string;
let warehouse: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "transaction-"));
  warehouse = join(folder, "数据 仓库.duckdb");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write({ connection }: Building, text: string): Promise<void> {
  await connection.run(
    "INSERT INTO raw.source_lines (document_id, line, text) VALUES ('0a1b2c3d4e5f', 1, $1)",
    [text],
  );
}

async function written(): Promise<unknown> {
  const { connection, close } = await openDatabase(warehouse, { readOnly: true });
  try {
    return (await rowsOf(connection, "SELECT text FROM raw.source_lines")).flat();
  } finally {
    close();
  }
}

async function files(): Promise<string[]> {
  return (await readdir(folder)).sort();
}

const NAME = "数据 仓库.duckdb";

it("makes a warehouse, and replaces it by the next", async () => {
  const states: string[] = [];
  for (const text of ["first", "second"]) {
    await rebuildWarehouse(warehouse, async (building) => {
      states.push(building.previous);
      await write(building, text);
    });
    expect(await written()).toEqual([text]);
    expect(await files()).toEqual([NAME]);
  }
  expect(states).toEqual(["none", "attached"]);
});

it("shows the last run to the next", async () => {
  await rebuildWarehouse(warehouse, (building) => write(building, "first"));
  const seen = await rebuildWarehouse(warehouse, ({ connection }) =>
    rowsOf(connection, "SELECT text FROM previous.raw.source_lines"),
  );
  expect(seen).toEqual([["first"]]);
});

it("keeps SQL from the files of the computer", async () => {
  const secret = join(folder, "secret.txt");
  await writeFile(secret, "secret");
  const reading = rebuildWarehouse(warehouse, ({ connection }) =>
    connection.run(`SELECT * FROM read_text('${secret}')`),
  );
  await expect(reading).rejects.toThrow(/Permission Error/);
});

it("documents every raw table and column", async () => {
  await rebuildWarehouse(warehouse, async ({ connection }) => {
    const without = await rowsOf(
      connection,
      `SELECT table_name, NULL FROM duckdb_tables() WHERE schema_name = 'raw' AND comment IS NULL
       UNION ALL
       SELECT table_name, column_name FROM duckdb_columns() WHERE schema_name = 'raw' AND comment IS NULL`,
    );
    expect(without).toEqual([]);
  });
});

describe("leaves the old warehouse and nothing else", () => {
  beforeEach(() => rebuildWarehouse(warehouse, (building) => write(building, "old")));
  afterEach(async () => {
    expect(await written()).toEqual(["old"]);
    expect(await files()).toEqual([NAME]);
  });

  it("when the work fails, whose Problem comes through", async () => {
    const problem = new Problem("wrong_use", "不行", "请换一个");
    const failing = rebuildWarehouse(warehouse, async (building) => {
      await write(building, "new");
      throw problem;
    });
    await expect(failing).rejects.toBe(problem);
  });

  it("when SQL fails, as a Problem that says where", async () => {
    const failing = rebuildWarehouse(warehouse, ({ connection }) => connection.run("SELECT no_such_column"));
    await expect(failing).rejects.toMatchObject({
      kind: "failed",
      message: expect.stringContaining(warehouse),
    });
  });

  it.each([
    ["磁盘已满", Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" })],
    ["磁盘已满", new Error("IO Error: Could not write file: Disk quota exceeded")],
    ["正被其他程序打开", Object.assign(new Error("EBUSY: resource busy or locked"), { code: "EBUSY" })],
  ])("when the new file cannot be put in place: %s", async (says, error) => {
    const effects = { rename: () => Promise.reject(error) };
    const failing = rebuildWarehouse(warehouse, (building) => write(building, "new"), effects);
    await expect(failing).rejects.toMatchObject({ kind: "failed", message: expect.stringContaining(says) });
  });

  const SPILLING = "create temp table t as select md5(range::varchar) as b from range(1000000) order by b";

  it("when the disk has no room for what memory does not hold", async () => {
    const failing = rebuildWarehouse(
      warehouse,
      async ({ connection }) => {
        await connection.run("set max_temp_directory_size = '1MB'");
        await connection.run(SPILLING);
      },
      { memoryLimit: "32MB" },
    );
    await expect(failing).rejects.toMatchObject({
      message: expect.stringContaining("磁盘已满"),
      advice: expect.stringContaining("暂存"),
    });
  });

  it("when the memory limit is too small for a single value", async () => {
    const listing = "select list(b) from (select md5(range::varchar) as b from range(2000000))";
    const failing = rebuildWarehouse(warehouse, ({ connection }) => connection.run(listing), {
      memoryLimit: "32MB",
    });
    await expect(failing).rejects.toMatchObject({
      kind: "failed",
      message: expect.stringContaining("内存限额 32MB 太小"),
      advice: expect.stringContaining("--memory"),
    });
  });

  it("when a Problem of the work is about the disk, which is what has to be said", async () => {
    const failing = rebuildWarehouse(warehouse, () => {
      throw new Problem("failed", "模型无法执行：IO Error: No space left on device", "请改正这个模型。");
    });
    await expect(failing).rejects.toThrow("磁盘已满");
  });
});

it("puts to disk what a small limit of memory does not hold, and takes it away again", async () => {
  const spilled = await rebuildWarehouse(
    warehouse,
    async ({ connection }) => {
      await connection.run(
        "create temp table t as select md5(range::varchar) as b from range(1000000) order by b",
      );
      const [row] = await rowsOf<[bigint]>(
        connection,
        "select sum(size)::bigint from duckdb_temporary_files()",
      );
      return row![0];
    },
    { memoryLimit: "64MB" },
  );
  expect(Number(spilled)).toBeGreaterThan(0);
  expect(await files()).toEqual([NAME]);
});

it("takes away what a killed run has left", async () => {
  await rebuildWarehouse(warehouse, (building) => write(building, "old"));
  await kill(await holdWarehouse("rebuild", warehouse));
  expect(await files()).toContain(`${NAME}.building`);
  expect(await written()).toEqual(["old"]);
  await rebuildWarehouse(warehouse, (building) => write(building, "new"));
  expect(await written()).toEqual(["new"]);
  expect(await files()).toEqual([NAME]);
});

it("takes away what is left even when it is no database", async () => {
  await writeFile(`${warehouse}.building`, "half a page");
  await rebuildWarehouse(warehouse, (building) => write(building, "new"));
  expect(await written()).toEqual(["new"]);
  expect(await files()).toEqual([NAME]);
});

it("lets one of two runs go on and turns the other away", async () => {
  const other = await holdWarehouse("rebuild", warehouse);
  const second = rebuildWarehouse(warehouse, (building) => write(building, "second"));
  await expect(second).rejects.toMatchObject({
    kind: "failed",
    message: expect.stringContaining("另一次运行"),
  });
  expect(await files()).toContain(`${NAME}.building`);
  expect(other.exitCode).toBeNull();
});

it("folds the journal that another program has left into the old warehouse, so that the new one never meets it", async () => {
  await rebuildWarehouse(warehouse, (building) => write(building, "old"));
  const journal = await journalOf("UPDATE raw.source_lines SET text = 'journalled'");
  await writeFile(`${warehouse}.wal`, journal);
  const failing = rebuildWarehouse(warehouse, (building) => write(building, "new"), {
    rename: () => Promise.reject(new Error("pulled plug")),
  });
  await expect(failing).rejects.toThrow("pulled plug");
  expect(await written()).toEqual(["journalled"]);
  await rebuildWarehouse(warehouse, (building) => write(building, "new"));
  expect(await written()).toEqual(["new"]);
  expect(await files()).toEqual([NAME]);
});

/** The journal of a change that was committed and not yet folded in, as a killed program leaves it. */
async function journalOf(change: string): Promise<Buffer> {
  const copy = join(folder, "copy");
  await writeFile(copy, await readFile(warehouse));
  const { connection, close } = await openDatabase(copy);
  await connection.run("SET checkpoint_threshold = '1GB'");
  await connection.run(change);
  const journal = await readFile(`${copy}.wal`);
  close();
  await rm(copy);
  return journal;
}

it("starts anew on a warehouse of another layout", async () => {
  const { connection, close } = await openDatabase(warehouse);
  await connection.run("CREATE SCHEMA raw; CREATE TABLE raw.documents (id INTEGER)");
  close();
  const state = await rebuildWarehouse(warehouse, async ({ previous }) => previous);
  expect(state).toBe("unusable");
});
