import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { type ReadDocument, UnreadableDocument } from "../../../loaders/document.ts";
import {
  type DocumentReader,
  type ReadingFunctions,
  readerOfThisThread,
} from "../../../loaders/document-reader.ts";
import { type IngestEffects, type IngestSummary, ingest } from "../../../loaders/ingest.ts";
import { readRegularFile } from "../../../loaders/read-source.ts";
import { READER_VERSION } from "../../../loaders/reader-version.ts";
import { ThreadLost } from "../../../loaders/threads/pool.ts";
import { openDatabase } from "../../../loaders/warehouse/database.ts";
import { rebuildWarehouse } from "../../../loaders/warehouse/transaction.ts";
import type { Workspace } from "../../../loaders/workspace.ts";
import { addSource, makeWorkspace, query } from "../../cli/workspace.ts";
import { madeForm } from "../warehouse/made-form.ts";

/** A reader that finds a form for each line. */
function readLines(bytes: Uint8Array): ReadDocument {
  const lines = new TextDecoder().decode(bytes).split("\n");
  const forms = lines.map((text, index) => {
    const form = madeForm(index + 1);
    return { ...form, sheet: 1, projectName: { ...form.projectName, value: text } };
  });
  const source = lines.map((text, index) => ({ sheet: 1, line: index + 1, text, place: null }));
  return { format: "text", encoding: "utf-8", lines: source, forms, passedOver: [] };
}

function read(
  workspace: Workspace,
  {
    readDocument = readLines,
    cellFlags = () => [],
    ...effects
  }: Partial<IngestEffects & ReadingFunctions> = {},
  readAgain = false,
): Promise<IngestSummary> {
  const openReader = () => readerOfThisThread({ readDocument, cellFlags });
  return rebuildWarehouse(workspace.warehouse, (building) =>
    ingest(workspace, building, { readAgain, effects: { openReader, ...effects } }),
  );
}

/** Every raw table of a warehouse, row by row. */
async function content(workspace: Workspace): Promise<Record<string, unknown[]>> {
  const tables: Record<string, unknown[]> = {};
  const names = await query(workspace, "select table_name from duckdb_tables() where schema_name = 'raw'");
  for (const { table_name } of names) {
    tables[String(table_name)] = await query(workspace, `select * from raw.${table_name} order by all`);
  }
  return tables;
}

it("puts all that a form says into the raw tables", async () => {
  const workspace = await makeWorkspace({ "2031/甲局 第一份.txt": "活动经费" });
  const summary = await read(workspace, {
    now: () => new Date("2031-04-05T06:07:08Z"),
    cellFlags: () => [
      {
        record: "indicator",
        seq: "1",
        field: "name",
        status: "repaired",
        asRead: "开展活⇥动场次",
        value: "开展活动场次",
        reason: "两格相连",
        line: 12,
      },
    ],
  });
  expect(summary).toMatchObject({ documents: 1, read: 1, reused: 0, forms: 1, rejected: [], duplicates: [] });
  const { documents, forms, funding, indicators, cell_flags, source_lines } = await content(workspace);
  const [document] = documents as { document_id: string; sha256: string }[];
  expect(document!.sha256.slice(0, 12)).toBe(document!.document_id);
  expect(document).toMatchObject({
    path: "2031/甲局 第一份.txt",
    bytes: String(Buffer.byteLength("活动经费")),
    forms: 1,
    lines: 1,
    reader_version: READER_VERSION,
    ingested_at: "2031-04-05 06:07:08",
  });
  const form_id = `${document!.document_id}-01`;
  expect(source_lines).toEqual([
    { document_id: document!.document_id, line: 1, text: "活动经费", sheet: 1, place: null },
  ]);
  expect(forms).toMatchObject([
    { form_id, project_name: "活动经费", fiscal_year: 2031, total_score: "97.500000" },
  ]);
  expect(funding).toMatchObject([{ form_id, source: "total", position: 1, executed: "30.000000", line: 5 }]);
  expect(indicators).toMatchObject([{ form_id, seq: 1, weight: "90.000000", line: 12, last_line: 13 }]);
  expect(cell_flags).toMatchObject([{ form_id, record: "indicator", as_read: "开展活⇥动场次", line: 12 }]);
});

