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

/** The form with a flag on every cell of its table, where half of its rows make no sense. */
export function doubtTangledTable(form: Form): Form {
  const { indicators, weightsSumOk, scoresSumOk } = form;
  if (indicators.length === 0 || (weightsSumOk && scoresSumOk)) return form;
  const strange = indicators.filter(isStrange).length;
  return strange >= indicators.length * LEAST_SHARE ? { ...form, indicators: indicators.map(doubted) } : form;
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

function doubtedReading<T>(reading: Reading<T>): Reading<T> {
  const isSure = reading.flag === undefined || reading.flag.status === "repaired";
  return reading.value !== null && isSure ? { ...reading, flag: TANGLED } : reading;
}
