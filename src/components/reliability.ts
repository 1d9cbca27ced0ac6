/** How far figures can be trusted, and how doubtful ones look. */
import { html } from "htl";
import { amount, count } from "./format.js";
import { linkToForms } from "./links.js";
import type { Doubted, Reliability } from "./measures.js";
import type { View } from "./view.js";

type DoubtfulAmount = Exclude<keyof Doubted, "doubtful_forms">;

const AMOUNTS: Record<DoubtfulAmount, string> = {
  doubtful_initial_budget: "年初预算",
  doubtful_budget: "全年预算",
  doubtful_executed: "全年执行",
};

/** What sums about the whole year rest on. */
const ALL = Object.keys(AMOUNTS) as DoubtfulAmount[];
/** What a rate, or what is left of a budget, rests on. */
export const OF_EXECUTION: readonly DoubtfulAmount[] = ["doubtful_budget", "doubtful_executed"];
/** What a change of the budget rests on. */
export const OF_BUDGETS: readonly DoubtfulAmount[] = ["doubtful_initial_budget", "doubtful_budget"];

/** How much of a sum comes from forms with amounts that a person should check; null where nothing does. */
export function doubtText(row: Doubted, of: readonly DoubtfulAmount[] = ALL): string | null {
  if (row.doubtful_forms === 0) return null;
  const read = of.filter((name) => row[name] !== null);
  // Nothing adds nothing to a sum, doubtful or not.
  const much = read
    .filter((name) => /[1-9]/.test(row[name]!))
    .map((name) => `${AMOUNTS[name]}\u00a0${amount(row[name])}`);
  const forms = `⚑\u00a0含\u00a0${count(row.doubtful_forms)}\u00a0张金额待核的表单`;
  if (read.length === 0) return `${forms}，其金额没有读到`;
  return [forms, ...much].join("，");
}

/** The same as a sentence behind one that states the sum; nothing where nothing is in doubt. */
export function doubtSentence(row: Doubted, of?: readonly DoubtfulAmount[]): string {
  const text = doubtText(row, of);
  return text === null ? "" : `${text}。`;
}

/** How many of the indicators behind a count or a sum of points ask for a person, as a sentence. */
export function indicatorDoubt({ doubtful_indicators }: { doubtful_indicators: number }): string {
  return doubtful_indicators === 0 ? "" : `⚑\u00a0含\u00a0${count(doubtful_indicators)}\u00a0个待核的指标。`;
}

/**
 * The same beside a sum or its name.
 *
 * @param of the amounts that the sum rests on
 */
export function doubtMark(row: Doubted, of?: readonly DoubtfulAmount[]): HTMLElement | null {
  const text = doubtText(row, of);
  return text === null ? null : html`<span class="doubt">${text}</span>`;
}

/** The figures of a view: how many cells they rest on ask for a person, with the way to them. */
export function honesty(row: Reliability | undefined, { department, unit }: Partial<View> = {}): Node {
  if (!row) return html.fragment``;
  const left =
    row.other_forms > 0 ? `另有 ${count(row.other_forms)} 张部门整体或转移支付的表单不计入合计。` : "";
  if (row.flagged_cells === 0)
    return html`<p class="honesty">${count(row.forms)} 张表单的每个单元格都与原文件一致，没有待核之处。${left}</p>`;
  const amounts =
    row.doubtful_forms === 0
      ? "金额没有存疑"
      : `其中 ${count(row.doubtful_forms)} 张表单的金额存疑，用到这些金额的数字标有 ⚑，请先核对`;
  return html`<p class="honesty"><strong>这些数字有多可靠：</strong>${count(row.forms)} 张表单中有
    ${count(row.flagged_forms)} 张、共 ${count(row.flagged_cells)} 个单元格的读法需要人来核对；${amounts}。${left}
    <a href=${linkToForms({ year: row.fiscal_year, unit, department: unit ? undefined : department, flagged: true })}>查看待核的表单</a></p>`;
}

/** What could not be read, where something could not. */
export function troubleNote(trouble: string | null): Node {
  return trouble === null ? html.fragment`` : html`<p class="trouble" role="alert">${trouble}</p>`;
}
