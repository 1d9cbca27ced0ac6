import { describe, expect, test } from "vitest";
import type { Rulings, Word } from "../../../loaders/readers/pdf/geometry.ts";
import { gridsOf } from "../../../loaders/readers/pdf/grid.ts";
import { textOfWords } from "../../../loaders/readers/pdf/text-lines.ts";
import { cutWord, isGibberish } from "../../../loaders/readers/pdf/words.ts";

/** Lines at these positions, each from one end of the table to the other. */
function lattice(xs: readonly number[], ys: readonly number[]): Rulings {
  const [left, right] = [xs[0]!, xs.at(-1)!];
  const [top, bottom] = [ys[0]!, ys.at(-1)!];
  return {
    vertical: xs.map((at) => ({ at, from: top, to: bottom })),
    horizontal: ys.map((at) => ({ at, from: left, to: right })),
  };
}

const spansOf = (rulings: Rulings) =>
  gridsOf(rulings).map(({ cells }) =>
    cells.map(({ row, column, rowSpan, columnSpan }) => [row, column, rowSpan, columnSpan]),
  );

describe("ruling lines make a table", () => {
  test("a cell between each two", () => {
    expect(spansOf(lattice([0, 100, 200], [0, 20, 40]))).toEqual([
      [
        [0, 0, 1, 1],
        [0, 1, 1, 1],
        [1, 0, 1, 1],
        [1, 1, 1, 1],
      ],
    ]);
  });

  test("merged where a line is not drawn", () => {
    const { vertical, horizontal } = lattice([0, 100, 200], [0, 20, 40]);
    horizontal[1] = { at: 20, from: 100, to: 200 };
    expect(spansOf({ vertical, horizontal })).toEqual([
      [
        [0, 0, 2, 1],
        [0, 1, 1, 1],
        [1, 1, 1, 1],
      ],
    ]);
  });

  test("drawn twice, in pieces, and open at its sides", () => {
    const vertical = [
      { at: 100, from: 0, to: 20 },
      { at: 100.8, from: 20.5, to: 40 },
    ];
    const horizontal = [0, 0.7, 20, 40].map((at) => ({ at, from: 0, to: 200 }));
    expect(spansOf({ vertical, horizontal })[0]).toHaveLength(4);
  });

  test("two tables where no line goes from one to the other; a line alone is none", () => {
    const a = lattice([0, 100, 200], [0, 20]);
    const b = lattice([0, 50, 200], [100, 120]);
    const both = {
      vertical: [...a.vertical, ...b.vertical],
      horizontal: [...a.horizontal, ...b.horizontal, { at: 60, from: 0, to: 200 }],
    };
    expect(gridsOf(both).map(({ top, columns }) => [top, columns])).toEqual([
      [0, [0, 100, 200]],
      [100, [0, 50, 200]],
    ]);
  });
});

const word = (text: string, left: number, top: number, width = 10 * text.length): Word => ({
  text,
  left,
  right: left + width,
  top,
  bottom: top + 10,
});

describe("words of a cell", () => {
  test("are lines from top to bottom, with a space where they stand apart", () => {
    expect(textOfWords([word("指标", 0, 12), word("经济", 0, 0), word("成本", 20, 0.4)])).toBe(
      "经济成本指标",
    );
    expect(textOfWords([word("10", 0, 0), word("20", 40, 0)])).toBe("10 20");
  });

  test("that run over a line are cut at it, whole characters to each side", () => {
    expect(cutWord(word("1,210.50 1,233.38", 0, 0, 170), 85).map(({ text }) => text)).toEqual([
      "1,210.50",
      " 1,233.38",
    ]);
    expect(cutWord(word("水务局12", 0, 0, 80), 60).map(({ text }) => text)).toEqual(["水务局", "12"]);
  });

  test("are noise where their font does not say which characters it prints", () => {
    expect(isGibberish([word("\ue001\ue002\u0003河", 0, 0)])).toBe(true);
    expect(isGibberish([word("河道保洁\ue001", 0, 0)])).toBe(false);
  });
});
