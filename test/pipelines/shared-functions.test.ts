import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defineSharedFunctions } from "../../pipelines/shared-functions.ts";
import { emptyWarehouse, row } from "./warehouse.ts";

describe("amounts as text", () => {
  it("have separators between thousands and two decimals, more where the amount has them", async () => {
    const connection = await emptyWarehouse();
    await defineSharedFunctions(connection);
    const amount = fc.bigInt(-(10n ** 17n), 10n ** 17n);
    await fc.assert(
      fc.asyncProperty(amount, async (millionths) => {
        const sql = `select amount_text(${millionths} * 0.000001::decimal(7, 6)) as text`;
        const text = String((await row(connection, sql)).text);
        expect(text).toMatch(/^-?\d{1,3}(,\d{3})*\.\d\d(\d{0,3}[1-9])?$/);
        const [whole, decimals] = text.replaceAll(",", "").split(".") as [string, string];
        expect(BigInt(whole + decimals.padEnd(6, "0"))).toBe(millionths);
      }),
    );
  });

  it("of nothing are nothing", async () => {
    const connection = await emptyWarehouse();
    await defineSharedFunctions(connection);
    expect(await row(connection, "select amount_text(null) as text")).toEqual({ text: null });
  });
});
