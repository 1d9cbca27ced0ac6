/** On a made district every planted error and pattern is found by its rule, and nothing is found that does not follow. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { group } from "d3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Planted } from "../../../loaders/demo/plants/plant.ts";
import type { TrueForm } from "../../../loaders/demo/true-form.ts";
import { madeUnits, writeDistrict } from "../../../loaders/demo/write-district.ts";
import { type Workspace, workspaceAt } from "../../../loaders/workspace.ts";
import { compute, query } from "../../cli/workspace.ts";

const PLAN = { forms: 1000, years: [2020, 2021, 2022, 2023, 2024], seed: 1, noise: 0 };

/** Rules that nothing is planted for, and why. */
const NOT_PLANTED: Record<string, string> = {
  D1: "a year that makes no sense is not read as one: no text can hold it, only a correction or an office's own limits",
};
/** What moves weight from one heading to another, so that a year's forms no longer have the same split (S11A). */
const MOVES_WEIGHT = ["S1", "S12", "H10", "H11", "H11A"];

interface Finding {
  rule: string;
  fiscal_year: number | null;
  implementing_unit: string | null;
  project_name: string | null;
  seq: string;
  field: string;
}

let folder: string;
let planted: { workspace: Workspace; forms: TrueForm[]; plants: Planted[]; findings: Finding[] };

