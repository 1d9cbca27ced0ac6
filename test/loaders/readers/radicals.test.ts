import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readDocument } from "../../../loaders/document.ts";
import { ordinaryCharacters } from "../../../loaders/readers/radicals.ts";
import { RIVER } from "../formats/office/truths.ts";
import { comparedCells, differences } from "../made/compare.ts";

test("radicals are the characters that they look like, and nothing else changes", () => {
  expect(ordinaryCharacters("清理河道⻓度、周边居⺠满意度、三万⻚、主管部⻔、⽬标、⾦额")).toBe(
    "清理河道长度、周边居民满意度、三万页、主管部门、目标、金额",
  );
  const ordinary = "长民页门目金（≥90.00%）①Ⅱ，。㎡";
  expect(ordinaryCharacters(ordinary)).toBe(ordinary);
});

test("a text copied out of a PDF is read in ordinary characters", () => {
  const csv = readFileSync(new URL("../formats/fixtures/one-form.csv", import.meta.url), "utf8");
  const cells = csv.replaceAll(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/gm, "\t").replaceAll('"', "");
  const copied = cells
    .replaceAll("长", "⻓")
    .replaceAll("民", "⺠")
    .replaceAll("门", "⻔")
    .replaceAll("目", "⽬");
  expect(copied).not.toBe(cells);
  const { forms, lines } = readDocument(new TextEncoder().encode(copied), "2024/表.txt");
  expect(differences(comparedCells(forms[0]!, RIVER))).toEqual([]);
  expect(lines.map(({ text }) => text).join("\n")).toBe(copied.replace(/\n$/, ""));
});
