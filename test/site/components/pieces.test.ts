/** Lists that are cut into pieces: what the index says is what the pieces hold. */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "../../../loaders/warehouse/database.ts";
import {
  askedFilter,
  askedInVain,
  type FilterField,
  filterAddress,
  filterWords,
  type ListFilter,
} from "../../../src/components/pieces/list-filter.ts";
import {
  countsBy,
  isOfKind,
  type KeyFilter,
  matching,
  piecesOf,
  portionsOf,
  rowsIn,
} from "../../../src/components/pieces/piece-index.ts";
import { type PieceList, pieceIndex, pieceRows, writePieces } from "../../../src/data/pieces.ts";

const LIST: PieceList = {
  name: "made",
  keys: ["year", "unit"],
  order: "year DESC NULLS LAST, n",
  rows: `
    SELECT n::INTEGER AS n, CASE n % 3 WHEN 0 THEN NULL ELSE 2029 + n % 3 END::INTEGER AS year,
      CASE WHEN n % 5 = 0 THEN NULL ELSE '单位' || n % 5 END AS unit
    FROM range(2500) AS made (n)
  `,
};

describe("a list of 2500 rows", () => {
  let folder: string;
  let database: Database;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "jixiao-pieces-"));
    database = await openDatabase(join(folder, "made.duckdb"));
    await database.connection.run(
      "create schema mart; create table mart.run as select timestamp '2031-04-05 06:07:00' as run_at",
    );
  });

  afterAll(async () => {
    database.close();
    await rm(folder, { recursive: true, force: true });
  });

  test("has an index that counts the rows of each kind in each piece", async () => {
    const portions = portionsOf(await pieceIndex(database.connection, LIST));
    await writePieces(database.connection, LIST, folder);
    expect(await readdir(join(folder, "made"))).toHaveLength(3);
    const pieces: Record<string, unknown>[][] = [];
    for (const piece of [0, 1, 2]) {
      const text = await readFile(join(folder, "made", `${piece}.json`), "utf8");
      expect(text).toBe(await pieceRows(database.connection, LIST, piece));
      pieces.push(JSON.parse(text));
    }
    expect(pieces.map((rows) => rows.length)).toEqual([1000, 1000, 500]);
    expect(await pieceRows(database.connection, LIST, 3)).toBeNull();
    expect(rowsIn(portions)).toBe(2500);
    const filters: KeyFilter[] = [
      {},
      { year: "2030" },
      { year: "unknown", unit: "单位2" },
      { unit: "unknown" },
    ];
    for (const filter of filters) {
      const expected = pieces.flatMap((rows, piece) => {
        const found = rows.filter((row) => isOfKind(row, filter)).length;
        return found > 0 ? [{ piece, rows: found }] : [];
      });
      expect(expected.length).toBeGreaterThan(0);
      expect(piecesOf(matching(portions, filter))).toEqual(expected);
    }
    expect(countsBy(portions, "year")).toEqual([
      { value: null, rows: 834 },
      { value: 2030, rows: 833 },
      { value: 2031, rows: 833 },
    ]);
  });
});

describe("filter in an address", () => {
  const fields: FilterField[] = [
    { key: "year", param: "year", label: "年度", name: (year) => `${year ?? "不详"}`, preset: 2031 },
    { key: "unit", param: "unit", label: "单位", name: String },
  ];
  const portions = [2031, null].map((year) => ({ piece: 0, group: { year, unit: "甲局" }, rows: 1 }));

  test.each([
    ["", { keys: { year: "2031" }, words: "" }],
    ["?year=unknown&q= 甲 ", { keys: { year: "unknown" }, words: "甲" }],
    ["?year=all&unit=甲局", { keys: { unit: "甲局" }, words: "" }],
    ["?year=1&unit=<b>&severity=x&q=", { keys: { year: "2031" }, words: "" }],
  ])("%j", (search, filter) => expect(askedFilter(search, fields, portions)).toEqual(filter));

  test.each([
    ["?year=unknown&unit=甲局&q=甲&severity=x", []],
    ["?year=all", []],
    ["?year=1&unit=<b>", ["这里没有年度为“1”的，下面是2031的。", "这里没有单位为“<b>”的，没有按它筛选。"]],
  ])("%j is told what it asks in vain", (search, told) =>
    expect(askedInVain(search, fields, portions)).toEqual(told),
  );

  test("comes back from the address that it makes", () => {
    const filters: ListFilter[] = [
      { keys: {}, words: "" },
      { keys: { year: "unknown", unit: "甲局" }, words: "培训 经费" },
    ];
    for (const filter of filters) {
      expect(askedFilter(filterAddress(filter, fields), fields, portions)).toEqual(filter);
    }
  });

  test("is told in words", () => {
    expect(filterWords({ keys: { year: "unknown", unit: "甲局" }, words: "会" }, fields)).toEqual([
      "年度：不详",
      "单位：甲局",
      "查找：会",
    ]);
  });
});
