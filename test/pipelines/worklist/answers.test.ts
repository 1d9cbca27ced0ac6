/** Answers that units filled into their lists: what comes back, and what cannot be used is told. */
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type BookType, read, write } from "@e965/xlsx";
import exceljs, { type CellValue, type Worksheet } from "exceljs";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runModels } from "../../../pipelines/transform.ts";
import { readAnswers } from "../../../pipelines/worklist/read.ts";
import { rows } from "../warehouse.ts";
import { columnOf, HEADER, madeLists, overspent, UNIT, written } from "./lists.ts";

const lists = madeLists([
  { ...overspent, project: "甲项目" },
  { ...overspent, project: "乙项目" },
]);
const FILE = `${UNIT}.xlsx`;
const LIST = "整改清单";
const FILLED = ["答复", "答复内容", "答复人"];

beforeAll(async () => {
  await written(lists);
});
beforeEach(async () => {
  await rm(join(lists.folder, "收回"), { recursive: true, force: true });
  await mkdir(join(lists.folder, "收回"));
});

/** Sends a list back after something was done to it. */
async function sendBack(change: (sheet: Worksheet) => void, as = FILE): Promise<void> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(join(lists.folder, "清单", FILE));
  change(workbook.getWorksheet(LIST)!);
  await workbook.xlsx.writeFile(join(lists.folder, "收回", as));
}

/** Fills in the answers of a list's first rows, as a unit does. */
function fill(...answers: readonly (readonly CellValue[])[]) {
  return (sheet: Worksheet): void => {
    for (const [index, cells] of answers.entries())
      for (const [at, value] of cells.entries()) cellOf(sheet, FILLED[at]!, index).value = value;
  };
}

/** The cell under a heading, of the first, second … finding. */
function cellOf(sheet: Worksheet, heading: string, index = 0) {
  return sheet.getRow(HEADER + 1 + index).getCell(columnOf(sheet, heading));
}

const takeBack = (from = "收回") =>
  readAnswers(lists.connection, join(lists.folder, from), join(lists.folder, "answers.csv"));
const kept = () => readFile(join(lists.folder, "answers.csv"), "utf8").catch(() => "");
const answersNow = () =>
  rows(
    lists.connection,
    "select answer, answer_text, answered_by from mart.findings where rule = 'F4' order by form_id",
  );

