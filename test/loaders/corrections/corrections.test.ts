import { expect, it } from "vitest";
import { type Corrections, parseCorrections, readCorrections } from "../../../loaders/corrections.ts";
import { Problem } from "../../../loaders/problem.ts";

const HEADER = "form_id,record,seq,field,value,reason,reviewer";
const GOOD = "0a1b2c3d4e5f-01,funding,total,executed,12.50,与原件核对,复核人甲";

function parse(...lines: string[]): Corrections {
  return parseCorrections([HEADER, ...lines].join("\n"));
}

it("reads a decision with the line it stands on", () => {
  expect(parse(GOOD)).toEqual({
    corrections: [
      {
        formId: "0a1b2c3d4e5f-01",
        record: "funding",
        seq: "total",
        field: "executed",
        value: "12.50",
        reason: "与原件核对",
        reviewer: "复核人甲",
        line: 2,
      },
    ],
    problems: [],
  });
});

it("takes an empty value for a cell that is to be empty", () => {
  const { corrections } = parse("0a1b2c3d4e5f-01,form,,rating,,原件未填,复核人甲");
  expect(corrections).toMatchObject([{ value: null, seq: "" }]);
});

it("counts lines through quoted line breaks and blank lines, whatever ends a line", () => {
  const lines = [
    HEADER,
    '0a1b2c3d4e5f-01,form,,expected_goal,"第一行',
    '第二行",与原件核对,复核人甲',
    "",
    GOOD,
  ];
  for (const lineEnd of ["\n", "\r\n", "\r"]) {
    const { corrections, problems } = parseCorrections(lines.join(lineEnd));
    expect(problems).toEqual([]);
    expect(corrections.map(({ line }) => line)).toEqual([2, 5]);
    expect(corrections[0]!.value).toBe("第一行\n第二行");
  }
});

it("finds its columns in any order, and says which it does not know", () => {
  const { corrections, problems } = parseCorrections(
    [
      "reviewer,备注,reason,value,field,seq,record,form_id",
      "复核人甲,看过,与原件核对,12.50,executed,total,funding,0a1b2c3d4e5f-01",
    ].join("\n"),
  );
  expect(corrections).toMatchObject([{ formId: "0a1b2c3d4e5f-01", value: "12.50", reviewer: "复核人甲" }]);
  expect(problems).toMatchObject([{ line: 1, message: expect.stringContaining("不认识的列 备注") }]);
});

const BAD_LINES: [what: string, line: string, message: string][] = [
  ["no form_id", ",funding,total,executed,1,理由,复核人甲", "缺少 form_id"],
  ["no record", "0a1b2c3d4e5f-01,,total,executed,1,理由,复核人甲", "缺少 record"],
  ["no field", "0a1b2c3d4e5f-01,funding,total,,1,理由,复核人甲", "缺少 field"],
  ["no reason", "0a1b2c3d4e5f-01,funding,total,executed,1,,复核人甲", "缺少 reason"],
  ["no reviewer", "0a1b2c3d4e5f-01,funding,total,executed,1,理由", "缺少 reviewer"],
  ["a comma too many", "0a1b2c3d4e5f-01,funding,total,executed,1,234.50,理由,复核人甲", "有 8 个单元格"],
  ["a stray quote", '0a1b2c3d4e5f-01,funding,total,executed,1,理"由,复核人甲', "双引号的位置不对"],
];

it.each(BAD_LINES)("reports %s with its line, and takes the others", (_what, bad, message) => {
  const other = GOOD.replace("-01", "-02");
  const { corrections, problems } = parse(GOOD, bad, other);
  expect(corrections.map(({ line }) => line)).toEqual([2, 4]);
  expect(problems).toMatchObject([{ line: 3, message: expect.stringContaining(message) }]);
});

it("reports a second decision on the same cell", () => {
  const { corrections, problems } = parse(GOOD, GOOD.replace("12.50", "13.50"));
  expect(corrections).toMatchObject([{ value: "12.50" }]);
  expect(problems).toEqual([{ line: 3, message: expect.stringContaining("与第 2 行") }]);
});

it("says from which line on a quote is never closed", () => {
  const { corrections, problems } = parse(GOOD, '0a1b2c3d4e5f-02,form,,rating,"优,理由,复核人甲', GOOD);
  expect(corrections).toHaveLength(1);
  expect(problems).toEqual([{ line: 3, message: expect.stringContaining("双引号没有配对") }]);
});

it("is content with no file, an empty one and one with nothing but its header", async () => {
  const nothing = { corrections: [], problems: [] };
  const missing = Object.assign(new Error(), { code: "ENOENT" });
  expect(await readCorrections("corrections.csv", () => Promise.reject(missing))).toEqual(nothing);
  expect(await read("")).toEqual(nothing);
  expect(await read(`\uFEFF${HEADER}\r\n`)).toEqual(nothing);
});

it("reads what spreadsheet programs save: GB18030 and UTF-8 with a mark", async () => {
  // 理由 and 甲 in GB18030.
  const gb18030 = Buffer.concat([
    Buffer.from(`${HEADER}\r\n0a1b2c3d4e5f-01,form,,rating,,`),
    Buffer.from([0xc0, 0xed, 0xd3, 0xc9, 0x2c, 0xbc, 0xd7]),
  ]);
  expect((await read(gb18030)).corrections).toMatchObject([{ reason: "理由", reviewer: "甲" }]);
  expect((await read(`\uFEFF${HEADER}\r\n${GOOD}\r\n`)).corrections).toHaveLength(1);
});

it("stops a run that would go on without any correction", async () => {
  await expect(read("form_id,value\n")).rejects.toThrow(/缺少列 record、seq、field、reason、reviewer/);
  await expect(read(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))).rejects.toThrow("不是文本");
  const denied = Object.assign(new Error(), { code: "EACCES" });
  const problem = await readCorrections("corrections.csv", () => Promise.reject(denied)).catch(
    (error) => error,
  );
  expect(problem).toBeInstanceOf(Problem);
  expect(problem).toMatchObject({ kind: "failed", message: "无法打开 corrections.csv：没有读取权限" });
});

function read(content: string | Uint8Array): Promise<Corrections> {
  return readCorrections("corrections.csv", async () => Buffer.from(content));
}
