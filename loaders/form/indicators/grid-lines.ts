/**
 * A table of indicators whose cells are whole: each row of the grid is one row of the form, and each cell is what it says,
 * also where the form uses words of its own for its groups, sets no points, or prints them otherwise (`20分`, `10%`).
 *
 * Nothing is mended here. A table in which anything speaks of damage (a cell beside the headings, half a label, a figure
 * where a name must stand) is not read as a grid at all.
 */
import type { Cell, Row } from "../../readers/sheet.ts";
import { editDistance } from "../distance.ts";
import {
  countCjk,
  ERROR_MARK,
  halfWidth,
  hasForeign,
  saysNothing,
  squeeze,
  withoutLookalikes,
  withoutMarkup,
} from "../glyphs.ts";
import { decimalOf } from "../pieces.ts";
import type { Flag } from "../types.ts";
import {
  type GridField,
  type GridHeading,
  gridHeadingOf,
  LINE_FIELD_OF,
  repeatsHeading,
} from "./grid-heading.ts";
import { bareLevel, isKnownLabel, KNOWN_LABELS } from "./grid-labels.ts";
import { withLevels } from "./grid-levels.ts";
import { isLabelScrap } from "./label-scraps.ts";
import { LINE_FIELDS, type LineField, type Part, type TableLine } from "./lines.ts";
import { bracketsOpen, isPoints, shapeOf } from "./shapes.ts";

const POINTS = /^(\d{1,3}(?:\.\d+)?)(分|%)?$/;
const SIGN = /^(?:[=<>≥≤≧≦]|不低于|不少于|不超过)/;
const SUM = /^(?:小计|合计|总计|总分)$/;
/** A row that says something about the form rather than being one of its indicators. */
const REMARK =
  /^(?:其[他它](?:需要)?说明|需要说明|说明|备注|注[:：]|填[表报]|制表|审核|联系|评价结论|存在问题|自评结论|偏差|改进措施|(?:项目|财务|单位)负责人)/;

/** The rows of a table as lines; null where its cells are not whole. */
export function linesOfGrid(rows: readonly Row[]): TableLine[] | null {
  const filled = rows.filter(({ cells }) => cells.some(({ text }) => text.trim() !== ""));
  const heading = gridHeadingOf(filled);
  if (!heading) return null;
  const body = bodyOf(filled.slice(heading.rows), heading);
  const asPrinted = body.map((row) => lineOf(row, heading));
  const lines = asPrinted.map((line, at) => line ?? movedLine(body[at]!, heading, asPrinted));
  if (lines.length === 0 || lines.includes(null)) return null;
  const whole = lines as TableLine[];
  // Where a program kept the cells apart, a hole in a column is a cell that nobody filled in, and labels cover the rows they span.
  const isKept = body.every((row) => row.kept);
  if (!isKept && !columnsAreEven(whole)) return null;
  if (!isKept && isUsual(whole, body, heading)) return null;
  if (asPrinted.includes(null) && hasUsualColumns(heading)) return null;
  return withLevels(whole, body, heading);
}

/** The rows of indicators: without repeated headings and sums, up to the first remark. */
function bodyOf(rows: readonly Row[], heading: GridHeading): Row[] {
  const end = rows.findIndex(({ cells }) => REMARK.test(squeeze(cells[0]?.text ?? "")));
  return rows
    .slice(0, end < 0 ? rows.length : end)
    .filter(({ cells }) => !repeatsHeading(cells, heading) && !isSum(cells, heading));
}

function isSum(cells: readonly Cell[], heading: GridHeading): boolean {
  const hasName = cells.some(
    ({ column, text }) => heading.fields.get(column) === "name" && text.trim() !== "",
  );
  return !hasName && cells.some(({ text }) => SUM.test(squeeze(text)));
}

/** A row as a line; null where a cell stands beside the headings, or does not hold what its heading says. */
function lineOf(row: Row, { fields }: GridHeading): TableLine | null {
  const parts = Object.fromEntries(LINE_FIELDS.map((field) => [field, [] as Part[]])) as TableLine["parts"];
  for (const cell of row.cells) {
    const text = withoutMarkup(cell.text).trim();
    if (text === "") continue;
    const field = fields.get(cell.column);
    if (field === undefined) {
      if (isTitleBeside(cell.column, fields)) continue;
      return null;
    }
    if (field === "aside") continue;
    const part = partOf(text, field, cell.column, row.line);
    if (part === null) return null;
    if (part === NOTHING) continue;
    // It stands at the right of the one set at the start of the year.
    if (field === "adjustedTarget")
      parts.target = parts.target.filter(({ column }) => fields.get(column) !== "target");
    parts[LINE_FIELD_OF[field]].push(part);
  }
  parts.target.sort((a, b) => placeInTarget(fields, a) - placeInTarget(fields, b));
  const present = new Set<GridField>(fields.values());
  const absent = new Set(
    LINE_FIELDS.filter((field) => field !== "reason" && !present.has(field as GridField)),
  );
  return isSound(parts) ? { line: row.line, page: 0, parts, ownRow: true, absent } : null;
}

/** Sign, value, unit: the order of a target, in whatever order its columns stand. */
function placeInTarget(fields: GridHeading["fields"], { column }: Part): number {
  const field = fields.get(column);
  return field === "sign" ? 0 : field === "unit" ? 2 : 1;
}

const MOVED: Flag = {
  status: "repaired",
  reason: "该行各格与表头错开一列，名称格是空的，移回后每一格都合乎表头",
};

/**
 * A row whose cells from the name on all stand one column too far to the right: the name's is empty, and only when they are moved
 * back does each hold what its heading says. Null for any other, and where not most rows stand as they should.
 */
