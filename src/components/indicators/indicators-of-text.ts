/** The indicators that carry a text: a name that recurs, a target, a reason. */
import { html } from "htl";
import { readCut } from "../cut-file.js";
import { count } from "../format.js";
import { troubleNote } from "../reliability.js";
import { type View, yearKey } from "../view.js";
import { indicatorTextTable } from "./indicator-tables.js";
import type { IndicatorText, TextField, TextPlace } from "./indicators.js";

export const TEXT_FIELDS: Record<TextField, string> = {
  name: "指标名称",
  target: "年度指标值",
  actual: "实际完成值",
  deviation_reason: "偏差原因",
};

/** Every text of a year's indicators, and what went wrong on the way to them. */
export async function readTexts(year: View["year"]): Promise<{ texts: TextPlace[]; trouble: string | null }> {
  const read = await readCut("indicator-words", [yearKey(year), "all"]);
  return { texts: read.rows<TextPlace>("texts"), trouble: read.trouble };
}

/** The table of those that carry a text, of a view's department or unit if it has one. */
export async function indicatorsOfText(
  { field, text, files, indicators }: TextPlace,
  view: View,
): Promise<Node> {
  const reads = await Promise.all(
    files.map((file) => readCut("indicator-texts", [yearKey(view.year), file])),
  );
  const carrying = reads
    .flatMap((read) => read.rows<IndicatorText>("texts"))
    .filter((row) => row[field] === text);
  const rows = carrying.filter(
    (row) =>
      (view.department === undefined || row.department === view.department) &&
      (view.unit === undefined || row.implementing_unit === view.unit),
  );
  const part = carrying.length < indicators ? `；全年 ${count(indicators)} 个，这里只列一部分` : "";
  const caption = `${TEXT_FIELDS[field]}为“${text}”的指标，${count(rows.length)} 个${part}`;
  const trouble = reads.find((read) => read.trouble)?.trouble;
  return trouble ? troubleNote(trouble) : indicatorTextTable(rows, caption);
}

/** The table of those of a name; nothing where no name is asked for. */
export async function indicatorsNamed(name: string | undefined, view: View): Promise<Node> {
  if (name === undefined) return html.fragment``;
  const { texts, trouble } = await readTexts(view.year);
  const place = texts.find((one) => one.field === "name" && one.text === name);
  return place ? indicatorsOfText(place, view) : troubleNote(trouble);
}
