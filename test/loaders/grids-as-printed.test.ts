/**
 * Tables whose cells are whole and that are set otherwise than the national one: read as they are printed.
 */
import { describe, expect, test } from "vitest";
import { readDocument } from "../../loaders/document.ts";
import { cellFlags } from "../../loaders/form/flags.ts";
import type { Form } from "../../loaders/form/types.ts";
import { HEAD, HEADING, ROWS, read, shown, type Table, TOTAL } from "./made/printed-form.ts";

const rowsOf = (form: Form): string[] =>
  form.indicators.map((row) =>
    [row.level1, row.level2, row.name, row.target, row.actual, row.weight, row.score].map(shown).join(" | "),
  );

/** Flags of the table's cells; the rating is not printed on these forms. */
const flagsOf = (form: Form): string[] =>
  cellFlags(form)
    .filter(({ record }) => record === "indicator")
    .map(({ seq, field, status }) => `${seq} ${field} ${status}`);

const AS_PRINTED = [
  "产出指标 | 数量指标 | 清淤河道长度 | ≥12公里 | 11公里 | 30.00 | 27.50",
  "产出指标 | 数量指标 | 清理垃圾数量 | ≥500吨 | 620吨 | 20.00 | 20.00",
  "效益指标 | 生态效益指标 | 水质改善情况 | 有所改善 | 达成预期指标 | 30.00 | 30.00",
  "满意度指标 | 服务对象满意度指标 | 沿岸居民满意度 | ≥90% | 93% | 10.00 | 10.00",
];

const mapCells = (rows: Table, change: (text: string, column: number, row: number) => string): Table =>
  rows.map((cells, row) => cells.map((text, column) => change(text, column, row)));
const withoutColumn = (rows: Table, dropped: number): Table =>
  rows.map((cells) => cells.filter((_, column) => column !== dropped));

