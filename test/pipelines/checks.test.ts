import type { DuckDBConnection } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import { readModels } from "../../pipelines/models.ts";
import { PIPELINES_FOLDER, runModels } from "../../pipelines/transform.ts";
import { type Severity, testRule } from "./rule-cases.ts";
import { addFlag, addForms, emptyWarehouse, row, rows } from "./warehouse.ts";

/** What is changed in a form that no rule objects to: table → assignment, with the row it is for. */
type Change = readonly [table: "forms" | "funding" | "indicators", assignment: string, where?: string];
type Cell = readonly [record: string, seq: string, field: string];

interface Case {
  rule: string;
  what: string;
  /** Makes a form that the rule must catch. */
  caught: Change[];
  /** Makes a form that it must leave, as near to the other as can be. */
  left: Change[];
  /** Where the finding is: the row's seq and the field. */
  at: readonly [seq: string, field: string];
  severity: Severity;
  /** Said in the message. */
  says: RegExp;
  /** A cell that the rule rests on. */
  cell: Cell;
}

const TOTAL = "source = 'total'";
const FIRST = "seq = 1";
const SECOND = "seq = 2";
const THIRD = "seq = 3";

/** A goal of 41 characters, that is of 40 pairs. */
const GOAL = "全年组织培训十二场覆盖基层干部三百人次编印教材两千册并开展回访调查形成总结报告上报备案";
/** The goal with a number of its characters changed, no two of them neighbours. */
const outcome = (changed: number) =>
  [...GOAL].map((character, at) => (at % 4 === 1 && at < 4 * changed ? "某" : character)).join("");

