import { expect, it } from "vitest";
import { remembered } from "../../../pipelines/transforms/remembered.ts";

/** A function that counts how often it is asked for each text. */
function counting() {
  const asked = new Map<string | null, number>();
  const read = (text: string | null) => {
    asked.set(text, (asked.get(text) ?? 0) + 1);
    return { text };
  };
  return { asked, read: remembered(read) };
}

it("reads a text once and gives the same answer again", () => {
  const { asked, read } = counting();
  expect(read("≥3次")).toEqual({ text: "≥3次" });
  expect(read(null)).toEqual({ text: null });
  expect(read("≥3次")).toBe(read("≥3次"));
  expect([...asked.values()]).toEqual([1, 1]);
});

it("keeps what is asked for again and again, whatever else is asked for", () => {
  const { asked, read } = counting();
  for (let text = 0; text < 60_000; text++) {
    read("≥3次");
    read(String(text));
  }
  expect(asked.get("≥3次")).toBe(1);
});

it("keeps neither prose nor ever more texts", () => {
  const { asked, read } = counting();
  const prose = "按计划推进".repeat(50);
  read(prose);
  read(prose);
  expect(asked.get(prose)).toBe(2);
  read("≥3次");
  for (let text = 0; text < 60_000; text++) read(String(text));
  read("≥3次");
  expect(asked.get("≥3次")).toBe(2);
});
