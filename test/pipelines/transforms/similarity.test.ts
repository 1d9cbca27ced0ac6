import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toDecimal } from "../../../pipelines/transforms/fraction.ts";
import { similarity } from "../../../pipelines/transforms/similarity.ts";

/** In millionths, as it is stored. */
const alike = (one: string, other: string) => {
  const share = similarity(one, other);
  return share && Number(toDecimal(share));
};

describe("similarity", () => {
  it.each([
    ["the same text", "举办活动十二场", "举办活动十二场", 1_000_000],
    ["punctuation, spaces and width", "举办活动 12 场。", "举办活动，１２场", 1_000_000],
    ["nothing in common", "举办活动", "编印教材", 0],
    ["one of four pairs lost at each end", "举办活动场", "办活动场次", 750_000],
    ["a pair that stands twice in one of them", "好好好", "好好", 666_667],
    ["sentences that changed places", "先做甲事，后做乙事", "后做乙事，先做甲事", 857_143],
  ])("%s", (_what, one, other, expected) => {
    expect(alike(one, other)).toBe(expected);
  });

  it("is nothing that can be said of texts without a pair", () => {
    expect(alike("好", "好")).toBeNull();
    expect(alike("，。", "举办活动")).toBeNull();
  });

  it("is the same both ways, within 0 and 1, and 1 for a text and itself", () => {
    const text = fc.string({ unit: fc.constantFrom(..."举办活动场次十二，"), minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const share = alike(one, other);
        expect(alike(other, one)).toBe(share);
        if (share !== null) expect(share >= 0 && share <= 1_000_000).toBe(true);
        expect([1_000_000, null]).toContain(alike(one, one));
      }),
    );
  });
});
