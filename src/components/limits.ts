/** The limits of the rules that pages speak of; an office may have set its own. */
import { html } from "htl";
import { fixed } from "./format.js";

/** By name, as decimal text. */
export type Limits = Record<string, string>;

/** A row of `mart.thresholds`; decimals as text. */
export interface LimitRow {
  name: string;
  value: string;
  default_value: string;
  meaning: string;
  unit: string;
  /** The document or reason by which the workspace set it; null where it did not. */
  overridden_by: string | null;
}

/** Which limits of a page are the office's own, each with what else would hold and by what document it does not. */
export function ownLimitTexts(rows: LimitRow[], names: string[]): string[] {
  return rows
    .filter((row) => names.includes(row.name) && row.overridden_by !== null)
    .map(
      ({ meaning, value, default_value, unit, overridden_by }) =>
        `${meaning}：它现为 ${plain(value)}${unit}（默认 ${plain(default_value)}${unit}，依据：${overridden_by}）`,
    );
}

/** Says so on the page; nothing where all limits are the usual ones. */
export function ownLimits(rows: LimitRow[], names: string[]): Node {
  const told = ownLimitTexts(rows, names);
  if (told.length === 0) return html.fragment``;
  return html`<p class="own-limits">本页所用的界限改过：${told.join("；")}。全部界限见<a href="./dictionary.html#界限">数据字典</a>。</p>`;
}

/** Limits by name, from the rows of `mart.thresholds`. */
export function limitsOf(rows: Pick<LimitRow, "name" | "value">[]): Limits {
  return Object.fromEntries(rows.map((row) => [row.name, row.value]));
}

/** A limit as a sentence tells it: `90`, `0.5`. */
export function limitText(limits: Limits, name: string): string {
  return plain(limits[name]);
}

function plain(figure: string | undefined): string {
  return fixed(figure, 2).replace(/\.?0+$/, "");
}
