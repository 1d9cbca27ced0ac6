import { expect, it } from "vitest";
import { spreadOf } from "../../bench/statistics.ts";

it("the median is the middle, or lies between the two middle ones", () => {
  expect(spreadOf([3, 1, 10])).toEqual({ median: 3, least: 1, most: 10 });
  expect(spreadOf([4, 1, 2, 10])).toEqual({ median: 3, least: 1, most: 10 });
  expect(spreadOf([7])).toEqual({ median: 7, least: 7, most: 7 });
});
