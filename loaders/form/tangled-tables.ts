/**
 * Tables that were laid out by their words and came out tangled: where half of the rows hold what no row can, the others cannot be
 * trusted either.
 */
import { decimal } from "./decimal.ts";
import type { Flag, Form, FundingRow, Indicator, Reading } from "./types.ts";
import { FULL_SCORE, LEVEL_GROUPS } from "./vocabulary.ts";

/** Share of the rows from which a table is tangled. */
const LEAST_SHARE = 0.25;
/** Names of indicators are short; longer ones are several. */
const LONGEST_NAME = 60;

const WHOLE_FORM = decimal(FULL_SCORE);

const TANGLED: Flag = { status: "uncertain", reason: "原文没有分栏，本表多行对不上表头，各格都可能错位" };

const WITH_LABEL: Flag = { status: "uncertain", reason: "没有读到一级指标，它的文字可能连在名称里" };

/**
 * The form with a flag on every cell of its table, where half of its rows make no sense; and on names into which the label of
 * a group may have run, since it stands nowhere else.
 */
export function doubtTangledTable(form: Form): Form {
  const { indicators, weightsSumOk, scoresSumOk } = form;
  const strange = indicators.filter(isStrange).length;
  const isSure = weightsSumOk && scoresSumOk;
  const isTangled = strange > 0 && !isSure && strange >= indicators.length * LEAST_SHARE;
  const isOther = !scoresSumOk && (missesTotal(form) || isOfExecution(form));
  return {
    ...form,
    totalScore: isOther || isTangled ? doubtedReading(form.totalScore, UNSUPPORTED) : form.totalScore,
    indicators: indicators.map((row) =>
      isTangled || (!isSure && isMostlyDoubtful(row)) ? doubted(row) : withoutLabel(row),
    ),
  };
}

const UNSUPPORTED: Flag = {
  status: "uncertain",
  reason: "原文没有分栏，各指标得分加不出这个总分，可能取错了数",
};

/** Whether what a row is called and what it says are in doubt: then its points may be those of another row. */
function isMostlyDoubtful({ name, target, actual }: Indicator): boolean {
  return [name, target, actual].every(({ value, flag }) => value === null || flag?.status === "uncertain");
}

/** Whether the total is a figure of the row of money above: its weight or its score. */
function isOfExecution({ funding, totalScore }: Form): boolean {
  return funding.some(({ weight, score }) =>
    [weight.value, score.value].some((points) => points !== null && points === totalScore.value),
  );
}

/** Whether the rows won more points than the total says, or none at all: one of them was read from another place. */
function missesTotal({ indicators, totalScore }: Form): boolean {
  if (totalScore.value === null) return false;
  const won = indicators.reduce((sum, { score }) => sum + (score.value ?? 0n), 0n);
  return won > totalScore.value || indicators.every(({ score }) => score.value === null);
}

const LOOSE: Flag = { status: "uncertain", reason: "这一页没有表格线，折行的格分不清属于哪一行" };
const LOST: Flag = { status: "missing", reason: LOOSE.reason };

/** The form with a flag on every cell that stands in rows whose wrapped lines cannot be told from rows. */
export function doubtLooseCells(form: Form): Form {
  const loose = <T>(reading: Reading<T>): Reading<T> => doubtedReading(reading, LOOSE);
  return {
    ...form,
    projectName: loose(form.projectName),
    department: loose(form.department),
    implementingUnit: loose(form.implementingUnit),
    expectedGoal: loose(form.expectedGoal),
    actualOutcome: loose(form.actualOutcome),
    funding: withTotal(form).map((row) => ({
      ...row,
      initialBudget: loose(row.initialBudget),
      adjustedBudget: loose(row.adjustedBudget),
      received: loose(row.received),
      executed: loose(row.executed),
      weight: row.source === "total" ? looseOrLost(row.weight) : loose(row.weight),
      executionRate: loose(row.executionRate),
      score: row.source === "total" ? looseOrLost(row.score) : loose(row.score),
    })),
    indicators: form.indicators.map((row) => ({
      ...doubted(row, LOOSE),
      deviationReason: looseOrLost(row.deviationReason),
    })),
  };
}

function looseOrLost<T>(reading: Reading<T>): Reading<T> {
  return reading.value === null && !reading.flag
    ? { ...reading, flag: LOST }
    : doubtedReading(reading, LOOSE);
}

/** The rows of money; a total that was not found among them is missing. */
function withTotal({ funding, firstLine }: Form): FundingRow[] {
  if (funding.some(({ source }) => source === "total")) return funding;
  const lost = { value: null, line: firstLine, asRead: "", flag: LOST };
  const amounts = { initialBudget: lost, adjustedBudget: lost, executed: lost };
  const rest = {
    received: { value: null, line: firstLine, asRead: "" },
    weight: lost,
    executionRate: lost,
    score: lost,
  };
  return [{ source: "total", label: "年度资金总额", line: firstLine, ...amounts, ...rest }, ...funding];
}

const MERGED: Flag = { status: "uncertain", reason: "名称里连有几个指标组的标题，多半是几行连成了一行" };
const LABEL = new RegExp(LEVEL_GROUPS.map(({ level2 }) => level2).join("|"), "g");

/** The form with a flag on every row whose name holds the labels of several groups: it is several rows. */
export function doubtMergedRows(form: Form): Form {
  const isMerged = ({ name }: Indicator): boolean => (name.value?.match(LABEL)?.length ?? 0) > 1;
  if (!form.indicators.some(isMerged)) return form;
  return { ...form, indicators: form.indicators.map((row) => doubted(row, MERGED)) };
}

function withoutLabel(row: Indicator): Indicator {
  const isLost = row.level1.value === null && row.level1.flag !== undefined;
  return isLost ? { ...row, name: doubtedReading(row.name, WITH_LABEL) } : row;
}

/** A figure with its sign, or a share: the target of an indicator, and no part of its name. */
const TARGET_IN_NAME = /[≥≤<>]\d|\d%/;

/** Without a name, with several in one or the target in it, with all points of the form, or with more won than there are. */
function isStrange({ name, target, weight, score }: Indicator): boolean {
  if (name.value === null || name.value.length > LONGEST_NAME) return true;
  if (TARGET_IN_NAME.test(name.value) && !TARGET_IN_NAME.test(target.value ?? "")) return true;
  if (weight.value !== null && weight.value >= WHOLE_FORM) return true;
  return weight.value !== null && score.value !== null && score.value > weight.value;
}

function doubted(row: Indicator, flag = TANGLED): Indicator {
  return {
    ...row,
    level1: doubtedReading(row.level1, flag),
    level2: doubtedReading(row.level2, flag),
    name: doubtedReading(row.name, flag),
    target: doubtedReading(row.target, flag),
    actual: doubtedReading(row.actual, flag),
    weight: doubtedReading(row.weight, flag),
    score: doubtedReading(row.score, flag),
    deviationReason: doubtedReading(row.deviationReason, flag),
  };
}

function doubtedReading<T>(reading: Reading<T>, flag = TANGLED): Reading<T> {
  const isSure = reading.flag === undefined || reading.flag.status === "repaired";
  return reading.value !== null && isSure ? { ...reading, flag } : reading;
}
