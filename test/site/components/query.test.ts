/** Cells of Arrow answers as text, and errors told in Chinese. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { cellText, decimalText } from "../../../src/components/query/arrow-cells.ts";
import { QueryError, queryError } from "../../../src/components/query/query-errors.ts";

/** The 32-bit parts of a number of 128 bits. */
function parts(value: bigint): Uint32Array {
  const bits = BigInt.asUintN(128, value);
  return Uint32Array.from([0n, 32n, 64n, 96n], (shift) => Number((bits >> shift) & 0xffffffffn));
}

test.each([
  [0n, 0, "0"],
  [0n, 2, "0.00"],
  [5n, 2, "0.05"],
  [-5n, 2, "-0.05"],
  [146528n, 2, "1465.28"],
  [-(2n ** 100n), 6, "-1267650600228229401496703.205376"],
])("%s with %d decimals is %s", (value, scale, text) => expect(decimalText(parts(value), scale)).toBe(text));

test("decimals keep every digit", () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 37n), 10n ** 37n), fc.integer({ min: 0, max: 20 }), (value, scale) => {
      const text = decimalText(parts(value), scale);
      expect(BigInt(text.replace(".", ""))).toBe(value);
      expect(text.split(".")[1]?.length ?? 0).toBe(scale);
    }),
    { seed: 7, numRuns: 200 },
  );
});

test.each([
  [null, 5, null],
  ["", 5, ""],
  [1.5, 3, "1.5"],
  [1e30, 3, "1000000000000000019884624838656"],
  [1e-7, 3, "0.0000001"],
  [Number.NaN, 3, null],
  [12n, 2, "12"],
  [true, 6, "true"],
  [Date.UTC(2031, 3, 5), 8, "2031-04-05"],
  [Date.UTC(2031, 3, 5, 6, 7, 8), 10, "2031-04-05 06:07:08"],
  [{ toJSON: () => ["甲", "1"] }, 12, '["甲","1"]'],
])("%s of type %d is %j", (value, typeId, text) => expect(cellText(value, { typeId })).toBe(text));

test.each([
  ["Catalog Error: Table with name a does not exist!", "没有名为 a 的表"],
  ['{"exception_type":"Parser","exception_message":"syntax error at or near \\"x\\""}', "在“x”附近"],
  ["Out of Memory Error: could not allocate", "内存不够"],
  ["something else", "这条查询没有完成。"],
])("%j is told as %s", (detail, message) => expect(queryError(new Error(detail)).message).toContain(message));

test("an error that is Chinese already stays as it is", () => {
  const error = new QueryError("查询已停止。");
  expect(queryError(error)).toBe(error);
});
