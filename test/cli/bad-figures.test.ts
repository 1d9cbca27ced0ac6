/** Figures that no form should have: nothing breaks, and each is asked about. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Workspace, workspaceAt } from "../../loaders/workspace.ts";
import { fileText } from "./made-text.ts";
import { addSource, compute, query } from "./workspace.ts";

const PRINTED: Record<string, (text: string) => string> = {
  "a year of five digits": (text) => text.replace("(2031年度)", "(20224年度)"),
  "a year of three digits": (text) => text.replace("(2031年度)", "(202年度)"),
  "an amount of 16 digits": (text) => text.replaceAll("40.00", "1234567890123456.00"),
  "an amount of 30 digits": (text) => text.replaceAll("40.00", "123456789012345678901234567890.00"),
  "a negative budget": (text) => text.replaceAll("\t40.00", "\t-40.00"),
  "money spent out of nothing": (text) => text.replaceAll("\t40.00", "\t0.00"),
  "a target of nothing": (text) =>
    text.replace("≥12.00(次)", "≥0.00(次)").replace("≥90.00(%)\t95.00(%)", "≤10.00(%)\t0.00(%)"),
};

let workspace: Workspace;
beforeAll(async () => {
  workspace = workspaceAt(await mkdtemp(join(tmpdir(), "jixiao-bad-")));
  for (const [at, change] of Object.values(PRINTED).entries())
    await addSource(workspace, `收到/${at}.txt`, change(fileText([{ project: `第${at}项经费` }])));
  await compute(workspace);
});
afterAll(() => rm(workspace.root, { recursive: true, force: true }));

const pathOf = (what: string) => `收到/${Object.keys(PRINTED).indexOf(what)}.txt`;

it.each([
  ["a year of five digits", "D4", /印作“\(20224年度\)”，读不出是哪一年/],
  ["a year of three digits", "D4", /印作“\(202年度\)”，读不出是哪一年/],
  ["an amount of 16 digits", "F14", /1,234,567,890,123,456\.00 万元，超过 1,000\.00 亿元/],
  ["a negative budget", "F11", /-40\.00 万元，金额不应为负/],
  ["money spent out of nothing", "F4", /全年执行数 30\.00 万元超过全年预算数 0\.00 万元/],
])("%s is found by %s", async (what, rule, says) => {
  const found = await query(
    workspace,
    `select message from mart.findings
     inner join mart.forms as forms using (form_id)
     inner join mart.documents as documents using (document_id)
     where path = '${pathOf(what)}' and rule = '${rule}'`,
  );
  expect(found.length).toBeGreaterThan(0);
  expect(String(found[0]!.message)).toMatch(says);
});

it("an amount that no column holds is not read, and its cell asks for a person", async () => {
  const cells = await query(
    workspace,
    `select flags.status, funding.adjusted_budget from mart.cell_flags as flags
     inner join mart.funding as funding on flags.form_id = funding.form_id and flags.seq = funding.source
     inner join mart.forms as forms on flags.form_id = forms.form_id
     inner join mart.documents as documents using (document_id)
     where path = '${pathOf("an amount of 30 digits")}' and flags.field = 'adjusted_budget'`,
  );
  expect(cells.length).toBeGreaterThan(0);
  for (const cell of cells) expect(cell).toEqual({ status: "uncertain", adjusted_budget: null });
});

it("a rate over nothing and a share of a target of nothing are null", async () => {
  const rates = await query(workspace, "select execution_rate from mart.execution where adjusted_budget = 0");
  expect(rates.length).toBeGreaterThan(0);
  expect(new Set(rates.map(({ execution_rate }) => execution_rate))).toEqual(new Set([null]));
  const [target] = await query(
    workspace,
    "select attainment from mart.indicator_values where target_value = 0 and operator = '≥'",
  );
  expect(target).toEqual({ attainment: null });
});
