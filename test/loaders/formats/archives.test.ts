/**
 * ZIP archives: every file in them is read as if it lay in a folder of the archive's name.
 */
import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { openReader } from "../../../loaders/document-reader.ts";
import { readRegularFile } from "../../../loaders/read-source.ts";
import { readSources } from "../../../loaders/read-sources.ts";
import { findSources } from "../../../loaders/sources.ts";
import { NOTHING_BEFORE } from "../../../loaders/warehouse/previous.ts";
import { makeWorkspace } from "../../cli/workspace.ts";

const fixture = (name: string): Uint8Array => readFileSync(new URL(`fixtures/${name}`, import.meta.url));

/** What each file of a workspace gives: its forms, or the code and reason of its rejection. */
async function outcomes(files: Record<string, string | Uint8Array>): Promise<Record<string, string>> {
  const { sources } = await makeWorkspace(files);
  const reader = openReader();
  const found: Record<string, string> = {};
  const effects = { readFile: readRegularFile, now: () => new Date("2031-04-05T06:07:08Z") };
  const reading = { before: NOTHING_BEFORE, reader, effects };
  for await (const { path, outcome } of readSources(await findSources(sources), reading)) {
    expect(found[path], path).toBeUndefined();
    if (outcome.kind === "rejected") found[path] = `${outcome.rejected.code}: ${outcome.rejected.reason}`;
    else found[path] = outcome.kind === "read" ? `${outcome.loaded.document.forms} forms` : outcome.kind;
  }
  await reader.close();
  return found;
}

test("folders in archives in folders, files of every format, droppings left out, what cannot be read named", async () => {
  const inner = zipSync({ "表.csv": fixture("one-form.csv") });
  const archive = zipSync({
    "甲局/自评表.xlsx": fixture("several-sheets.xlsx"),
    "甲局/报告.docx": fixture("report.docx"),
    "乙局/通知.txt": strToU8("关于填报自评表的通知\n请按时填报。\n"),
    "乙局/里面.zip": inner,
    "__MACOSX/._自评表.xlsx": strToU8("x"),
    "甲局/~$自评表.xlsx": strToU8("x"),
  });
  const found = await outcomes({ "2024/各单位.zip": archive, "2024/表.csv": fixture("one-form.csv") });
  expect(Object.keys(found).sort()).toEqual([
    "2024/各单位.zip/乙局/通知.txt",
    "2024/各单位.zip/乙局/里面.zip",
    "2024/各单位.zip/甲局/报告.docx",
    "2024/各单位.zip/甲局/自评表.xlsx",
    "2024/表.csv",
  ]);
  expect(found["2024/各单位.zip/甲局/自评表.xlsx"]).toBe("3 forms");
  expect(found["2024/各单位.zip/甲局/报告.docx"]).toBe("2 forms");
  expect(found["2024/各单位.zip/乙局/通知.txt"]).toMatch(/^no_form/);
  expect(found["2024/各单位.zip/乙局/里面.zip"]).toMatch(/^unknown_format: .*压缩包里的压缩包/);
});

test("the same file twice in an archive counts once", async () => {
  const csv = fixture("one-form.csv");
  const found = await outcomes({ "2024/各单位.zip": zipSync({ "a.csv": csv, "b.csv": csv }) });
  expect(found["2024/各单位.zip/a.csv"]).toBe("1 forms");
  expect(found["2024/各单位.zip/b.csv"]).toMatch(/^duplicate/);
});

test("a name that leads out of the archive is not followed, one in GB18030 is read", async () => {
  const archive = Buffer.from(
    zipSync({ "..\\xx.csv": fixture("one-form.csv"), "1234": fixture("one-form.csv") }),
  );
  // 甲局 in the encoding in which Windows packs names.
  const name = Buffer.from([0xbc, 0xd7, 0xbe, 0xd6]);
  for (let at = archive.indexOf("1234"); at >= 0; at = archive.indexOf("1234", at + 4))
    name.copy(archive, at);
  const found = await outcomes({ "2024/各单位.zip": archive });
  expect(found["2024/各单位.zip/../xx.csv"]).toMatch(/^damaged: .*指向压缩包之外/);
  expect(found["2024/各单位.zip/甲局"]).toBe("1 forms");
});

test("an archive that unpacks to a thousand times its size, and one that was cut off, are turned down whole", async () => {
  const bomb = zipSync({ "表.txt": new Uint8Array(20 * 1024 * 1024) });
  const whole = zipSync({ "表.csv": fixture("one-form.csv") });
  const found = await outcomes({ "a.zip": bomb, "b.zip": whole.subarray(0, 500), "c.zip": zipSync({}) });
  expect(found["a.zip"]).toMatch(/^too_large: a.zip 解开后有 20 MB/);
  expect(found["b.zip"]).toMatch(/^damaged: b.zip 已损坏/);
  expect(found["c.zip"]).toMatch(/^empty: c.zip 是空的压缩包/);
});

test("parts that are encrypted say so", async () => {
  const archive = Buffer.from(zipSync({ "表.csv": fixture("one-form.csv") }));
  // The flag of encryption in both headers of the part.
  for (const [signature, flags] of [
    ["PK\x03\x04", 6],
    ["PK\x01\x02", 8],
  ] as const) {
    const at = archive.indexOf(Buffer.from(signature, "latin1")) + flags;
    archive.writeUInt16LE(archive.readUInt16LE(at) | 1, at);
  }
  const found = await outcomes({ "各单位.zip": archive });
  expect(found["各单位.zip/表.csv"]).toMatch(/^protected: .*设有解压密码/);
});