const CASES: Case[] = [
  {
    rule: "F1",
    what: "the sources do not add up, beyond rounding",
    caught: [["funding", "adjusted_budget = 40.02", "source = 'other_funds'"]],
    left: [["funding", "adjusted_budget = 40.01", "source = 'other_funds'"]],
    at: ["total", "adjusted_budget"],
    severity: "error",
    says: /全年预算数印作 100\.00 万元，各来源相加为 100\.02 万元，相差 0\.02 万元，超出取整所容许的 0\.015 万元/,
    cell: ["funding", "other_funds", "adjusted_budget"],
  },
  {
    rule: "F1",
    what: "a total of nothing over a source of something",
    caught: [["funding", "initial_budget = 0", TOTAL]],
    left: [["funding", "initial_budget = 100.01", TOTAL]],
    at: ["total", "initial_budget"],
    severity: "error",
    says: /年初预算数印作 0\.00 万元，各来源相加为 100\.00 万元/,
    cell: ["funding", "total", "initial_budget"],
  },
  {
    rule: "F2",
    what: "a rate that neither rounding nor cutting off explains",
    caught: [["funding", "reported_execution_rate = 95.23", TOTAL]],
    left: [["funding", "reported_execution_rate = 95.24", TOTAL]],
    at: ["total", "reported_execution_rate"],
    severity: "error",
    says: /执行率印作 95\.23%，而全年执行数 95\.25 万元、全年预算数 100\.00 万元/,
    cell: ["funding", "total", "executed"],
  },
  {
    rule: "F2",
    what: "a rate over nothing",
    caught: [["funding", "adjusted_budget = 0, executed = 0, reported_execution_rate = 50", TOTAL]],
    left: [["funding", "adjusted_budget = 0, executed = 0, reported_execution_rate = 0", TOTAL]],
    at: ["total", "reported_execution_rate"],
    severity: "error",
    says: /执行率印作 50\.00%/,
    cell: ["funding", "total", "adjusted_budget"],
  },
  {
    rule: "F3",
    what: "a rate over the initial budget",
    caught: [["funding", "initial_budget = 120, reported_execution_rate = 79.37", TOTAL]],
    left: [["funding", "initial_budget = 120, reported_execution_rate = 79.35", TOTAL]],
    at: ["total", "reported_execution_rate"],
    severity: "info",
    says: /执行率 79\.37% 是以年初预算数 120\.00 万元为分母算出的/,
    cell: ["funding", "total", "initial_budget"],
  },
  {
    rule: "F4",
    what: "more spent than there was",
    caught: [["funding", "executed = 40.01", "source = 'other_funds'"]],
    left: [["funding", "executed = 40.00", "source = 'other_funds'"]],
    at: ["other_funds", "executed"],
    severity: "error",
    says: /其他资金的全年执行数 40\.01 万元超过全年预算数 40\.00 万元，超出 0\.01 万元/,
    cell: ["funding", "other_funds", "executed"],
  },
  {
    rule: "F5",
    what: "a low rate and no reason",
    caught: [
      ["funding", "executed = 89.99", TOTAL],
      ["indicators", "deviation_reason = '无'", FIRST],
    ],
    left: [
      ["funding", "executed = 89.99", TOTAL],
      ["indicators", "deviation_reason = '招标延期'", FIRST],
    ],
    at: ["total", "executed"],
    severity: "warning",
    says: /全年预算 100\.00 万元只执行了 89\.99 万元，执行率低于 90\.00%.*10\.01 万元/,
    cell: ["funding", "total", "adjusted_budget"],
  },
  {
    rule: "F7",
    what: "a budget changed by more than a tenth",
    caught: [["funding", "initial_budget = 90.90", TOTAL]],
    left: [["funding", "initial_budget = 91.00", TOTAL]],
    at: ["total", "adjusted_budget"],
    severity: "info",
    says: /全年预算数 100\.00 万元比年初预算数 90\.90 万元多 9\.10 万元，超过年初的 10\.00%/,
    cell: ["funding", "total", "initial_budget"],
  },
  {
    rule: "F7A",
    what: "money added in mid-year and not spent",
    caught: [["funding", "initial_budget = 0, executed = 89.99", TOTAL]],
    left: [["funding", "initial_budget = 0, executed = 90", TOTAL]],
    at: ["total", "executed"],
    severity: "warning",
    says: /年中追加到 100\.00 万元，年末还剩 10\.01 万元/,
    cell: ["funding", "total", "executed"],
  },
  {
    rule: "F11",
    what: "a negative amount",
    caught: [["funding", "initial_budget = -0.01", "source = 'other_funds'"]],
    left: [["funding", "initial_budget = 0", "source = 'other_funds'"]],
    at: ["other_funds", "initial_budget"],
    severity: "error",
    says: /其他资金的年初预算数为 -0\.01 万元/,
    cell: ["funding", "other_funds", "initial_budget"],
  },
  {
    rule: "D1",
    what: "a year of three digits",
    caught: [["forms", "fiscal_year = 203"]],
    left: [["forms", "fiscal_year = 2000"]],
    at: ["", "fiscal_year"],
    severity: "error",
    says: /年度印作 203，不在 2000 至 2100 年之间/,
    cell: ["form", "", "fiscal_year"],
  },
  {
    rule: "D2",
    what: "a deadline of another year",
    caught: [["indicators", "target = '2030年11月底前', actual = '达成指标'", FIRST]],
    left: [["indicators", "target = '11月底前', actual = '达成指标'", FIRST]],
    at: ["1", "target"],
    severity: "warning",
    says: /指标“指标1”的指标值“2030年11月底前”在 2030 年，不在本年度 2031 年/,
    cell: ["indicator", "1", "target"],
  },
  {
    rule: "D2",
    what: "what was done in the next year",
    caught: [["indicators", "target = '年底前', actual = '2032年1月1日'", FIRST]],
    left: [["indicators", "target = '年底前', actual = '2031年12月31日'", FIRST]],
    at: ["1", "actual"],
    severity: "warning",
    says: /完成值“2032年1月1日”在 2032 年/,
    cell: ["indicator", "1", "actual"],
  },
  {
    rule: "S1",
    what: "weights that are not 100",
    caught: [["indicators", "weight = 49.99", FIRST]],
    left: [["indicators", "weight = null", FIRST]],
    at: ["", "total_weight"],
    severity: "error",
    says: /3 个指标的分值相加为 89\.99 分，加上预算执行的 10\.00 分，合计 99\.99 分，不等于 100\.00 分/,
    cell: ["indicator", "2", "weight"],
  },
  {
    rule: "S2",
    what: "more points than the weight",
    caught: [["indicators", "score = 50.01", FIRST]],
    left: [["indicators", "score = 50.00", FIRST]],
    at: ["1", "score"],
    severity: "error",
    says: /指标“指标1”得 50\.01 分，分值是 50\.00 分/,
    cell: ["indicator", "1", "score"],
  },
  {
    rule: "S2",
    what: "fewer points than none for execution",
    caught: [["funding", "reported_score = -0.01", TOTAL]],
    left: [["funding", "reported_score = 0", TOTAL]],
    at: ["total", "reported_score"],
    severity: "error",
    says: /年度资金总额的预算执行得 -0\.01 分/,
    cell: ["funding", "total", "reported_score"],
  },
  {
    rule: "S3",
    what: "points lost without a reason",
    caught: [["indicators", "score = 49, deviation_reason = ' 无'", FIRST]],
    left: [["indicators", "score = 49, deviation_reason = '人员减少'", FIRST]],
    at: ["1", "deviation_reason"],
    severity: "warning",
    says: /分值 50\.00 分，得 49\.00 分，失 1\.00 分，没有写明原因/,
    cell: ["indicator", "1", "deviation_reason"],
  },
  {
    rule: "S4",
    what: "an execution score that is not weight × rate",
    caught: [["funding", "reported_score = 9.51", TOTAL]],
    left: [["funding", "reported_score = 9.52", TOTAL]],
    at: ["total", "reported_score"],
    severity: "error",
    says: /预算执行得 9\.51 分，而分值 10\.00 分乘以执行率 95\.25% 应为 9\.525 分/,
    cell: ["funding", "total", "reported_execution_rate"],
  },
  {
    rule: "S4",
    what: "an execution score above the weight",
    caught: [["funding", "reported_execution_rate = 120, reported_score = 12", TOTAL]],
    left: [["funding", "reported_execution_rate = 120, reported_score = 10", TOTAL]],
    at: ["total", "reported_score"],
    severity: "error",
    says: /应为 10\.00 分/,
    cell: ["funding", "total", "reported_score"],
  },
  {
    rule: "S5",
    what: "a score a little off the proportion",
    caught: [["indicators", "actual = '81.00(%)', score = 44.99", FIRST]],
    left: [["indicators", "actual = '81.00(%)', score = 45", FIRST]],
    at: ["1", "score"],
    severity: "info",
    says: /指标值 ≥90\.00\(%\)，完成 81\.00\(%\)，分值 50\.00 分，按完成比例应得 45\.00 分，自评 44\.99 分，低 0\.01 分/,
    cell: ["indicator", "1", "actual"],
  },
  {
    rule: "S5",
    what: "a score far off the proportion",
    caught: [["indicators", "actual = '81.00(%)', score = 45.5", FIRST]],
    left: [["indicators", "actual = '81.00(%)', score = 45.005", FIRST]],
    at: ["1", "score"],
    severity: "warning",
    says: /自评 45\.50 分，高 0\.50 分/,
    cell: ["indicator", "1", "target"],
  },
  {
    rule: "S6",
    what: "a target exceeded by a fifth and more",
    caught: [["indicators", "actual = '108.01(%)'", FIRST]],
    left: [["indicators", "actual = '108.00(%)'", FIRST]],
    at: ["1", "actual"],
    severity: "info",
    says: /是指标值的 120\.01%，超过 120\.00%/,
    cell: ["indicator", "1", "actual"],
  },
  {
    rule: "S6",
    what: "a target exceeded by far; a cost that stays far below its ceiling is none",
    caught: [["indicators", "target = '≥10(场)', actual = '14(场)'", FIRST]],
    left: [["indicators", "target = '≤14(万元)', actual = '10(万元)'", FIRST]],
    at: ["1", "actual"],
    severity: "warning",
    says: /是指标值的 140\.00%，超过 130\.00%/,
    cell: ["indicator", "1", "target"],
  },
  {
    rule: "S7",
    what: "full marks below the target",
    caught: [["indicators", "actual = '89.99(%)'", FIRST]],
    left: [["indicators", "actual = '90.00(%)'", FIRST]],
    at: ["1", "score"],
    severity: "error",
    says: /完成 89\.99\(%\)，没有达到，却得满分 50\.00 分/,
    cell: ["indicator", "1", "actual"],
  },
  {
    rule: "S8",
    what: "attained, and scored below four fifths",
    caught: [["indicators", "target = '及时', actual = '达成指标', score = 39.99", FIRST]],
    left: [["indicators", "target = '及时', actual = '达成指标', score = 40", FIRST]],
    at: ["1", "score"],
    severity: "error",
    says: /完成情况是“达成指标”，分值 50\.00 分，这一档应得 40\.00～50\.00 分，自评 39\.99 分/,
    cell: ["indicator", "1", "actual"],
  },
  {
    rule: "S8",
    what: "partly attained, and scored as attained",
    caught: [["indicators", "target = '健全', actual = '部分达成指标并具有一定效果', score = 40", FIRST]],
    left: [["indicators", "target = '健全', actual = '部分达成指标并具有一定效果', score = 39.99", FIRST]],
    at: ["1", "score"],
    severity: "error",
    says: /这一档应得 30\.00～40\.00 分/,
    cell: ["indicator", "1", "weight"],
  },
  {
    rule: "S9",
    what: "satisfaction off its bands",
    caught: [["indicators", "level1 = '满意度指标', actual = '89.99(%)'", FIRST]],
    left: [["indicators", "level1 = '满意度指标', actual = '90.00(%)'", FIRST]],
    at: ["1", "score"],
    severity: "info",
    says: /按满意度分档应得 40\.00 分，自评 50\.00 分/,
    cell: ["indicator", "1", "actual"],
  },
  {
    rule: "S10",
    what: "a rating that the total does not earn",
    caught: [["forms", "total_score = 89.99"]],
    left: [["forms", "total_score = 90"]],
    at: ["", "rating"],
    severity: "error",
    says: /总分 89\.99 分，等级应为良，表上印作优/,
    cell: ["form", "", "total_score"],
  },
  {
    rule: "S10A",
    what: "a total that is not the sum",
    caught: [["forms", "total_score = 99.54"]],
    left: [["indicators", "score = null", FIRST]],
    at: ["", "total_score"],
    severity: "error",
    says: /总分印作 99\.54 分，各指标和预算执行的得分相加为 99\.53 分，相差 0\.01 分/,
    cell: ["form", "", "total_score"],
  },
  {
    rule: "F6",
    what: "a rate that no reason explains away",
    caught: [
      ["funding", "executed = 59.99", TOTAL],
      ["indicators", "deviation_reason = '招标延期'", FIRST],
    ],
    left: [
      ["funding", "executed = 60", TOTAL],
      ["indicators", "deviation_reason = '招标延期'", FIRST],
    ],
    at: ["total", "executed"],
    severity: "warning",
    says: /全年预算 100\.00 万元执行了 59\.99 万元，执行率低于 60\.00%，余下 40\.01 万元/,
    cell: ["funding", "total", "executed"],
  },
  {
    rule: "F12",
    what: "a budget cut by half and not spent",
    caught: [["funding", "initial_budget = 200, executed = 89", TOTAL]],
    left: [["funding", "initial_budget = 199.99, executed = 89", TOTAL]],
    at: ["total", "adjusted_budget"],
    severity: "warning",
    says: /年初预算 200\.00 万元，年中减到 100\.00 万元，减了 50\.00%，仍有 11\.00 万元没有执行/,
    cell: ["funding", "total", "initial_budget"],
  },
  {
    rule: "F13",
    what: "other funds that grew threefold",
    caught: [["funding", "initial_budget = 13.33", "source = 'other_funds'"]],
    left: [["funding", "initial_budget = 13.34", "source = 'other_funds'"]],
    at: ["other_funds", "adjusted_budget"],
    severity: "info",
    says: /其他资金从年初的 13\.33 万元增加到 40\.00 万元，是年初的 3\.00 倍，不少于 3\.00 倍，已执行 37\.00 万元/,
    cell: ["funding", "other_funds", "adjusted_budget"],
  },
  {
    rule: "H2",
    what: "a high score over money that was not spent",
    caught: [
      ["funding", "executed = 59.99", TOTAL],
      ["forms", "total_score = 90"],
    ],
    left: [
      ["funding", "executed = 59.99", TOTAL],
      ["forms", "total_score = 89.99"],
    ],
    at: ["", "total_score"],
    severity: "warning",
    says: /总分 90\.00 分，执行率只有 59\.99%，低于 60\.00%，40\.01 万元没有执行/,
    cell: ["funding", "total", "executed"],
  },
  {
    rule: "H3",
    what: "an outcome copied from the goal",
    caught: [["forms", `expected_goal = '${GOAL}', actual_outcome = '${outcome(1)}'`]],
    left: [["forms", `expected_goal = '${GOAL}', actual_outcome = '${outcome(3)}'`]],
    at: ["", "actual_outcome"],
    severity: "warning",
    says: /相似度为 95\.\d+%，达到 95\.00%/,
    cell: ["form", "", "expected_goal"],
  },
  {
    rule: "H3",
    what: "an outcome copied with other damage; short texts are alike by chance",
    caught: [["forms", `expected_goal = '${GOAL}', actual_outcome = '${outcome(2)}'`]],
    left: [["forms", "expected_goal = '办好全年的活动', actual_outcome = '办好全年的活动'"]],
    at: ["", "actual_outcome"],
    severity: "info",
    says: /相似度为 90\.\d+%，达到 90\.00%/,
    cell: ["form", "", "actual_outcome"],
  },
  {
    rule: "H5",
    what: "targets that are words",
    caught: [
      ["indicators", "target = '健全', actual = '达成指标', weight = 58.51", FIRST],
      ["indicators", "weight = 21.49", SECOND],
    ],
    left: [
      ["indicators", "target = '健全', actual = '达成指标', weight = 58.50", FIRST],
      ["indicators", "weight = 21.50", SECOND],
    ],
    at: ["", "target"],
    severity: "info",
    says: /3 个指标里有 1 个的指标值是文字，分值 58\.51 分，占指标分值的 65\.01%，超过 65\.00%，其中 1 个自评达成/,
    cell: ["indicator", "1", "target"],
  },
  {
    rule: "H6",
    what: "everything exactly at its target, but for a target that nothing can exceed",
    caught: [["indicators", "actual = target"]],
    left: [
      ["indicators", "actual = target"],
      ["indicators", "target = '=100.00(%)', actual = '100.00(%)'", FIRST],
    ],
    at: ["", "actual"],
    severity: "warning",
    says: /3 个定量指标的完成值全都恰好等于指标值，分值合计 90\.00 分/,
    cell: ["indicator", "2", "actual"],
  },
  {
    rule: "H9",
    what: "something else under satisfaction",
    caught: [["indicators", "name = '服务能力'", THIRD]],
    left: [["indicators", "name = '服务好评率'", THIRD]],
    at: ["3", "level2"],
    severity: "info",
    says: /指标“服务能力”放在“服务对象满意度指标”之下，分值 10\.00 分，从名称看不出是满意度/,
    cell: ["indicator", "3", "name"],
  },
  {
    rule: "H9",
    what: "satisfaction under something else",
    caught: [["indicators", "name = '群众满意度'", FIRST]],
    left: [["indicators", "name = '群众满意度', level1 = '满意度指标'", FIRST]],
    at: ["1", "level2"],
    severity: "info",
    says: /指标“群众满意度”放在“数量指标”之下.*它量的是满意度/,
    cell: ["indicator", "1", "level1"],
  },
  {
    rule: "H9A",
    what: "the same indicator twice",
    caught: [["indicators", "name = '指标1'", SECOND]],
    left: [["indicators", "name = '指标1之二'", SECOND]],
    at: ["2", "name"],
    severity: "warning",
    says: /指标“指标1”在表里出现 2 次，分值合计 80\.00 分/,
    cell: ["indicator", "1", "name"],
  },
  {
    rule: "H10",
    what: "a failed indicator that weighs next to nothing",
    caught: [["indicators", "actual = '50.00(%)', weight = 4.00", FIRST]],
    left: [["indicators", "actual = '50.00(%)', weight = 4.01", FIRST]],
    at: ["", "weight"],
    severity: "warning",
    says: /1 个没有达成的指标（如指标“指标1”）分值合计只有 4\.00 分，单个至多 4\.00 分，而达成的 2 个合计 40\.00 分/,
    cell: ["indicator", "1", "actual"],
  },
  {
    rule: "H11",
    what: "nobody asked whether they were satisfied",
    caught: [["indicators", "level1 = '效益指标', level2 = '社会效益指标'", THIRD]],
    left: [["indicators", "level1 = '效益指标'", THIRD]],
    at: ["", "level1"],
    severity: "info",
    says: /3 个指标里没有满意度指标/,
    cell: ["indicator", "2", "level1"],
  },
];

