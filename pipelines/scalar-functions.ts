/**
 * The transforms as functions that SQL calls by name. Only `staging` models and checks may: `core` and `mart` run on
 * other engines.
 */
import {
  BOOLEAN,
  DECIMAL,
  type DuckDBConnection,
  DuckDBDecimalType,
  DuckDBDecimalValue,
  DuckDBScalarFunction,
  DuckDBStructValue,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  STRUCT,
  VARCHAR,
} from "@duckdb/node-api";
import type { Decimal } from "../loaders/form/decimal.ts";
import { decimal, formatDecimal } from "../loaders/form/decimal.ts";
import { toDecimal } from "./transforms/fraction.ts";
import { type IndicatorValue, indicatorValue } from "./transforms/indicator-value.ts";
import { lostCharacter, nameDistance, nameKey } from "./transforms/names.ts";
import { similarity } from "./transforms/similarity.ts";

const AMOUNT = DECIMAL(24, 6);
const POINTS = DECIMAL(12, 6);
const WIDEST = DECIMAL(38, 6);

/** The columns of `indicator_value(…)`: what each holds, and its type. */
const INDICATOR_VALUE: Readonly<Record<string, readonly [field: keyof IndicatorValue, type: DuckDBType]>> = {
  operator: ["operator", VARCHAR],
  target_value: ["targetValue", AMOUNT],
  actual_value: ["actualValue", AMOUNT],
  unit: ["unit", VARCHAR],
  verdict: ["verdict", VARCHAR],
  attainment: ["attainment", AMOUNT],
  attained: ["attained", BOOLEAN],
  rule_score: ["ruleScore", POINTS],
  target_kind: ["targetKind", VARCHAR],
  actual_kind: ["actualKind", VARCHAR],
  target_upper: ["targetUpper", AMOUNT],
  rule_score_low: ["ruleScoreLow", POINTS],
  rule_score_high: ["ruleScoreHigh", POINTS],
  reason: ["reason", VARCHAR],
  target_date: ["targetDate", VARCHAR],
  actual_date: ["actualDate", VARCHAR],
};

const INDICATOR_COLUMNS = Object.entries(INDICATOR_VALUE);

/** The numbers of an indicator, how far it was attained and its rule score; see `indicatorValue`. */
const indicatorValues = DuckDBScalarFunction.create({
  name: "indicator_value",
  parameterTypes: [VARCHAR, VARCHAR, VARCHAR, VARCHAR, POINTS, POINTS, INTEGER, POINTS],
  returnType: STRUCT(Object.fromEntries(INDICATOR_COLUMNS.map(([name, [, type]]) => [name, type]))),
  // A null among the arguments is an answer to be judged, not a reason to give none.
  specialHandling: true,
  mainFunction: (_info, input, output) => {
    const columns = Array.from({ length: input.columnCount }, (_, index) => input.getColumnVector(index));
    for (let row = 0; row < input.rowCount; row++)
      output.setItem(row, judged(columns.map((column) => column.getItem(row))));
    output.flush();
  },
});

/** A decimal as a form prints it: `208.00`, `132.912`. */
const plainDecimal = DuckDBScalarFunction.create({
  name: "plain_decimal",
  parameterTypes: [WIDEST],
  returnType: VARCHAR,
  mainFunction: (_info, input, output) => {
    const column = input.getColumnVector(0);
    for (let row = 0; row < input.rowCount; row++) {
      const value = decimalOf(column.getItem(row));
      output.setItem(row, value === null ? null : formatDecimal(value));
    }
    output.flush();
  },
});

/** How alike two texts are, from 0 to 1; see `similarity`. */
const textSimilarity = DuckDBScalarFunction.create({
  name: "text_similarity",
  parameterTypes: [VARCHAR, VARCHAR],
  returnType: POINTS,
  mainFunction: (_info, input, output) => {
    const [one, other] = [input.getColumnVector(0), input.getColumnVector(1)];
    for (let row = 0; row < input.rowCount; row++) {
      const alike = similarity(text(one.getItem(row)) ?? "", text(other.getItem(row)) ?? "");
      output.setItem(row, alike && stored(toDecimal(alike), POINTS));
    }
    output.flush();
  },
});

/** What all ways of writing a name have in common; see `nameKey`. */
const keyOfName = textFunction("name_key", 1, ([name]) => nameKey(name!));

/** The character that the first name lacks of the second; see `lostCharacter`. */
const lostInName = textFunction("lost_character", 2, ([shorter, longer]) => lostCharacter(shorter!, longer!));

/** In how many characters two names differ; see `nameDistance`. */
const distanceOfNames = textFunction("name_distance", 2, ([a, b]) => nameDistance(a!, b!), INTEGER);

/** A function from texts to a text or a number; null where one of them is. */
function textFunction<Value extends string | number>(
  name: string,
  arity: number,
  of: (texts: string[]) => Value | null,
  returnType: DuckDBType = VARCHAR,
) {
  return DuckDBScalarFunction.create({
    name,
    parameterTypes: Array.from({ length: arity }, () => VARCHAR),
    returnType,
    mainFunction: (_info, input, output) => {
      const columns = Array.from({ length: arity }, (_, index) => input.getColumnVector(index));
      for (let row = 0; row < input.rowCount; row++) {
        const texts = columns.map((column) => text(column.getItem(row)));
        output.setItem(row, texts.includes(null) ? null : of(texts as string[]));
      }
      output.flush();
    },
  });
}

/**
 * Makes the transforms known to a connection's database for as long as it is open. A view that calls one cannot be read
 * where they are not registered, so models that call them are tables.
 */
export function registerFunctions(connection: DuckDBConnection): void {
  connection.registerScalarFunction(indicatorValues);
  connection.registerScalarFunction(plainDecimal);
  connection.registerScalarFunction(textSimilarity);
  connection.registerScalarFunction(keyOfName);
  connection.registerScalarFunction(lostInName);
  connection.registerScalarFunction(distanceOfNames);
}

function judged(values: readonly DuckDBValue[]): DuckDBStructValue {
  const [target, actual, level1, level2, weight, score, fiscalYear, overAttainedAbove] = values;
  const value = indicatorValue(
    {
      target: text(target),
      actual: text(actual),
      level1: text(level1),
      level2: text(level2),
      weight: decimalOf(weight),
      score: decimalOf(score),
      fiscalYear: typeof fiscalYear === "number" ? fiscalYear : null,
    },
    { numerator: decimalOf(overAttainedAbove) ?? decimal(1), denominator: decimal(1) },
  );
  const columns: Record<string, DuckDBValue> = {};
  for (const [name, [field, type]] of INDICATOR_COLUMNS) columns[name] = stored(value[field], type);
  return new DuckDBStructValue(columns);
}

function text(value: DuckDBValue | undefined): string | null {
  return typeof value === "string" ? value : null;
}

function decimalOf(value: DuckDBValue | undefined): Decimal | null {
  return value instanceof DuckDBDecimalValue ? value.value : null;
}

function stored(value: IndicatorValue[keyof IndicatorValue], type: DuckDBType): DuckDBValue {
  return typeof value === "bigint" && type instanceof DuckDBDecimalType
    ? new DuckDBDecimalValue(value, type.width, type.scale)
    : value;
}
