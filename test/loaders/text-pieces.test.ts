import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { chanceOf } from "../../loaders/demo/chance.ts";
import { DAMAGES, type Damage } from "../../loaders/demo/damage.ts";
import { type LabelPlace, printForm, textOfLines } from "../../loaders/demo/print-form.ts";
import { openReader, readerOfThisThread } from "../../loaders/document-reader.ts";
import { finishForms } from "../../loaders/form/read-forms.ts";
import { draftPiece, piecesOfText } from "../../loaders/form/text-pieces.ts";
import { splitLines } from "../../loaders/readers/text.ts";
import { trueForm } from "./made/truth.ts";

const PLACES: readonly LabelPlace[] = ["middle", "top", "every"];
const context = { folderYear: 2031 };

/** Made forms one behind the other, whole and damaged, some with blank lines between them. */
function madeText(seed: number, forms: number): string {
  const chance = chanceOf(seed);
  const damages: Damage[] = Object.values(DAMAGES);
  return fc
    .sample(trueForm, { numRuns: forms, seed })
    .map((truth) => {
      const whole = { lines: printForm(truth, PLACES[chance(3)]!), lost: new Set<string>() };
      const form = damages.reduce((own, damage) => (chance(4) ? own : damage(own, chance)), whole);
      return textOfLines(form.lines) + "\n".repeat(chance(12));
    })
    .join("\n");
}

/** The text with lines between its forms that begin like one, and titles and years that stand alone. */
function withNearMisses(text: string): string {
  const between = [
    "项目名称",
    "项目名称\t页",
    "",
    "单位名称",
    "部门整体支出绩效自评表",
    "(2030年度)",
    "（年度）",
    "",
    "项日名称",
  ];
  const chance = chanceOf(5);
  return splitLines(text)
    .flatMap((line) =>
      line.startsWith("项目名称") && chance(2) ? [...between.slice(chance(12)), line] : [line],
    )
    .join("\n");
}

const source = new URL("../../data/sources/2024/jiading-zuzhibu-2024.txt", import.meta.url);

it.each([
  ["made forms", () => madeText(71, 60)],
  ["forms between words that look like theirs", () => withNearMisses(madeText(72, 16))],
  ["the published document", () => readFileSync(source, "utf8")],
])("cut at forms and drafted apart, %s read as in one", (_, text) => {
  const lines = splitLines(text());
  const whole = piecesOfText(lines, Number.POSITIVE_INFINITY);
  expect(whole).toHaveLength(1);
  const inOne = finishForms(whole.map(draftPiece), context);
  for (const linesOfPiece of [1, 40, 100]) {
    const pieces = piecesOfText(lines, linesOfPiece);
    expect(pieces.length).toBeGreaterThan(1);
    expect(finishForms(pieces.map(draftPiece), context)).toEqual(inOne);
  }
});

it("drafts a long text on several threads as on one", async () => {
  const bytes = new TextEncoder().encode(madeText(73, 160));
  const request = { bytes, path: "2031/单位.txt", documentId: "0".repeat(12) };
  const onThreads = openReader({ threads: 3, leastBytes: 1 });
  try {
    expect(await onThreads.read(request)).toEqual(await readerOfThisThread().read(request));
  } finally {
    await onThreads.close();
  }
});