let connection: DuckDBConnection;
const documents = new Map<string, string>();

/** Adds a form that no rule objects to, in a document of its own, and changes it. */
async function addForm(name: string, changes: readonly Change[]): Promise<string> {
  const document = documents.size.toString(16).padStart(12, "0");
  const [id] = (await addForms(connection, [
    {
      document,
      totalScore: "99.53",
      funding: {
        total: ["100", "100", "95.25"],
        current_year_appropriation: ["60", "60", "58.25"],
        other_funds: ["40", "40", "37"],
      },
      indicators: [
        ["50", "50"],
        ["30", "30"],
        ["10", "10"],
      ],
    },
  ])) as [string];
  const printed: Change[] = [
    ["funding", "reported_execution_rate = 95.25, reported_score = 9.53", TOTAL],
    ["indicators", "name = '参加者满意度', level1 = '满意度指标', level2 = '服务对象满意度指标'", THIRD],
  ];
  for (const [table, assignment, where = "true"] of [...printed, ...changes])
    await connection.run(`update raw.${table} set ${assignment} where form_id = '${id}' and ${where}`);
  documents.set(name, id);
  return id;
}

beforeAll(async () => {
  connection = await emptyWarehouse();
  await addForm("sound", []);
  for (const { rule, what, caught, left, cell } of CASES) {
    await addForm(`${rule} ${what}: caught`, caught);
    await addForm(`${rule} ${what}: left`, left);
    for (const status of ["uncertain", "repaired"]) {
      const id = await addForm(`${rule} ${what}: ${status}`, caught);
      await addFlag(connection, [id, ...cell], status);
    }
  }
  await runModels(connection);
});

