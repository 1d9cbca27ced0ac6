/**
 * Which form and which value a person means, and what they may have meant when there is none of that name.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { editDistance } from "../../../loaders/form/distance.ts";
import { Problem } from "../../../loaders/problem.ts";
import { rowsOf } from "../../../loaders/warehouse/database.ts";
import type { CellName } from "./fields.ts";

/** Suggestions that a message holds. */
const SUGGESTIONS = 5;

/**
 * The id of the form that a text names: a form_id, the beginning of just one, or a file's path and the form's position
 * in it (`2024/某单位.txt:3`).
 * @throws Problem of wrong use with the nearest forms
 */
export async function findForm(connection: DuckDBConnection, text: string): Promise<string> {
  const place = /^(?<path>.+):(?<ordinal>\d+)$/u.exec(text)?.groups;
  const found = await rowsOf<[string]>(
    connection,
    `SELECT form_id FROM raw.forms JOIN raw.documents USING (document_id)
     WHERE form_id = $1 OR starts_with(form_id, $1) OR (path = $2 AND ordinal = $3)
     ORDER BY form_id <> $1 LIMIT 2`,
    [text, place?.path ?? "", Number(place?.ordinal ?? 0)],
  );
  const [first, second] = found.map(([id]) => id);
  if (first !== undefined && (second === undefined || first === text)) return first;
  const many = first !== undefined;
  const near = await nearForms(connection, text, many);
  const advice =
    near.length > 0 ? `${many ? "请写全：" : "相近的有："}\n${near.join("\n")}` : "数据仓库里没有表单。";
  throw new Problem("wrong_use", `${many ? "不止一张表单的编号以此开头" : "没有这张表单"}：${text}`, advice);
}

/** The forms that a text may stand for: those it begins, those with it in a name, then those with the nearest id. */
async function nearForms(connection: DuckDBConnection, text: string, beginning: boolean): Promise<string[]> {
  const rows = await rowsOf<[string, string | null, string | null]>(
    connection,
    `SELECT form_id, project_name, implementing_unit FROM raw.forms
     WHERE NOT $2 OR starts_with(form_id, $1) ORDER BY form_id`,
    [text, beginning],
  );
  // Not in SQL: DuckDB's distance counts the bytes of a text, three a Chinese character.
  const farness = rows.map(([id, project, unit]) =>
    `${project ?? ""} ${unit ?? ""}`.includes(text) ? -1 : editDistance(id, text),
  );
  return rows
    .map((row, at) => ({ row, far: farness[at]! }))
    .sort((a, b) => a.far - b.far)
    .slice(0, SUGGESTIONS)
    .map(({ row: [id, project, unit] }) =>
      `  ${id}  ${project ?? "（无项目名称）"}  ${unit ?? ""}`.trimEnd(),
    );
}

/**
 * The value that a text names.
 * @throws Problem of wrong use with the nearest names
 */
export function findCell(cells: ReadonlyMap<string, CellName>, formId: string, text: string): CellName {
  const cell = cells.get(text);
  if (cell) return cell;
  const near = [...cells.keys()]
    .map((name) => ({ name, distance: editDistance(name, text) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, SUGGESTIONS);
  throw new Problem(
    "wrong_use",
    `表单 ${formId} 里没有这一栏：${text}`,
    `相近的有：${near.map(({ name }) => name).join("、")}`,
  );
}
