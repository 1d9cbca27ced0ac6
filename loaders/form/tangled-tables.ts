/**
 * Tables that were laid out by their words and came out tangled: where half of the rows hold what no row can, the others cannot be
 * trusted either.
 */
import type { Flag, Form, Indicator, Reading } from "./types.ts";

/** Share of the rows from which a table is tangled. */
const LEAST_SHARE = 0.5;
/** Names of indicators are short; longer ones are several. */
const LONGEST_NAME = 60;

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
  return { ...form, indicators: indicators.map(isTangled ? doubted : withoutLabel) };
}

function withoutLabel(row: Indicator): Indicator {
  const isLost = row.level1.value === null && row.level1.flag !== undefined;
  return isLost ? { ...row, name: doubtedReading(row.name, WITH_LABEL) } : row;
}

/** Without a name, with several in one, or with more points won than there are. */
function isStrange({ name, weight, score }: Indicator): boolean {
  if (name.value === null || name.value.length > LONGEST_NAME) return true;
  return weight.value !== null && score.value !== null && score.value > weight.value;
}

function doubted(row: Indicator): Indicator {
  return {
    ...row,
    level1: doubtedReading(row.level1),
    level2: doubtedReading(row.level2),
    name: doubtedReading(row.name),
    target: doubtedReading(row.target),
    actual: doubtedReading(row.actual),
    weight: doubtedReading(row.weight),
    score: doubtedReading(row.score),
    deviationReason: doubtedReading(row.deviationReason),
  };
}

function doubtedReading<T>(reading: Reading<T>, flag = TANGLED): Reading<T> {
  const isSure = reading.flag === undefined || reading.flag.status === "repaired";
  return reading.value !== null && isSure ? { ...reading, flag } : reading;
}
