import { describe, expect, it } from "vitest";
import { lostCharacter, nameKey } from "../../../pipelines/transforms/names.ts";

describe("nameKey", () => {
  it.each([
    ["云溪市甲局(汇总)", "云溪市甲局"],
    ["云溪市甲局（汇总）", "云溪市甲局"],
    ["219001-云溪市甲局", "云溪市甲局"],
    ["219—云溪市甲局", "云溪市甲局"],
    ["219001 云溪市甲局", "云溪市甲局"],
    ["[155]云溪市甲局", "云溪市甲局"],
    ["云溪市甲局（219001）", "云溪市甲局"],
    ["云溪市 甲局　", "云溪市甲局"],
    ["云溪市甲局（本级）", "云溪市甲局(本级)"],
    ["云溪市甲局【本级】", "云溪市甲局(本级)"],
    ["云溪市⽔局", "云溪市水局"],
    ["、云溪市甲局。", "云溪市甲局。"],
  ])("of %s is %s", (printed, key) => {
    expect(nameKey(printed)).toBe(key);
  });

  it.each([
    ["2024年人才经费", "2024年人才经费"],
    ["2024-人才经费", "2024-人才经费"],
    ["120急救中心", "120急救中心"],
    ["第219001号工程", "第219001号工程"],
    ["人才经费(2024)", "人才经费(2024)"],
  ])("of %s keeps a number that is no code", (printed, key) => {
    expect(nameKey(printed)).toBe(key);
  });

  it("of nothing but marks is null", () => {
    expect(nameKey(" (汇总) ")).toBeNull();
  });
});

describe("a cell of 100 kB", () => {
  it.each(["1", "(", "、", " ", "219001-", "(汇总)", "云"])("of %j takes no time worth telling", (piece) => {
    const long = piece.repeat(Math.ceil(100_000 / piece.length));
    const start = performance.now();
    nameKey(long);
    nameKey(`${long}局`);
    lostCharacter(long, `${long}局`);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe("lostCharacter", () => {
  it.each([
    ["云溪市人服务中心", "云溪市人才服务中心", "才"],
    ["溪市人才服务中心", "云溪市人才服务中心", "云"],
    ["云溪市人才服务中", "云溪市人才服务中心", "心"],
  ])("of %s and %s is %s", (shorter, longer, lost) => {
    expect(lostCharacter(shorter, longer)).toBe(lost);
  });

  it.each([
    ["a numeral tells schools apart", "云溪市第一中学", "云溪市第十一中学"],
    ["a point of the compass tells districts apart", "云溪市城区街道", "云溪市城东区街道"],
    ["a letter is no character", "云溪市区服务中心", "云溪市A区服务中心"],
    ["two are lost", "云溪市服务中心", "云溪市人才服务中心"],
    ["one is another", "云溪市大才服务中心", "云溪市人才服务中心"],
    ["nothing is lost", "云溪市人才服务中心", "云溪市人才服务中心"],
  ])("is none where %s", (_why, shorter, longer) => {
    expect(lostCharacter(shorter, longer)).toBeNull();
  });
});