function movedLine(row: Row, heading: GridHeading, others: readonly (TableLine | null)[]): TableLine | null {
  if (others.filter((line) => line === null).length * 2 > others.length) return null;
  const name = [...heading.fields].find(([, field]) => field === "name")![0];
  if (row.cells.some(({ column }) => column === name) || !row.cells.some(({ column }) => column > name))
    return null;
  const columns = [...heading.fields.keys()].sort((a, b) => a - b);
  const back = (column: number): number => columns.findLast((own) => own < column) ?? column - 1;
  const cells = row.cells.map((cell) => (cell.column > name ? { ...cell, column: back(cell.column) } : cell));
  const line = lineOf({ ...row, cells }, heading);
  const own = LINE_FIELDS.filter((field) => field !== "level1" && field !== "level2");
  return line && { ...line, flags: Object.fromEntries(own.map((field) => [field, MOVED])) };
}

/** The title of the table may stand at its left in a cell of its own, without a heading. */
function isTitleBeside(column: number, fields: GridHeading["fields"]): boolean {
  return column < Math.min(...fields.keys());
}

const NOTHING = Symbol("nothing");

/** A cell's text in its field; nothing for a dash, null for what the field cannot hold. */
function partOf(text: string, field: GridField, column: number, line: number): Part | typeof NOTHING | null {
  if (field === "weight" || field === "score") {
    if (saysNothing(text)) return NOTHING;
    const points = POINTS.exec(halfWidth(squeeze(text)));
    return points ? { text: points[1]!, asRead: text, column, line } : null;
  }
  if (field === "level1" || field === "level2") return isWholeLabel(text) ? { text, column, line } : null;
  if ((field === "name" || field === "adjustedTarget") && saysNothing(text)) return NOTHING;
  // A dash in the column of units says that the target has none.
  if ((field === "sign" || field === "unit") && saysNothing(text) && !ERROR_MARK.test(text)) return NOTHING;
  // A figure moved into the column of signs or of units.
  if ((field === "sign" || field === "unit") && /^[\d.]+%?$/.test(halfWidth(text))) return null;
  return { text, column, line };
}

/** A label of one of the form's groups, or one in words of its own: not half a label, and none with a character misread. */
function isWholeLabel(text: string): boolean {
  const bare = bareLevel(text);
  if (isKnownLabel(bare)) return true;
  if (/\s/.test(text.trim()) || hasForeign(text) || withoutLookalikes(text) !== text) return false;
  if (countCjk(bare) < 2 || isLabelScrap(bare)) return false;
  return !KNOWN_LABELS.some((label) => editDistance(label, bare) === 1);
}

/** A name in words beside a target or an actual, and nothing that a shifted row would show. */
function isSound({
  name,
  target,
  actual,
  weight,
  score,
  reason,
  level1,
  level2,
}: TableLine["parts"]): boolean {
  const text = (parts: readonly Part[]): string =>
    halfWidth(squeeze(parts.map((part) => part.text).join("")));
  if (name.length === 0) {
    // A group without rows prints its label and dots.
    return (
      target.length + actual.length + weight.length + score.length === 0 && level1.length + level2.length > 0
    );
  }
  if (isKnownLabel(bareLevel(text(name))) || shapeOf(text(name)) !== "words" || countCjk(text(name)) < 2)
    return false;
  if (target.length + actual.length + weight.length === 0) return false;
  if (bracketsOpen(text(name)) || bracketsOpen(text(target)) || bracketsOpen(text(actual))) return false;
  if (SIGN.test(text(actual)) && !SIGN.test(text(target))) return false;
  if (reason.length > 0 && POINTS.test(text(reason))) return false;
  const [own, won] = [weight, score].map((parts) => (parts[0] ? decimalOf(parts[0].text) : null));
  return own === null || won === null || won! <= own!;
}

const EVEN_FIELDS = ["weight", "score"] as const;

/**
 * Whether a column that holds anything does so in each row: a hole in it is what a row that moved would leave. Without points
 * it is the values by which that would show.
 */
function columnsAreEven(lines: readonly TableLine[]): boolean {
  const named = lines.filter(({ parts }) => parts.name.length > 0);
  const filled = (field: LineField): number => named.filter(({ parts }) => parts[field].length > 0).length;
  const hasPoints = EVEN_FIELDS.some((field) => filled(field) > 0);
  const fields: readonly LineField[] = hasPoints ? EVEN_FIELDS : ["target", "actual"];
  return fields.every((field) => filled(field) === 0 || filled(field) === named.length);
}

function hasUsualColumns({ fields }: GridHeading): boolean {
  const present = new Set(fields.values());
  if (present.has("sign") || present.has("unit")) return false;
  return EVEN_FIELDS.every((field) => present.has(field));
}

/** Whether nothing sets a table apart from the national one, which is read with all that is known of it. */
function isUsual(lines: readonly TableLine[], rows: readonly Row[], heading: GridHeading): boolean {
  if (!hasUsualColumns(heading)) return false;
  const { fields } = heading;
  const first = Math.min(...[...fields].flatMap(([column, field]) => (field === "aside" ? [] : [column])));
  if ([...fields].some(([column, field]) => field === "aside" && column > first)) return false;
  const labels = lines.flatMap(({ parts }) => [...parts.level1, ...parts.level2]);
  if (!labels.every(({ text }) => isKnownLabel(bareLevel(text)))) return false;
  return rows.every(
    ({ cells }) =>
      cells.every(({ column, text }) => {
        const field = fields.get(column);
        return (field !== "weight" && field !== "score") || isPoints(text);
      }) && EVEN_FIELDS.every((field) => cells.some(({ column }) => fields.get(column) === field)),
  );
}
