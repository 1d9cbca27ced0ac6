/** The search finds every substring and every row of initials, at the size of a city within the blink of an eye. */
import fc from "fast-check";
import { pinyin } from "pinyin-pro";
import { describe, expect, test } from "vitest";
import type { SearchIndex } from "../../../src/components/search/search-index.ts";
import { SiteSearch } from "../../../src/components/search/site-search.ts";
import { comparable, Initials, TextSearch } from "../../../src/components/search/text-search.ts";

const TEXTS = ["党建活动经费", "重庆路改造", "银行长期贷款", "ＡＢ类 补助", "活动", "", "党建活动"];
const CHARACTERS = [...new Set(`${TEXTS.join("")}其他资金`)].filter((character) =>
  /\p{Script=Han}/u.test(character),
);
const LETTERS = CHARACTERS.map((character) =>
  pinyin(character, { multiple: true, toneType: "none", type: "array" })
    .map((reading) => reading[0]!)
    .join(""),
);
const INITIALS = new Initials(CHARACTERS.join(""), LETTERS);

function found(query: string): string[] {
  const search = new TextSearch(TEXTS, INITIALS);
  return search.holding(comparable(query)).map(({ text }) => TEXTS[text]!);
}

function spelled(letters: string): string[] {
  return new TextSearch(TEXTS, INITIALS).spelled(letters).map(({ text }) => TEXTS[text]!);
}

describe("texts", () => {
  test.each([
    ["活动", ["党建活动经费", "活动", "党建活动"]],
    ["建活", ["党建活动经费", "党建活动"]],
    ["ab类补", ["ＡＢ类 补助"]],
    ["费重", []],
    ["", []],
  ])("that hold %j", (query, texts) => expect(found(query)).toEqual(texts));

  test.each([
    ["djhd", ["党建活动经费", "党建活动"]],
    ["cql", ["重庆路改造"]],
    ["zql", ["重庆路改造"]],
    ["yhcq", ["银行长期贷款"]],
    ["yxzq", ["银行长期贷款"]],
    ["ablbz", ["ＡＢ类 补助"]],
    ["fcq", []],
  ])("whose characters begin with %s", (letters, texts) => expect(spelled(letters)).toEqual(texts));

  test("that are or begin with what was asked for come before others", () => {
    const ranks = new TextSearch(TEXTS, INITIALS).holding("活动").map(({ rank }) => rank);
    expect(ranks).toEqual([2, 0, 2]);
    expect(new TextSearch(TEXTS, INITIALS).holding("党建").map(({ rank }) => rank)).toEqual([1, 1]);
  });

  test("are found exactly when they hold the string", () => {
    const characters = fc.constantFrom(..."甲乙丙丁a1 \n");
    const texts = fc.array(fc.string({ unit: characters, maxLength: 8 }), { maxLength: 8 });
    fc.assert(
      fc.property(texts, fc.string({ unit: characters, minLength: 1, maxLength: 3 }), (made, query) => {
        const asked = comparable(query);
        fc.pre(asked !== "");
        const hits = new TextSearch(made, INITIALS).holding(asked).map(({ text }) => text);
        const expected = made.flatMap((text, at) => (comparable(text).includes(asked) ? [at] : []));
        expect(hits).toEqual(expected);
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

/** An index of as many forms as a city files, no two indicators alike. */
function cityIndex(forms: number): SearchIndex {
  const syllables = [...CHARACTERS];
  const word = (n: number, length: number) =>
    Array.from(
      { length },
      (_, at) => syllables[(n * 7919 + at * (n % 13) + at * at) % syllables.length],
    ).join("");
  const numbers = Array.from({ length: forms * 12 }, (_, n) => n);
  const units = Array.from({ length: 500 }, (_, n) => `${word(n, 8)}局${n}`);
  return {
    documents: Array.from({ length: forms / 20 }, (_, n) => [n.toString(16).padStart(12, "0"), 20]),
    characters: CHARACTERS.join(""),
    letters: LETTERS,
    kinds: [
      { kind: "page", texts: ["其他资金"], forms: [0], keys: ["other-funds"] },
      { kind: "unit", texts: units, forms: units.map(() => 20) },
      {
        kind: "indicator",
        texts: numbers.map((n) => `${word(n, 9)}${n}`),
        forms: numbers.map((n) => 1 + (n % 3)),
        places: {
          document: numbers.map((n) => Math.floor(n / 240)),
          ordinal: numbers.map((n) => 1 + (Math.floor(n / 12) % 20)),
          line: numbers.map((n) => 1 + (n % 240)),
        },
      },
    ],
  };
}

describe("site of ten thousand forms", () => {
  const site = new SiteSearch(cityIndex(10_000));

  test.each(["活动", "活", "djhd", "jf", "没有这样的词", "119999", "00000000001a", "活动 费"])(
    "answers %j in less than 50 ms",
    (query) => {
      site.find(query);
      // The quickest of several: what is measured is the search, not what else the computer is doing.
      const times = Array.from({ length: 10 }, () => {
        const start = performance.now();
        site.find(query);
        return performance.now() - start;
      });
      expect(Math.min(...times)).toBeLessThan(50);
    },
  );

  test("leads to the first line of an indicator, and to a form by its id", () => {
    expect(site.find("119999")).toEqual([
      {
        name: "指标",
        total: 1,
        results: [
          expect.objectContaining({ href: "./form.html?id=0000000001f3-20&line=240", note: "3 张表单" }),
        ],
      },
    ]);
    expect(site.find("0000000001f3-20")[0]).toEqual({
      name: "表单编号",
      total: 1,
      results: [{ text: "0000000001f3-20", note: "", href: "./form.html?id=0000000001f3-20" }],
    });
    expect(site.find("0000000001f3")[0]).toMatchObject({ name: "表单编号", total: 20 });
  });

  test("asks for all words of a query, and for nothing where there is none", () => {
    expect(site.find("   ")).toEqual([]);
    for (const { results } of site.find("活 费")) {
      for (const { text } of results) expect(text).toMatch(/活.*费|费.*活/);
    }
    expect(site.find("qtzj")).toContainEqual({
      name: "页面",
      total: 1,
      results: [{ text: "其他资金", note: "", href: "./other-funds.html" }],
    });
  });
});
