/**
 * Files that are not what they should be: each is turned down with a clear message, within limits of time and memory.
 */
import { readFileSync } from "node:fs";
import { strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { openDocument, type ReadDocument, UnreadableDocument } from "../../../loaders/document.ts";
import { readApart } from "../../../loaders/readers/apart/read-apart.ts";
import { Refusal } from "../../../loaders/readers/refusal.ts";
import { scannedPdf, unmappedPdf } from "./made-pdf.ts";

const fixture = (name: string): Uint8Array => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const open = (bytes: Uint8Array, name: string): Promise<ReadDocument> => openDocument(bytes, `2024/${name}`);

/** Why a file is turned down; its message names the file, its advice begins with what to do. */
async function refusal(bytes: Uint8Array, name: string): Promise<UnreadableDocument> {
  const error: unknown = await open(bytes, name).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UnreadableDocument);
  const { message, advice } = error as UnreadableDocument;
  expect(message.startsWith(`2024/${name} `)).toBe(true);
  expect(advice).toMatch(/请/);
  return error as UnreadableDocument;
}

/** A packed fixture with some of its parts written anew. */
function repacked(name: string, change: (parts: Record<string, Uint8Array>) => Zippable): Uint8Array {
  return zipSync(change(unzipSync(fixture(name))), { level: 1 });
}

describe("a file with a password", () => {
  test.each(["xlsx", "xls", "ods", "docx", "pdf"])("as .%s says so", async (format) => {
    const { code, message } = await refusal(fixture(`password.${format}`), `表.${format}`);
    expect(code).toBe("protected");
    expect(message).toContain("设有打开密码");
  });
});

describe("a file that was cut off", () => {
  test.each(["one-form.xlsx", "one-form.xls", "one-form.ods", "report.docx"])(
    "%s is damaged",
    async (name) => {
      const whole = fixture(name);
      const { code } = await refusal(whole.subarray(0, Math.floor(whole.length / 2)), name);
      expect(code).toBe("damaged");
    },
  );

  test("a PDF without its end is read as far as it goes, or damaged", async () => {
    const whole = fixture("one-form.pdf");
    const error: unknown = await open(whole.subarray(0, 20_000), "表.pdf").catch((reason: unknown) => reason);
    if (error instanceof UnreadableDocument) expect(error.code).toMatch(/damaged|scanned|no_form/);
    else expect((error as ReadDocument).forms.length).toBeGreaterThan(0);
  });
});

describe("a file under a wrong name is what its content says", () => {
  test.each([
    ["one-form.html", "表.xls", "html"],
    ["one-form.xlsx", "表.xls", "xlsx"],
    ["one-form.xls", "表.xlsx", "xls"],
    ["one-form.csv", "表.xls", "csv"],
    ["report.docx", "报告.doc", "docx"],
    ["one-form.pdf", "表.txt", "pdf"],
  ])("%s as %s", async (name, called, format) => {
    expect(await open(fixture(name), called)).toMatchObject({
      format,
      forms: { length: name.startsWith("report") ? 2 : 1 },
    });
  });

  test.each([
    ["{\\rtf1 自评表}", "RTF"],
    ["Rar!\u001a\u0007", "压缩包"],
    ["MIME-Version: 1.0\r\nContent-Type: multipart/related", ".mht"],
  ])("%s has no reader", async (content, what) => {
    const { code, message } = await refusal(strToU8(content), "表.xls");
    expect(code).toBe("unknown_format");
    expect(message).toContain(what);
  });
});

