import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printDocument } from "../../loaders/demo/print-form.ts";
import { readDocument, UnreadableDocument } from "../../loaders/document.ts";
import { cellFlags } from "../../loaders/form/flags.ts";
import type { Form, Reading } from "../../loaders/form/types.ts";
import { DOCUMENT, DOCUMENT_BYTES } from "./golden/golden.ts";
import { trueForm } from "./made/truth.ts";

const PUBLISHED = new TextDecoder().decode(DOCUMENT_BYTES);
const read = (text: string) => readDocument(new TextEncoder().encode(text), "2024/made.txt").forms;

/** All that a form says, without where it says it: lines move when lines are added. */
function content(forms: readonly Form[]): string {
  return JSON.stringify(forms, (key, value: unknown) => {
    if (/line$/i.test(key) || key === "reason") return undefined;
    return typeof value === "bigint" ? String(value) : value;
  });
}

/** Texts to change: the published document, and made ones. */
const text = fc.oneof(
  fc.constant(PUBLISHED),
  fc.array(trueForm, { minLength: 1, maxLength: 3 }).map((truths) => printDocument(truths, "every")),
);

describe("what changes nothing on the page changes nothing in the reading", () => {
  test("spaces and tabs at the ends of lines", () => {
    fc.assert(
      fc.property(text, fc.infiniteStream(fc.constantFrom("", " ", "  ", "\t", " \t ")), (original, ends) => {
        const padded = original
          .split("\n")
          .map((line) => line + ends.next().value)
          .join("\n");
        expect(content(read(padded))).toBe(content(read(original)));
      }),
      { numRuns: 12, seed: 2024 },
    );
  });

  test("a blank line between two forms", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 4 }), (original, blanks) => {
        const spread = original.replaceAll("\n\n", "\n".repeat(2 + blanks));
        expect(content(read(spread))).toBe(content(read(original)));
      }),
      { numRuns: 6, seed: 2024 },
    );
  });

  test("line ends of Windows, a byte order mark, GB18030", () => {
    const crlf = `\ufeff${PUBLISHED.replaceAll("\n", "\r\n")}`;
    expect(content(read(crlf))).toBe(content(DOCUMENT.forms));
  });

  test("forms that stand before or behind it in a document of whole forms", () => {
    fc.assert(
      fc.property(fc.array(trueForm, { minLength: 2, maxLength: 5 }), (truths) => {
        const withoutOrdinal = (forms: readonly Form[]) =>
          forms.map((form) => content([{ ...form, ordinal: 0 }])).sort();
        expect(withoutOrdinal(read(printDocument([...truths].reverse(), "every")))).toEqual(
          withoutOrdinal(read(printDocument(truths, "every"))),
        );
      }),
      { numRuns: 15, seed: 2024 },
    );
  });
});

describe("two lines that changed places", () => {
  const lines = PUBLISHED.split("\n");

  /** The published document with line `at` and the one below it exchanged. */
  function exchanged(at: number): Form[] {
    const other = [...lines];
    [other[at], other[at + 1]] = [lines[at + 1]!, lines[at]!];
    return read(other.join("\n"));
  }

  test("cost no row of money, and let no wrong amount or name pass without a flag", () => {
    const wrong: string[] = [];
    for (let at = 0; at < lines.length - 2; at += 3)
      for (const [index, form] of exchanged(at).entries()) {
        const whole = DOCUMENT.forms[index]!;
        const check = (place: string, now: Reading<unknown> | undefined, before: Reading<unknown>) => {
          const vouched = !now?.flag || now.flag.status === "repaired";
          if (vouched && now?.value !== before.value)
            wrong.push(`line ${at + 1}: form ${index + 1} ${place}: ${now?.value}`);
        };
        for (const row of whole.funding) {
          const now = form.funding.find(({ source }) => source === row.source);
          for (const field of [
            "initialBudget",
            "adjustedBudget",
            "executed",
            "executionRate",
            "score",
          ] as const)
            check(`${row.source} ${field}`, now?.[field], row[field]);
        }
        for (const field of [
          "projectName",
          "department",
          "implementingUnit",
          "totalScore",
          "rating",
        ] as const)
          check(field, form[field], whole[field]);
      }
    expect(wrong).toEqual([]);
  });
});

describe("whatever the text", () => {
  const word = fc.constantFrom(
    ...[
      "项目名称",
      "主管部门",
      "实施单位",
      "年初预算数",
      "全年预算数",
      "全年执行数",
      "分值",
      "执行率",
      "得分",
      "年度资金总额",
    ],
    ...[
      "其中:当年财政拨款",
      "其他资金",
      "预期目标",
      "实际完成情况",
      "一级指标",
      "二级指标",
      "三级指标",
      "年度指标值",
      "实际完成值",
    ],
    ...[
      "产出指标",
      "数量 指标",
      "满意",
      "度指标",
      "达成指标",
      "≥90.00(%)",
      "10.00",
      "1,234.5",
      "-",
      "_",
      "总分",
      "100.00",
      "评分等级",
      "优",
    ],
    ...[
      "(2024年度)",
      "清河区水务局",
      "Í",
      "<u>度指</u>",
      "^{数里}",
      "999999999999999999.99",
      "2.00 2.00",
      "（",
      "次)",
    ],
  );
  const line = fc
    .array(fc.oneof({ weight: 3, arbitrary: word }, fc.constant("")), { maxLength: 9 })
    .map((cells) => cells.join("\t"));

  test("it is read or turned down, and nothing else goes wrong", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.boolean(), (lines, headed) => {
        const head = headed ? "项目名称\t河道保洁\n主管部门\t清河区水务局\t实施单位\t清河区河道所\n" : "";
        try {
          const { forms } = readDocument(new TextEncoder().encode(head + lines.join("\n")), "made.txt");
          for (const form of forms) expect(() => cellFlags(form)).not.toThrow();
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableDocument);
        }
      }),
      { numRuns: 1500, seed: 2024 },
    );
  });
});

describe("lines", () => {
  test("every value stands on the line that it names", () => {
    const missing = DOCUMENT.forms.flatMap((form) =>
      form.indicators.flatMap((row) =>
        (["name", "target", "actual", "weight", "score", "deviationReason"] as const).flatMap((field) => {
          const { line, asRead } = row[field];
          const [first] = asRead.split("⇥");
          const there = line === null || flat(DOCUMENT.lines[line - 1]!.text).includes(flat(first!));
          return there
            ? []
            : [`form ${form.ordinal} indicator ${row.seq} ${field}: “${first}” is not on line ${line}`];
        }),
      ),
    );
    expect(missing).toEqual([]);
  });
});

/** A line without white space and without the markup that an extractor left. */
function flat(text: string): string {
  return text.replace(/<[^>]*>|\^\{([^}]*)\}/g, "$1").replace(/\s/g, "");
}