it("does not read a file again that this version of the reader has read", async () => {
  const workspace = await makeWorkspace({ "a.txt": "活动经费", "b.txt": "培训经费" });
  await read(workspace);
  const before = await content(workspace);
  const readDocument = vi.fn(readLines);
  const summary = await read(workspace, { readDocument });
  expect(readDocument).not.toHaveBeenCalled();
  expect(summary).toMatchObject({ documents: 2, read: 0, reused: 2, forms: 2 });
  expect(await content(workspace)).toEqual(before);
});

it("reads a file again that has changed, is new or has moved, and forgets one that is gone", async () => {
  const workspace = await makeWorkspace({ "a.txt": "甲", "b.txt": "乙", "c.txt": "丙", "d.txt": "丁" });
  await read(workspace);
  await addSource(workspace, "b.txt", "乙二");
  await addSource(workspace, "e.txt", "戊");
  await rename(join(workspace.sources, "c.txt"), join(workspace.sources, "f.txt"));
  await rm(join(workspace.sources, "d.txt"));
  const readDocument = vi.fn((bytes: Uint8Array, _path: string) => readLines(bytes));
  const summary = await read(workspace, { readDocument });
  expect(readDocument.mock.calls.map(([, path]) => path)).toEqual(["b.txt", "e.txt", "f.txt"]);
  expect(summary).toMatchObject({ documents: 4, read: 3, reused: 1 });
  const names = await query(
    workspace,
    "select path, project_name from raw.forms join raw.documents using (document_id) order by path",
  );
  expect(names.map(({ path, project_name }) => [path, project_name])).toEqual([
    ["a.txt", "甲"],
    ["b.txt", "乙二"],
    ["e.txt", "戊"],
    ["f.txt", "丙"],
  ]);
});

it("reads everything again when told to, or when another version of the reader had read it", async () => {
  const workspace = await makeWorkspace({ "a.txt": "活动经费" });
  await read(workspace);
  expect(await read(workspace, {}, true)).toMatchObject({ read: 1, reused: 0 });
  const { connection, close } = await openDatabase(workspace.warehouse);
  await connection.run("UPDATE raw.documents SET reader_version = 'older'");
  close();
  expect(await read(workspace)).toMatchObject({ read: 1, reused: 0 });
});

it("does not depend on the order in which files came", async () => {
  const now = () => new Date("2031-04-05T06:07:08Z");
  const files = { "2031/b.txt": "甲\n乙", "2031/a.txt": "丙", "2030/c.txt": "丁", "copy.txt": "丙" };
  const inOneRun = await makeWorkspace(files);
  await read(inOneRun, { now });
  const oneByOne = await makeWorkspace();
  for (const [path, content] of Object.entries(files).reverse()) {
    await addSource(oneByOne, path, content);
    await read(oneByOne, { now });
  }
  expect(await content(oneByOne)).toEqual(await content(inOneRun));
});

it("counts files with the same bytes once, and says so", async () => {
  const workspace = await makeWorkspace({ "2031/甲.txt": "活动经费", "2032/甲 副本.txt": "活动经费" });
  for (const run of ["first", "second"]) {
    const { documents, forms, rejected, duplicates } = await read(workspace);
    expect({ documents, forms, rejected }, run).toEqual({ documents: 1, forms: 1, rejected: [] });
    expect(duplicates).toMatchObject([{ path: "2032/甲 副本.txt", code: "duplicate" }]);
    expect(duplicates[0]!.reason).toContain("2031/甲.txt");
  }
});

