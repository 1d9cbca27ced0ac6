import { describe, expect, test } from "vitest";
import { habitsOf } from "../../loaders/form/indicators/character-habits.ts";
import { mendSeams } from "../../loaders/form/indicators/seams.ts";
import { mostTellEveryCharacter } from "../../loaders/form/indicators/tellings.ts";
import { meetInWords } from "../../loaders/form/words.ts";

describe("two sides of a column line", () => {
  test.each([
    ["within a word", "培训学", "员人数"],
    ["between two words", "项目审批", "完成率"],
    ["before a bound suffix", "任务完成", "率"],
  ])("meet %s", (_, left, right) => {
    expect(meetInWords(left, right)).toBe(true);
  });

  test.each([
    ["half a character stands between", "每年走访", "可次数"],
    ["a word lost its end", "补贴标", "发放情况"],
    ["one side is empty", "", "完成率"],
  ])("do not where %s", (_, left, right) => {
    expect(meetInWords(left, right)).toBe(false);
  });

  const unknown = habitsOf(new Set<string>(), []);

  test("are joined by the dictionary where the document does not tell, and not where a mark was rubbed off between them", () => {
    const parts = ["项目审批", "完成率"];
    expect(mendSeams({ parts, seams: [true] }, unknown)).toMatchObject({
      text: "项目审批完成率",
      sure: true,
    });
    expect(mendSeams({ parts, seams: [true], rubbed: [true] }, unknown).sure).toBe(false);
  });

  test("do not lose a character that may be a word of its own", () => {
    const habits = habitsOf(new Set(["企业研发补助", "企业研发投入", "对企业的帮扶"]), []);
    expect(mendSeams({ parts: ["受补企业", "对研发补助的满意度"], seams: [true] }, habits).sure).toBe(false);
  });

  test("do not keep one of two characters that both belong there", () => {
    const seams = mendSeams({ parts: ["食品抽检", "测机构数量"], seams: [true], doubled: [true] }, unknown);
    expect(seams.sure).toBe(false);
  });
});

describe("a text told several times", () => {
  const tellings = new Map([
    ["青年骨干挂职锻炼机制健全性", 2],
    ["青年骨干主职锻炼机制健全性", 1],
    ["青年骨干挂职锻炼机制健全", 1],
    ["青年骨干往职锻炼机制健全性", 1],
  ]);

  test("is known where most tellings hold every character, whatever they garble elsewhere", () => {
    expect(mostTellEveryCharacter("青年骨干挂职锻炼机制健全性", tellings)).toBe(true);
    expect(mostTellEveryCharacter("青年骨干主职锻炼机制健全性", tellings)).toBe(false);
  });

  test("is not known from one telling", () => {
    expect(mostTellEveryCharacter("机制健全性", new Map([["机制健全性", 1]]))).toBe(false);
  });
});