async function district(name: string, options: { forms: number; planted: boolean }) {
  const plan = { ...PLAN, ...options };
  const workspace = workspaceAt(join(folder, name));
  await writeDistrict(workspace.root, plan);
  await compute(workspace);
  const sown = [...madeUnits(plan)];
  const findings = await query(
    workspace,
    "select rule, fiscal_year, implementing_unit, project_name, seq, field from mart.findings order by finding_id",
  );
  return {
    workspace,
    forms: sown.flatMap(({ unit }) => unit.projects.flat()),
    plants: sown.flatMap(({ planted }) => planted),
    findings: findings as unknown as Finding[],
  };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jixiao-plants-"));
  planted = await district("planted", { forms: PLAN.forms, planted: true });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Whether a finding is that of a plant: same rule, year and place, and the same form, unit or year. */
function isOf(
  plant: Planted,
  { rule, fiscal_year, implementing_unit, project_name, seq, field }: Finding,
): boolean {
  return (
    [plant.rule, plant.year, plant.seq, plant.field].join() === [rule, fiscal_year, seq, field].join() &&
    (plant.unit === "" || plant.unit === implementing_unit) &&
    (plant.project === "" || plant.project === project_name)
  );
}

describe("what was planted", () => {
  test("is found, each by its rule and at its place", () => {
    const plants = planted.plants.filter(({ rule }) => rule !== "unit_years");
    expect(plants.length).toBeGreaterThan(60);
    const missed = plants.filter((plant) => !planted.findings.some((finding) => isOf(plant, finding)));
    expect(missed).toEqual([]);
  });

  test("is all that is found: nothing on units and projects that were left alone", () => {
    const { plants, findings } = planted;
    const projects = new Set(plants.map(({ unit, project }) => `${unit} ${project}`));
    const habits = new Set(plants.filter(isHabit).map(({ unit }) => unit));
    const years = new Set(
      plants.filter(({ unit }) => unit === "").map(({ rule, year }) => `${rule} ${year}`),
    );
    const uneven = plants.filter(({ rule }) => MOVES_WEIGHT.includes(rule)).map(({ year }) => year);
    const others = findings.filter(
      ({ rule, fiscal_year, implementing_unit, project_name }) =>
        !years.has(`${rule} ${fiscal_year}`) &&
        !(rule === "S11A" && uneven.includes(fiscal_year)) &&
        !habits.has(implementing_unit ?? "") &&
        !projects.has(`${implementing_unit} ${project_name}`) &&
        // The one large project that most of a year's money lies idle in.
        !(rule === "F6" && years.has(`H13 ${fiscal_year}`)),
    );
    expect(others).toEqual([]);
  });

  test("covers every rule, but for those that give a reason", async () => {
    const rules = await query(planted.workspace, "select rule from mart.rules order by rule");
    const covered = new Set([...planted.plants.map(({ rule }) => rule), ...Object.keys(NOT_PLANTED)]);
    expect(rules.map(({ rule }) => rule).filter((rule) => !covered.has(String(rule)))).toEqual([]);
  });
});

/** A habit of a unit: of all its projects, or of none by name. */
function isHabit({ unit, project, rule, seq }: Planted): boolean {
  return unit !== "" && (project === "" || (rule === "F8" && seq === "other_funds"));
}

describe("streaks", () => {
  test("of every unit have the length, depth and money that its forms have", async () => {
    const rows = await query(
      planted.workspace,
      `select implementing_unit, fiscal_year, streak_years, streak_lowest_rate, streak_unexecuted
       from mart.unit_years where source = 'total'`,
    );
    const found = new Map(rows.map((row) => [`${row.implementing_unit} ${row.fiscal_year}`, row]));
    const truths = streaksOf(planted.forms);
    expect(found.size).toBe(truths.length);
    for (const { unit, year, length, lowest, unexecuted } of truths) {
      const row = found.get(`${unit} ${year}`)!;
      expect(Number(row.streak_years), `${unit} ${year}`).toBe(length);
      expect(row.streak_unexecuted, `${unit} ${year}`).toBe(length === 0 ? null : decimalText(unexecuted));
      if (length > 0) expect(Number(row.streak_lowest_rate)).toBeCloseTo(lowest, 4);
    }
  });

  test("that were planted are as long and hold as much money as the list of plants says", async () => {
    const chronic = planted.plants.filter(({ rule }) => rule === "unit_years");
    expect(chronic.length).toBeGreaterThan(1);
    for (const { unit, year, size, amount } of chronic) {
      const [row] = await query(
        planted.workspace,
        `select streak_years, streak_unexecuted from mart.unit_years
         where source = 'total' and implementing_unit = '${unit}' and fiscal_year = ${year}`,
      );
      expect(Number(row!.streak_years)).toBeGreaterThanOrEqual(size!);
      if (Number(row!.streak_years) === size) expect(Number(row!.streak_unexecuted)).toBe(Number(amount));
    }
  });
});

interface Streak {
  unit: string;
  year: number;
  length: number;
  /** % */
  lowest: number;
  /** In millionths of 万元. */
  unexecuted: bigint;
}

/** How long each unit has spent less than nine tenths, year by year, told from its forms alone. */
function streaksOf(forms: readonly TrueForm[]): Streak[] {
  const streaks: Streak[] = [];
  const dated = forms.filter(({ filing }) => filing?.kind !== "undated");
  for (const [unit, own] of group(dated, (form) => form.unit)) {
    let before: Streak | undefined;
    for (const [year, filed] of [...group(own, (form) => form.year)].sort(([a], [b]) => a - b)) {
      const totals = filed.map(({ funding }) => funding[0]!);
      const budget = totals.reduce((sum, { adjusted }) => sum + adjusted, 0n);
      const left = totals.reduce((sum, { adjusted, executed }) => sum + adjusted - executed, 0n);
      const rate = 100 - (100 * Number(left)) / Number(budget);
      const going = before?.year === year - 1 && before.length > 0 ? before : undefined;
      const low = left * 10n > budget;
      before = {
        ...{ unit, year, length: low ? (going?.length ?? 0) + 1 : 0 },
        ...{ lowest: Math.min(rate, going?.lowest ?? 100), unexecuted: left + (going?.unexecuted ?? 0n) },
      };
      streaks.push(before);
    }
  }
  return streaks;
}

function decimalText(millionths: bigint): string {
  const digits = millionths.toString().padStart(7, "0");
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

describe("a district in which nothing was planted", () => {
  let clean: typeof planted;
  beforeAll(async () => {
    clean = await district("clean", { forms: 400, planted: false });
  });

  test("gives no finding and no doubt", async () => {
    expect(clean.findings).toEqual([]);
    expect(await query(clean.workspace, "select count(*) as flags from mart.cell_flags")).toEqual([
      { flags: "0" },
    ]);
  });

  test("has the money of its forms, by unit, project, year and source", async () => {
    const rows = await query(
      clean.workspace,
      "select implementing_unit, project_name, fiscal_year, source, initial_budget, adjusted_budget, executed from mart.execution",
    );
    const texts = (values: readonly unknown[]): string => values.join(" ");
    const truths = clean.forms.flatMap(({ unit, project, year, funding }) =>
      funding.map(({ source, initial, adjusted, executed }) =>
        texts([unit, project, year, source, ...[initial, adjusted, executed].map(decimalText)]),
      ),
    );
    expect(rows.map((row) => texts(Object.values(row))).sort()).toEqual(truths.sort());
  });

  test("has targets, actuals and attainment of all its indicators that are numbers", async () => {
    const rows = await query(
      clean.workspace,
      `select forms.implementing_unit, forms.project_name, forms.fiscal_year, indicators.seq, weight, score,
         target_value, actual_value, rule_score
       from mart.indicators as indicators
       join mart.forms as forms using (form_id)
       join mart.indicator_values as indicator_values using (form_id, seq)`,
    );
    const found = new Map(
      rows.map((row) => [`${row.implementing_unit} ${row.project_name} ${row.fiscal_year} ${row.seq}`, row]),
    );
    expect(found.size).toBe(clean.forms.reduce((sum, { indicators }) => sum + indicators.length, 0));
    for (const { unit, project, year, indicators } of clean.forms)
      for (const [at, truth] of indicators.entries()) {
        const row = found.get(`${unit} ${project} ${year} ${at + 1}`)!;
        const place = `${unit} ${project} ${year} ${truth.name}`;
        expect(row.weight, place).toBe(decimalText(truth.weight));
        expect(row.score, place).toBe(decimalText(truth.score));
        if (truth.target.startsWith("每")) continue;
        expect(row.target_value === null ? null : Number(row.target_value), place).toBe(
          numberOf(truth.target),
        );
        expect(row.actual_value === null ? null : Number(row.actual_value), place).toBe(
          numberOf(truth.actual),
        );
      }
  });
});

/** The number of a plain count, share or amount; null for words, days and frequencies. */
function numberOf(text: string): number | null {
  const match = /^(?:[≥≤=]|不低于|不超过)?(\d+(?:\.\d+)?)(?:\([^)]+\)|[^\d]+)$/.exec(text);
  return match ? Number(match[1]) : null;
}