describe("answers", () => {
  beforeEach(() => rm(join(lists.folder, "answers.csv"), { force: true }));

  it("that cannot be used are listed with their row, and the others are taken", async () => {
    await sendBack(fill(["改好了", "", ""], ["", "次年补报", ""]));
    const { taken, problems } = await takeBack();
    expect(taken).toBe(1);
    expect(problems).toEqual([
      { file: FILE, sheet: null, row: 4, problem: "答复“改好了”看不懂，请填已说明或已更正" },
    ]);
  });

  it("that are two to one finding are both told and not taken, and what is no workbook is named", async () => {
    await sendBack(fill(["已说明", "先写的"]), "又一份.xlsx");
    await sendBack(fill(["已说明", "后写的"]));
    await writeFile(join(lists.folder, "收回", "说明.docx"), "");
    await writeFile(join(lists.folder, "收回", "Thumbs.db"), "");
    const { taken, problems, passedOver } = await takeBack();
    expect({ taken, passedOver }).toEqual({ taken: 0, passedOver: ["说明.docx"] });
    expect(problems.map(({ file, row }) => `${file} ${row}`)).toEqual([`${FILE} 4`, "又一份.xlsx 4"]);
    expect(problems[0]!.problem).toMatch(/^与又一份\.xlsx 第 4 行答的是同一个问题而答复不同/);
    expect(await kept()).toBe("");
  });

  it("that are the same in two files are one", async () => {
    await sendBack(fill(["已说明", "次年补报"]));
    await cp(join(lists.folder, "收回", FILE), join(lists.folder, "收回", "又一份.xlsx"));
    expect(await takeBack()).toMatchObject({ taken: 1, problems: [] });
  });

  it.each<[string, CellValue, string]>([
    ["a day", new Date(Date.UTC(2026, 11, 1)), "2026年12月1日"],
    ["a day and a time", new Date(Date.UTC(2026, 11, 1, 9, 5)), "2026年12月1日 9:05"],
    [
      "words in several types",
      { richText: [{ text: "次年" }, { font: { bold: true }, text: "补报" }] },
      "次年补报",
    ],
    ["a link", { text: "见附件", hyperlink: "https://example.invalid/" }, "见附件"],
    ["lines", "一是\r\n二是", "一是 二是"],
    ["a number", 12.5, "12.5"],
  ])("in the form of %s are read as they are seen", async (_, value, text) => {
    await sendBack((sheet) => {
      fill(["已说明", value])(sheet);
      if (value instanceof Date)
        cellOf(sheet, "答复内容").numFmt = value.getUTCHours() ? "yyyy/m/d h:mm" : "mm-dd-yy";
    });
    expect(await takeBack()).toMatchObject({ taken: 1, problems: [] });
    expect(await kept()).toContain(`,explained,${text},`);
  });

  it.each<[string, CellValue, RegExp]>([
    ["formulas", { formula: "1+1", result: 2 }, /^答复内容是公式，没有计算；请改写成文字/],
    ["formulas that call programs", { formula: "cmd|' /C calc'!A0" }, /^答复内容是公式/],
    ["errors", { error: "#NAME?" }, /^答复内容是错误值“#NAME\?”/],
    ["days that lost their format", 46_357, /^答复内容只有一个数 46357，分不清是数还是日期2026年12月1日/],
  ])("that are %s are not taken, and said", async (_, value, problem) => {
    await sendBack(fill(["已说明", value], ["已更正"]));
    const { taken, problems } = await takeBack();
    expect(taken).toBe(1);
    expect(problems).toEqual([{ file: FILE, sheet: null, row: 4, problem: expect.stringMatching(problem) }]);
  });

  it("merged over several findings are given to each, and those in hidden rows are read", async () => {
    await sendBack((sheet) => {
      fill(["已说明", "两项都次年补报"])(sheet);
      for (const heading of ["答复", "答复内容"]) {
        const at = columnOf(sheet, heading);
        sheet.mergeCells(HEADER + 1, at, HEADER + 2, at);
      }
      sheet.getRow(HEADER + 1).hidden = true;
    });
    expect(await takeBack()).toMatchObject({ taken: 2, problems: [] });
    expect((await kept()).match(/两项都次年补报/g)).toHaveLength(2);
  });

  it("under a number that was changed are not taken, nor those of a row whose number was taken away", async () => {
    await sendBack((sheet) => {
      fill(["已说明", "甲"], ["已说明", "乙"])(sheet);
      const [first, second] = [cellOf(sheet, "问题编号"), cellOf(sheet, "问题编号", 1)];
      first.value = `${first.text}x`;
      second.value = null;
    });
    const { taken, problems } = await takeBack();
    expect(taken).toBe(0);
    expect(problems.map(({ problem }) => problem)).toEqual([
      expect.stringMatching(/^数据仓库里没有编号为“F4:.*x”的问题/),
      "有答复而没有问题编号",
    ]);
  });

  it("to other figures than the finding has are not taken over one to its own", async () => {
    await sendBack(fill(["已说明", "对现在的数"]));
    await takeBack();
    const before = await kept();
    await sendBack((sheet) => {
      fill(["已说明", "对从前的数"])(sheet);
      cellOf(sheet, "数字代号").value = "00000000";
    });
    const { taken, problems } = await takeBack();
    expect(taken).toBe(0);
    expect(problems[0]!.problem).toMatch(/^写出清单以后，这个问题的数字变了/);
    expect(await kept()).toBe(before);
  });

  it("of a list from which rows were deleted leave the others in place", async () => {
    await sendBack((sheet) => {
      fill(["", ""], ["已说明", "只留下这一行"])(sheet);
      sheet.spliceRows(HEADER + 1, 1);
    });
    expect(await takeBack()).toMatchObject({ taken: 1, problems: [] });
  });

  it.each<BookType>(["xls", "ods", "csv", "xlsb"])("saved as .%s are read", async (format) => {
    await sendBack(fill(["已说明", "次年补报", "经办人甲"]));
    const saved = read(await readFile(join(lists.folder, "收回", FILE)));
    await rm(join(lists.folder, "收回", FILE));
    await writeFile(
      join(lists.folder, "收回", `清单.${format}`),
      write(saved, { type: "buffer", bookType: format }) as Buffer,
    );
    expect(await takeBack()).toMatchObject({ taken: 1, problems: [], unread: [], files: [`清单.${format}`] });
    expect(await kept()).toContain(",explained,次年补报,经办人甲,");
  });

  it("in a folder are read although a file in it cannot be, which is told", async () => {
    await sendBack(fill(["已说明", "次年补报"]));
    const other = new exceljs.Workbook();
    other.addWorksheet("别的").addRow(["甲", "乙"]);
    await other.xlsx.writeFile(join(lists.folder, "收回", "别的.xlsx"));
    const whole = await readFile(join(lists.folder, "收回", FILE));
    await writeFile(join(lists.folder, "收回", "断了.xlsx"), whole.subarray(0, whole.length / 2));
    await writeFile(join(lists.folder, "收回", "空的.xls"), "");
    const { taken, files, unread } = await takeBack();
    expect({ taken, files }).toEqual({ taken: 1, files: [FILE] });
    expect(unread.map(({ file, problem }) => [file, problem.split("：")[0]])).toEqual([
      ["别的.xlsx", "这不是整改清单"],
      ["断了.xlsx", "读不了这份清单"],
      ["空的.xls", "读不了这份清单"],
    ]);
  });

  it("in a file that is named and is no worklist are refused", async () => {
    const other = new exceljs.Workbook();
    other.addWorksheet("别的").addRow(["甲", "乙"]);
    await other.xlsx.writeFile(join(lists.folder, "收回", "别的.xlsx"));
    await expect(takeBack(join("收回", "别的.xlsx"))).rejects.toMatchObject({
      name: "WrongRequest",
      advice: expect.stringMatching(/原有的答复没有改动。$/),
    });
    expect(await kept()).toBe("");
  });

  // From here on one after another: each goes on from what the one before has left.
  it("come back, are kept, and show with their findings", async () => {
    await sendBack(fill(["已说明", "=上级追加，次年补报", "经办人甲"], ["已更正", "", "经办人乙"]));
    expect(await takeBack()).toMatchObject({ taken: 2, unchanged: 0, problems: [] });
    expect(await kept()).toContain(",'=上级追加");
    await runModels(lists.connection);
    expect(await answersNow()).toEqual([
      { answer: "explained", answer_text: "=上级追加，次年补报", answered_by: "经办人甲" },
      { answer: "corrected", answer_text: "", answered_by: "经办人乙" },
    ]);
    expect(await takeBack()).toMatchObject({ taken: 0, unchanged: 2 });
  });
});

describe("answers and new figures", () => {
  beforeAll(async () => {
    await mkdir(join(lists.folder, "收回"), { recursive: true });
    await sendBack(fill(["已说明", "次年补报"], ["已更正"]));
    await takeBack();
  });

  it("are open again when the figures change, and the old file brings nothing new", async () => {
    await lists.connection.run("update raw.funding set executed = 13");
    await runModels(lists.connection);
    expect((await answersNow()).map((row) => row.answer)).toEqual(["open", "open"]);
    expect(await rows(lists.connection, "select state from mart.answers")).toEqual([
      { state: "stale" },
      { state: "stale" },
    ]);
    await sendBack(fill(["已说明", "次年补报"], ["已更正", "改过"]));
    const { taken, unchanged, problems } = await takeBack();
    expect({ taken, unchanged, problems: problems.map(({ row }) => row) }).toEqual({
      ...{ taken: 0, unchanged: 1 },
      problems: [5],
    });
  });

  it("that a new file proves are told as such", async () => {
    await lists.connection.run("update raw.funding set executed = 9.9");
    await runModels(lists.connection);
    const told = await rows(
      lists.connection,
      "select answer, state, note from mart.answers where answer = 'corrected'",
    );
    expect(told).toEqual([
      { answer: "corrected", state: "no_finding", note: "已经没有这个问题，更正已见于新的文件" },
    ]);
  });
});
