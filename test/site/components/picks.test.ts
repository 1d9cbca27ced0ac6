/** Picks in an address: made, let go, and told apart from nonsense. */
import { describe, expect, test } from "vitest";
import { isPicked, liesIn, linkPicking, picksOf, rangeOf } from "../../../src/components/picks.ts";
import { scorePick } from "../../../src/components/scores/scored-forms.ts";

describe("a pick", () => {
  test("joins what the address asks for, and made again is let go", () => {
    const made = linkPicking({ level1: "产出指标" }, "?year=2031");
    expect(made).toBe(`?${new URLSearchParams({ year: "2031", level1: "产出指标" })}`);
    expect(linkPicking({ level1: "产出指标" }, made)).toBe("?year=2031");
    expect(linkPicking({ level1: "效益指标" }, made)).toContain(encodeURIComponent("效益指标"));
  });

  test("of several names is one: what is null goes, and half of it is not the same pick", () => {
    const square = { score: "90-92", rate: "40-45", rating: null };
    const made = linkPicking(square, "?rating=优");
    expect(picksOf(made, ["score", "rate", "rating"])).toEqual({ score: "90-92", rate: "40-45" });
    expect(linkPicking(square, made)).toBe("?");
    expect(picksOf(linkPicking(square, "?score=90-92"), ["score", "rate"])).toEqual(
      picksOf(made, ["score", "rate"]),
    );
  });
});

test.each([
  ["90-92", [90, 92]],
  ["-0.5-0.5", [-0.5, 0.5]],
  ["92-90", null],
  ["90", null],
  ["90-", [90, Number.POSITIVE_INFINITY]],
  ["-", null],
  ["九十-92", null],
  ["", null],
  [undefined, null],
])("%j is the range %j", (pick, range) => expect(rangeOf(pick)).toEqual(range));

test.each([
  ["90.00", true],
  ["91.99", true],
  ["92.00", false],
  ["89.995", false],
  [null, false],
])("%s lies from 90 to below 92: %s", (figure, lies) => expect(liesIn(figure, [90, 92])).toBe(lies));

test.each([
  [{ score: "90-92", rate: "40-45" }, "总分 90–92 分、执行率 40–45%的表单"],
  [{ score: "95-96", rating: "优" }, "总分 95–96 分、等级为“优”的表单"],
  [{ score: "100-101" }, "总分 100 分的表单"],
  [{ score: "98-100", rate: "100-105" }, "总分 98–100 分、执行率 100% 以上的表单"],
  [{ rate: "40-45" }, "执行率 40–45%的表单"],
  [{ score: "0-100" }, "总分不到 100 分的表单"],
  [{ score: "90-", rate: "0-60" }, "总分 90 分以上、执行率不到 60%的表单"],
  [{ score: "90-92", rate: "60-" }, "总分 90–92 分、执行率 60% 以上的表单"],
  [{}, null],
  [{ score: "90-92", rate: "x" }, null],
])("%j picks %s", (picks, said) => expect(scorePick(picks)).toBe(said));

test("a mark is picked when all of its pick is made, and nothing of what it leaves out", () => {
  const square = { score: "90-92", rate: "40-45", rating: null };
  expect(isPicked(square, { score: "90-92", rate: "40-45" })).toBe(true);
  expect(isPicked(square, { score: "90-92" })).toBe(false);
  expect(isPicked(square, { score: "90-92", rate: "40-45", rating: "优" })).toBe(false);
});