/** The findings of one rule about one of the forms above. */
async function findingsOf(rule: string, name: string) {
  return rows(
    connection,
    `select * from mart.findings where rule = '${rule}' and form_id = '${documents.get(name)}'`,
  );
}

it("a sound form gives no finding", async () => {
  const id = documents.get("sound");
  expect(await rows(connection, `select * from mart.findings where form_id = '${id}'`)).toEqual([]);
});

describe.each(CASES)("$rule, $what", ({ rule, what, at: [seq, field], severity, says }) => {
  testRule(
    severity,
    (scenario) => findingsOf(rule, `${rule} ${what}: ${scenario}`),
    (finding) => {
      expect(finding).toMatchObject({ seq, field });
      expect(finding.message).toMatch(says);
      expect(finding.finding_id).toBe(`${rule}:${finding.form_id}:${seq}:${field}`);
    },
  );
});

describe("every rule", () => {
  it("has a case here, a name, and its findings in the mart", async () => {
    const files = (await readModels(PIPELINES_FOLDER)).filter(({ schema }) => schema === "checks");
    const ids = files.map(({ name }) => name.split("_")[0]!.toUpperCase()).sort();
    expect([...new Set(CASES.map(({ rule }) => rule))].sort()).toEqual(ids);
    for (const rule of ids) {
      const sql = `
        select findings, count(form_id) as counted from mart.rules left join mart.findings using (rule)
        where rule = '${rule}' group by findings`;
      const counts = await row(connection, sql);
      expect(counts.findings, rule).toBe(counts.counted);
      expect(Number(counts.findings), rule).toBeGreaterThan(0);
    }
  });

  it("has columns of the same names and types, so that they can be put together", async () => {
    const shapes = await rows(
      connection,
      `select table_name, string_agg(column_name || ' ' || data_type, ', ' order by column_index) as shape
       from duckdb_columns() where schema_name = 'checks' group by table_name`,
    );
    expect(new Set(shapes.map(({ shape }) => shape)).size).toBe(1);
    expect(shapes[0]!.shape).toMatch(
      /^form_id VARCHAR, seq VARCHAR, field VARCHAR, severity VARCHAR, reported VARCHAR/,
    );
  });

  it("takes its limits from the list of thresholds, which names a source for each", async () => {
    const sql = (await readModels(PIPELINES_FOLDER)).map((model) => model.sql).join("\n");
    const thresholds = await rows(connection, "select name, source from staging.stg_thresholds");
    for (const { name, source } of thresholds) {
      expect(sql.split(`name = '${name}'`).length, String(name)).toBeGreaterThan(1);
      expect(source).toMatch(/\p{Script=Han}/u);
    }
    const used = [...sql.matchAll(/name = '([a-z_]+)'/g)].map(([, name]) => name!);
    expect(thresholds.map(({ name }) => name)).toEqual(expect.arrayContaining([...new Set(used)]));
  });
});

describe("figures that make no sense", () => {
  it("give findings, not failures", async () => {
    const strange = await emptyWarehouse();
    const huge = "999999999999999999.999999";
    await addForms(strange, [
      { funding: { total: [huge, "0.000001", huge], other_funds: [`-${huge}`, huge, `-${huge}`] } },
      { funding: { total: ["0", "0", "0"] }, indicators: [["0", "0"]] },
      { funding: {}, indicators: [[null, null]] },
      { year: 202, totalScore: "999999", indicators: [["999999", "-999999"]] },
    ]);
    await strange.run("update raw.funding set reported_execution_rate = 999999, reported_score = 999999");
    await strange.run("update raw.indicators set target = '≥0.000001元', actual = '9999999999999999亿元'");
    await runModels(strange);
    const { n } = await row(strange, "select count(*) as n from mart.findings");
    expect(Number(n)).toBeGreaterThan(0);
  });
});