describe("a table whose cells are whole", () => {
  test("is the one that the variants below are made of", () => {
    const form = read(HEAD, [HEADING], ROWS, TOTAL);
    expect([rowsOf(form), flagsOf(form)]).toEqual([AS_PRINTED, []]);
  });

  test.each([
    ["20分", (points: string) => `${points}分`],
    [
      "full width",
      (points: string) =>
        points.replace(/[\d.]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ],
  ])("with points printed as %s", (_, print) => {
    const rows = mapCells(ROWS, (text, column) => (column === 6 || column === 7 ? print(text) : text));
    const form = read(HEAD, [HEADING], rows, TOTAL);
    expect([rowsOf(form), flagsOf(form)]).toEqual([AS_PRINTED, []]);
  });

  test("with weights as per cents", () => {
    const rows = mapCells(ROWS, (text, column) => (column === 6 ? `${text}%` : text));
    const form = read(HEAD, [HEADING.with(6, "权重")], rows, TOTAL);
    expect([rowsOf(form), flagsOf(form)]).toEqual([AS_PRINTED, []]);
  });

  test("with sign, value and unit of a target in columns under a heading of two lines", () => {
    const upper = [...HEADING.slice(0, 5), "", "", ...HEADING.slice(5)];
    const lower = ["", "", "", "", "指标性质", "目标值", "计量单位"];
    const rows = ROWS.map((cells) => {
      const [, sign, value, unit] = /^([≥=≤]?)([\d.]*)(.*)$/.exec(cells[4]!)!;
      const target = value === "" ? ["", unit!, ""] : [sign!, value!, unit!];
      return [...cells.slice(0, 4), ...target, ...cells.slice(5)];
    });
    const form = read(HEAD, [upper, lower], rows, [["总分", "", "", "", "", "", "", "", "100", "96.50"]]);
    expect([rowsOf(form), flagsOf(form)]).toEqual([AS_PRINTED, []]);
  });

  test("with a row that stands one cell too far to the right beside its sign and unit", () => {
    const heading = [...HEADING.slice(0, 4), "指标性质", "指标值", "度量单位", ...HEADING.slice(5)];
    const rows = ROWS.map((cells) => {
      const [, sign, value, unit] = /^([≥=≤]?)([\d.]*)(.*)$/.exec(cells[4]!)!;
      const target = value === "" ? ["定性", unit!, "-"] : [sign!, value!, unit!];
      return [...cells.slice(0, 4), ...target, ...cells.slice(5)];
    });
    rows[1] = rows[1]!.toSpliced(3, 0, "");
    const form = read(HEAD, [heading], rows, [["总分", "", "", "", "", "", "", "", "100", "96.50"]]);
    expect(rowsOf(form)).toEqual(AS_PRINTED.map((row) => row.replace("| 有所改善 |", "| 定性有所改善 |")));
    expect(form.indicators[1]!.target.flag?.status).toBe("repaired");
    expect(flagsOf(form).every((flag) => /^2 \w+ repaired$/.test(flag))).toBe(true);
  });

  test("with a row moved where no points stand, which is not lost", () => {
    const table = withoutColumn(withoutColumn([HEADING, ...ROWS], 7), 6);
    table[3] = table[3]!.toSpliced(3, 0, "");
    const form = read(HEAD, table);
    expect(rowsOf(form)).toEqual(AS_PRINTED.map((row) => row.replace(/[\d.]+ \| [\d.]+$/, " | ")));
    expect(form.indicators[2]!.name.flag?.status).toBe("repaired");
  });

  test("with groups in words of its own, numbered, and points behind them", () => {
    const labels: Record<string, string> = {
      产出指标: "（一）项目管理（50分）",
      数量指标: "1.制度执行",
      效益指标: "（二）项目绩效（30分）",
      生态效益指标: "1.长效管护",
      满意度指标: "（三）社会评价（10分）",
      服务对象满意度指标: "1.群众评议",
    };
    const form = read(
      HEAD,
      [HEADING],
      mapCells(ROWS, (text) => labels[text] ?? text),
      TOTAL,
    );
    expect(form.indicators.map((row) => [row.level1.value, row.level2.value])).toEqual([
      ["项目管理", "制度执行"],
      ["项目管理", "制度执行"],
      ["项目绩效", "长效管护"],
      ["社会评价", "群众评议"],
    ]);
    expect(flagsOf(form)).toEqual([]);
  });

  test("without points, as reports on transfers are", () => {
    const form = read(HEAD, withoutColumn(withoutColumn([HEADING, ...ROWS], 7), 6));
    expect(rowsOf(form)).toEqual(AS_PRINTED.map((row) => row.replace(/[\d.]+ \| [\d.]+$/, " | ")));
    expect(flagsOf(form)).toEqual([]);
  });

  test("with scores still to be given keeps its weights, and says what is missing", () => {
    const form = read(
      HEAD,
      [HEADING],
      mapCells(ROWS, (text, column) => (column === 7 ? "" : text)),
    );
    expect(rowsOf(form)).toEqual(AS_PRINTED.map((row) => row.replace(/[\d.]+$/, "")));
    expect(flagsOf(form)).toEqual(ROWS.map((_, index) => `${index + 1} score missing`));
  });
});

describe("columns and rows that are not kept", () => {
  const withColumn = (rows: Table, at: number, texts: (row: number) => string): Table =>
    rows.map((cells, row) => cells.toSpliced(at, 0, texts(row)));

  test.each([
    ["序号", 3, (row: number) => String(row + 1)],
    ["完成率", 6, () => "95%"],
    ["财政复评得分", 8, (row: number) => ROWS[row]![7]!],
  ])("%s changes nothing", (heading, at, texts) => {
    const total = TOTAL[0]!.toSpliced(at, 0, heading === "财政复评得分" ? "95.00" : "");
    const form = read(HEAD, [HEADING.toSpliced(at, 0, heading)], withColumn(ROWS, at, texts), [total]);
    expect([rowsOf(form), flagsOf(form)]).toEqual([AS_PRINTED, []]);
    expect([form.totalWeight, form.totalScore].map(shown)).toEqual(["100.00", "96.50"]);
  });

  test("a row that nobody filled in is none", () => {
    const form = read(
      HEAD,
      [HEADING],
      ROWS.toSpliced(2, 0, ["", "", "", "指标3："], ["", "", "", "……"]),
      TOTAL,
    );
    expect(rowsOf(form)).toEqual(AS_PRINTED);
  });
});

describe("groups in words of an office's own", () => {
  const labels: Record<string, string> = {
    产出指标: "项目管理",
    数量指标: "制度执行",
    效益指标: "项目绩效",
    生态效益指标: "长效管护",
    满意度指标: "社会评价",
    服务对象满意度指标: "群众评议",
  };
  const own = [...HEAD, HEADING, ...mapCells(ROWS, (text) => labels[text] ?? text), ...TOTAL];
  const readText = (text: string): Form =>
    readDocument(new TextEncoder().encode(text), "2031/表.txt").forms[0]!;

  test("are read between pipes that keep empty cells where they stand", () => {
    const width = HEADING.length;
    const lines = own.map(
      (cells) => `| ${Array.from({ length: width }, (_, at) => cells[at] ?? "").join(" | ")} |`,
    );
    const form = readText(lines.join("\n"));
    expect(form.indicators.map(({ level1, level2 }) => [level1.value, level2.value])).toEqual([
      ["项目管理", "制度执行"],
      ["项目管理", "制度执行"],
      ["项目绩效", "长效管护"],
      ["社会评价", "群众评议"],
    ]);
    expect(flagsOf(form)).toEqual([]);
  });

  test("leave a doubt on the names that they may have run into, where nothing keeps cells apart", () => {
    const form = readText(own.map((cells) => cells.filter((text) => text !== "").join(" ")).join("\n"));
    const flags = flagsOf(form);
    for (const { seq, name } of form.indicators)
      if (!ROWS.some((cells) => cells[3] === name.value)) expect(flags).toContain(`${seq} name uncertain`);
    expect(form.indicators).toHaveLength(ROWS.length);
  });
});

describe("a table in which a cell tells of damage", () => {
  const wrongWithoutFlag = (form: Form, truth: readonly string[]): string[] => {
    const flagged = new Set(cellFlags(form).map(({ seq, field }) => `${seq} ${field}`));
    const fields = ["level1", "level2", "name", "target", "actual", "weight", "score"] as const;
    return form.indicators.flatMap((row) => {
      const own = truth.find((printed) => printed.includes(row.name.value ?? "\n"))?.split(" | ");
      return fields.filter(
        (field, at) => shown(row[field]) !== own?.[at] && !flagged.has(`${row.seq} ${field}`),
      );
    });
  };

  test.each([
    ["a row one cell too far right", 2, (cells: string[]) => ["", ...cells.slice(0, -1)]],
    ["half a label", 2, (cells: string[]) => cells.with(2, "生态效指")],
    ["a label with a character misread", 3, (cells: string[]) => cells.with(1, "满意度指杯")],
  ])("%s, is not taken for one as printed", (_, row, damage) => {
    const rows = mapCells(ROWS, (text, column) => (column === 6 || column === 7 ? `${text}分` : text));
    const form = read(HEAD, [HEADING], rows.with(row, damage(rows[row]!)), TOTAL);
    expect(wrongWithoutFlag(form, AS_PRINTED)).toEqual([]);
  });
});