it("reports a file that the disk refuses, and looks at it again with the next run", async () => {
  const workspace = await makeWorkspace({ "a.txt": "甲", "b.txt": "乙" });
  const refusing = async (location: string) => {
    if (location.endsWith("a.txt")) throw Object.assign(new Error("EACCES"), { code: "EACCES" });
    return readRegularFile(location);
  };
  const { documents, rejected } = await read(workspace, { readFile: refusing });
  expect(documents).toBe(1);
  expect(rejected).toMatchObject([
    { path: "a.txt", code: "unreadable", sha256: null, reason: "无法打开 a.txt：没有读取权限" },
  ]);
  expect(await read(workspace)).toMatchObject({ documents: 2, rejected: [] });
});

it("does not look again at a file that the reader has turned down, and still reports it", async () => {
  const workspace = await makeWorkspace({ "a.txt": "甲", "b.rar": "Rar!" });
  const readDocument = vi.fn((bytes: Uint8Array, path: string) => {
    if (path === "b.rar") throw new UnreadableDocument("unknown_format", `${path} 读不了`, "请另存。");
    return readLines(bytes);
  });
  const first = await read(workspace, { readDocument, now: () => new Date("2031-04-05T06:07:08Z") });
  const second = await read(workspace, { readDocument });
  expect(readDocument).toHaveBeenCalledTimes(2);
  expect(first.rejected).toMatchObject([{ path: "b.rar", code: "unknown_format" }]);
  expect(second.rejected).toEqual(first.rejected);
});

it("goes on when the reader fails on one file, and says which", async () => {
  const workspace = await makeWorkspace({ "a.txt": "甲", "b.txt": "乙" });
  const readDocument = (bytes: Uint8Array, path: string) => {
    if (path === "a.txt") throw new TypeError("cells is undefined");
    return readLines(bytes);
  };
  const { documents, rejected } = await read(workspace, { readDocument });
  expect(documents).toBe(1);
  expect(rejected).toMatchObject([{ path: "a.txt", code: "unreadable" }]);
  expect(rejected[0]!.reason).toContain("cells is undefined");
});

it("goes on when a thread is lost with a file, says which, and reads that one with the next run", async () => {
  const workspace = await makeWorkspace({ "a.txt": "甲", "b.txt": "乙" });
  const openReader = () => {
    const reader = readerOfThisThread({ readDocument: readLines, cellFlags: () => [] });
    const losing: DocumentReader["read"] = async (request) => {
      if (request.path === "a.txt")
        throw new ThreadLost("Worker terminated due to reaching memory limit", true);
      return reader.read(request);
    };
    return { ...reader, read: losing };
  };
  const { documents, rejected } = await read(workspace, { openReader });
  expect(documents).toBe(1);
  expect(rejected).toMatchObject([{ path: "a.txt", code: "interrupted" }]);
  expect(rejected[0]!.reason).toContain("memory limit");
  expect(await read(workspace)).toMatchObject({ documents: 2, read: 1, reused: 1, rejected: [] });
});

it("keeps the corrections, and the last warehouse when they cannot be read", async () => {
  const workspace = await makeWorkspace({ "a.txt": "甲" });
  const csv = (text: string) => async (location: string) =>
    location === workspace.corrections ? Buffer.from(text) : readRegularFile(location);
  const header = "form_id,record,seq,field,value,reason,reviewer";
  const good = "0a1b2c3d4e5f-01,form,,rating,优,与原件核对,复核人甲";
  const summary = await read(workspace, { readFile: csv(`${header}\r\n${good}\r\n,,,,,,\r\n`) });
  expect(summary).toMatchObject({ corrections: 1, correctionProblems: [{ line: 3 }] });
  const before = await content(workspace);
  expect(before.corrections).toMatchObject([{ form_id: "0a1b2c3d4e5f-01", value: "优", line: 2 }]);
  await expect(read(workspace, { readFile: csv("form_id\n") })).rejects.toThrow("缺少列");
  expect(await content(workspace)).toEqual(before);
});

it("tells how far it has come", async () => {
  const workspace = await makeWorkspace({ "a.txt": "甲", "b.txt": "乙" });
  const steps: unknown[] = [];
  await read(workspace, { onProgress: (progress) => steps.push(progress) });
  expect(steps).toEqual([
    { path: "a.txt", done: 0, total: 2 },
    { path: "b.txt", done: 1, total: 2 },
  ]);
});
