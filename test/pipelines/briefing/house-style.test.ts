/** An office's own style: what it sets stands over the product's, and what makes no document is refused by name. */
import { beforeAll, describe, expect, it } from "vitest";
import { defaultStyle, type HouseStyle, styleWith } from "../../../pipelines/briefing/house-style.ts";
import { PipelineError } from "../../../pipelines/errors.ts";

let style: HouseStyle;
beforeAll(async () => {
  style = await defaultStyle();
});

it("takes what an office sets and leaves the rest", () => {
  const own = styleWith('order = ["advice", "overview", "advice"]\n[headings]\ntitle = " 专报 "\n', style);
  expect(own.order).toEqual(["advice", "overview"]);
  expect(own.headings).toEqual({ ...style.headings, title: "专报" });
  expect(own.page).toEqual(style.page);
});

it("takes the product's own style for one that can be used", () => {
  expect(styleWith("", style)).toEqual(style);
});

describe("refuses, and names what is wrong:", () => {
  for (const [toml, told] of [
    ["order = []", "order 里一个部分也没有"],
    ['order = ["overvew"]', "order 里的“overvew”不是简报的部分"],
    ['[headings\ntitle = "x"', "第 1 行写法不对"],
    ["[fonts]\nbody = 仿宋", "第 2 行写法不对"],
    ['[headings]\ntitel = "x"', "没有 headings.titel 这一项"],
    ['headings = "x"', "headings 应是一组设置"],
    ["[limits]\nproblems = 0", "limits.problems 应是大于 0 的整数"],
    ["[limits]\npoor_rate = 600", "limits.poor_rate 是百分比，不能大于 100"],
    ["[sizes]\nbody = 1600", "sizes.body 是字号或行距，不能是 1600 磅"],
    ["[page]\nline_pt = 2", "page.line_pt 是字号或行距，不能是 2 磅"],
    ["[page]\ntext_width_mm = 400", "超过 A4 纸的宽"],
    ["[page]\ntop_mm = 90", "超过 A4 纸的高"],
  ] as const)
    it(toml.replaceAll("\n", " "), () => {
      let error: unknown;
      try {
        styleWith(toml, style, "某处/briefing.toml");
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toBeInstanceOf(PipelineError);
      expect((error as PipelineError).message).toContain("某处/briefing.toml");
      expect((error as PipelineError).message).toContain(told);
      expect((error as PipelineError).advice).not.toBe("");
    });
});
