import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flagNotes } from "../../../src/components/form/flag-index.ts";
import { ranges } from "../../../src/components/form/flag-notes.ts";
import { matchingForms } from "../../../src/components/form/form-list.ts";
import { formSharePath, type SharedFlag } from "../../../src/components/form/form-share.ts";
import { type FormFilter, formFilter, linkToForms } from "../../../src/components/links.ts";
import type { ListedForm } from "../../../src/components/measures.ts";

const NO_AMOUNTS = { adjusted_budget: null, executed: null, unexecuted: null, execution_rate: null };

function listed(form: Partial<ListedForm>): ListedForm {
  return {
    ...{ form_id: "0a1b2c3d4e5f-01", form_type: "project", fiscal_year: 2031, project_name: "活动经费" },
    ...{
      department: "云溪市甲局",
      implementing_unit: "云溪市甲局",
      line: 1,
      total_score: null,
      rating: null,
    },
    ...NO_AMOUNTS,
    flagged_cells: 0,
    flagged: false,
    name_doubtful: false,
    ...form,
  };
}

describe("forms of a filter", () => {
  const forms = [
    listed({}),
    listed({ implementing_unit: "云溪市甲局人才中心", fiscal_year: 2030 }),
    listed({ project_name: null, fiscal_year: null, flagged_cells: 2 }),
  ];
  const found = (filter: FormFilter) => matchingForms(forms, filter).map((form) => forms.indexOf(form));

  test("names are whole, words are not", () => {
    expect(found({ unit: "云溪市甲局" })).toEqual([0, 2]);
    expect(found({ q: "人才 活动" })).toEqual([1]);
    expect(found({ project: "活动经费" })).toEqual([0, 1]);
  });

  test("a year that is not known is a year", () => {
    expect(found({ year: null })).toEqual([2]);
    expect(found({ year: 2030 })).toEqual([1]);
    expect(found({})).toEqual([0, 1, 2]);
  });

  test("doubt narrows", () => {
    expect(found({ flagged: true })).toEqual([2]);
  });
});

test("an address says what its filter says", () => {
  const text = fc.option(fc.string({ minLength: 1 }), { nil: undefined });
  const filter = fc.record(
    {
      ...{ q: text, unit: text, project: text, flagged: fc.constant(true) },
      year: fc.option(fc.integer({ min: 1000, max: 9999 })),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(filter, (asked) => {
      const { search } = new URL(linkToForms(asked), "http://localhost/");
      const said = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
      expect(formFilter(search)).toEqual(said);
    }),
  );
});

test.each(["../x-01", "0123456789AB-01", "0123456789ab-1", "0123456789ab-01/..", "", " 0123456789ab-01"])(
  "%j is no form's id",
  (id) => {
    expect(formSharePath(id)).toBeNull();
  },
);

describe("notes of flags", () => {
  const flag = (seq: string, options: Partial<SharedFlag> = {}): SharedFlag => ({
    ...{ record: "indicator", seq, field: "level2", status: "repaired", as_read: "数里", value: "数量指标" },
    ...{ reason: "按次序补全", line: 12, asks_person: false },
    ...options,
  });

  test("gather what is the same but for its row, and put first what asks for a person", () => {
    const uncertain = flag("9", { status: "uncertain", asks_person: true });
    const notes = flagNotes([flag("1"), flag("2"), uncertain, flag("3"), flag("4", { line: 13 })]);
    expect(notes.map((note) => [note.number, note.flags.map((one) => one.seq)])).toEqual([
      [1, ["9"]],
      [2, ["1", "2", "3"]],
      [3, ["4"]],
    ]);
  });

  test("name their rows in few words", () => {
    expect(ranges([3, 1, 2, 7, 9, 10])).toBe("1–3、7、9–10");
  });
});
