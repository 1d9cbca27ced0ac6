import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { MONEY_WIDTH, POINTS_WIDTH, storable } from "../../../loaders/warehouse/storable.ts";
import { madeForm, reading } from "./made-form.ts";

it("leaves a form that fits as it is", () => {
  const form = madeForm();
  expect(storable(form)).toEqual(form);
});

it("knows the widths of the columns", async () => {
  const schema = await readFile(new URL("../../../loaders/warehouse/schema.sql", import.meta.url), "utf8");
  const widths = new Set([...schema.matchAll(/DECIMAL\((\d+), 6\)/g)].map(([, width]) => Number(width)));
  expect(widths).toEqual(new Set([MONEY_WIDTH, POINTS_WIDTH]));
});

it("takes an amount out that no column holds, and says so", () => {
  const form = madeForm();
  form.funding[0]!.executed = reading(10n ** 24n);
  form.indicators[0]!.score = reading(-(10n ** 12n));
  form.totalScore = reading(10n ** 12n - 1n);
  const stored = storable(form);
  expect(stored.funding[0]!.executed).toMatchObject({
    value: null,
    flag: { status: "uncertain", reason: expect.stringContaining("1000000000000000000.00") },
  });
  expect(stored.indicators[0]!.score).toMatchObject({ value: null, flag: { status: "uncertain" } });
  expect(stored.totalScore).toEqual(form.totalScore);
});

it("keeps both rows of a source that a form prints twice, the later ones flagged", () => {
  const form = madeForm();
  const [row] = form.funding;
  const { funding } = storable({ ...form, funding: [row!, row!, row!] });
  expect(funding.map(({ source }) => source)).toEqual([
    "total",
    "年度资金总额（第2次出现）",
    "年度资金总额（第3次出现）",
  ]);
  expect(funding.map(({ adjustedBudget }) => adjustedBudget.flag?.status)).toEqual([
    undefined,
    "uncertain",
    "uncertain",
  ]);
});