describe("a file that would take all memory or time", () => {
  test("a part that unpacks to a thousand times its size is not unpacked", async () => {
    const bomb = repacked("one-form.xlsx", (parts) => ({
      ...parts,
      "xl/worksheets/sheet1.xml": new Uint8Array(20 * 1024 * 1024),
    }));
    const { code, message } = await refusal(bomb, "表.xlsx");
    expect(code).toBe("too_large");
    expect(message).toMatch(/解开后有 \d+ MB/);
  });

  test("a part that unpacks to more than it says is damaged", async () => {
    const packed = repacked("report.docx", (parts) => parts);
    const view = Buffer.from(packed);
    const header = view.indexOf(Buffer.from("PK\x01\x02", "latin1"));
    // The size of the first part in the directory of the file.
    view.writeUInt32LE(7, header + 24);
    expect((await refusal(view, "报告.docx")).code).toBe("damaged");
  });

  test("a million empty rows under a form are not looked at one by one", async () => {
    const rows = Array.from({ length: 1_000_000 }, (_, index) => `<row r="${index + 30}"/>`).join("");
    const tall = repacked("one-form.xlsx", (parts) => {
      const sheet = Buffer.from(parts["xl/worksheets/sheet1.xml"]!).toString();
      return {
        ...parts,
        "xl/worksheets/sheet1.xml": strToU8(sheet.replace("</sheetData>", `${rows}</sheetData>`)),
      };
    });
    const { forms, lines } = await open(tall, "表.xlsx");
    expect(forms).toHaveLength(1);
    expect(lines).toHaveLength(23);
  });

  test("a file that is not read within its time costs no other", async () => {
    const file = { kind: "workbook", format: "xlsx" } as const;
    const late = readApart(file, fixture("several-sheets.xlsx"), { seconds: 0.001, heapMib: 256 });
    await expect(late).rejects.toMatchObject({ code: "too_large" });
    await expect(late).rejects.toBeInstanceOf(Refusal);
    expect((await readApart(file, fixture("one-form.xlsx"))).sheets).toHaveLength(1);
  });
});

describe("links and entities in Office XML lead nowhere", () => {
  const secret = new URL("office/truths.ts", import.meta.url).href;
  const bomb = `<!DOCTYPE x [<!ENTITY s SYSTEM "${secret}"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;

  test.each([
    ["report.docx", "word/document.xml", "一、总体情况"],
    ["one-form.xlsx", "xl/sharedStrings.xml", "河道保洁经费"],
    ["one-form.ods", "content.xml", "河道保洁经费"],
  ])("in %s", async (name, part, word) => {
    const bytes = repacked(name, (parts) => {
      const xml = Buffer.from(parts[part]!).toString();
      const poisoned = xml.replace(/^(<\?xml[^>]*\?>)?/, `$1${bomb}`).replace(word, "&s;&b;");
      return { ...parts, [part]: strToU8(poisoned) };
    });
    const outcome = await open(bytes, name).catch((error: unknown) => error);
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(UnreadableDocument);
    const text = JSON.stringify(outcome, (_, value) => (typeof value === "bigint" ? String(value) : value));
    expect(text).not.toContain("invented forms");
    expect(text).not.toContain("aaaaaaaaaaaaaaa");
  });
});

describe("a workbook of which", () => {
  test("the sheets are hidden holds nothing that its office shows", async () => {
    const bytes = repacked("one-form.xlsx", (parts) => {
      const book = Buffer.from(parts["xl/workbook.xml"]!).toString();
      return { ...parts, "xl/workbook.xml": strToU8(book.replace(/state="visible"/, 'state="hidden"')) };
    });
    const { code, message } = await refusal(bytes, "表.xlsx");
    expect(code).toBe("empty");
    expect(message).toContain("“自评表”是隐藏的工作表");
  });
});

describe("a PDF without text that can be read", () => {
  test("of pictures is listed as a scan, with the number of its pages", async () => {
    const { code, message, advice } = await refusal(scannedPdf(3), "扫描.pdf");
    expect(code).toBe("scanned");
    expect(message).toContain("是扫描件，没有文字，共 3 页");
    expect(advice).toContain("OCR");
  });

  test("whose font says nothing of its characters is told from a form", async () => {
    const { code, message } = await refusal(unmappedPdf(), "乱码.pdf");
    expect(code).toBe("damaged");
    expect(message).toContain("读出来是乱码");
  });
});
