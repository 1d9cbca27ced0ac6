/** The page of one form, or the list of all of them: which, the address says. */
import { html } from "htl";
import { HOW_TO_BEGIN, NOTHING_READ } from "./findings.js";
import { flagNotes } from "./flag-index.js";
import { notesList } from "./flag-notes.js";
import { formList, matchingForms } from "./form-list.js";
import { formPaper } from "./form-paper.js";
import { type FormShare, formSharePath } from "./form-share.js";
import { count, exact, money } from "./format.js";
import { linkLines } from "./line-links.js";
import { type FormFilter, formFilter, linkToForm, linkToForms } from "./links.js";
import { type ListedForm, UNNAMED } from "./measures.js";
import { sourceLines } from "./source-lines.js";
import { titled } from "./titled.js";

/** What the page of a form needs from the world. */
export interface FormPageEffects {
  /** The list of all forms, read only when it is shown. */
  loadForms: () => Promise<ListedForm[]>;
  /** Fetches an address relative to the page. */
  fetch: (path: string) => Promise<Response>;
}

/** The share of a form; a sentence in Chinese where there is none. */
async function loadShare(id: string, effects: FormPageEffects): Promise<FormShare | string> {
  const path = formSharePath(id);
  if (!path) return `表单编号“${id}”的写法不对，应像 0123456789ab-05 那样由文件编号和序号组成。`;
  try {
    const response = await effects.fetch(path);
    if (!response.ok) return `没有编号为“${id}”的表单。原文件改动之后编号会变，请从下面的一览中查找。`;
    return (await response.json()) as FormShare;
  } catch {
    return `编号为“${id}”的表单没有读出来。请检查网络或重新生成网站，也可从下面的一览中另选一张。`;
  }
}

function finding({ form, funding }: FormShare): string {
  const total = funding.find((row) => row.source === "total");
  const amounts = total
    ? `全年预算 ${money(total.adjusted_budget)} 万元，执行 ${money(total.executed)} 万元`
    : "没有资金数据";
  const score = form.total_score === null ? "" : `，自评 ${exact(form.total_score)} 分`;
  return `${form.project_name ?? UNNAMED}：${amounts}${score}${form.rating ? `（${form.rating}）` : ""}`;
}

/** Where the form lies in its document, and its neighbours there. */
function whereabouts({ form, document }: FormShare): HTMLElement {
  const neighbour = (ordinal: number) =>
    linkToForm(`${form.document_id}-${String(ordinal).padStart(2, "0")}`);
  const previous =
    form.ordinal > 1 ? html`<a href=${neighbour(form.ordinal - 1)} rel="prev">上一张</a>` : null;
  const next =
    form.ordinal < document.forms ? html`<a href=${neighbour(form.ordinal + 1)} rel="next">下一张</a>` : null;
  return html`<nav class="whereabouts" aria-label="表单位置">
    <a href=${linkToForms()}>全部表单</a> <span>${document.path} 第 ${form.ordinal} 张，共 ${count(document.forms)} 张</span>
    <span>编号 ${form.form_id}</span> ${previous} ${next}
  </nav>`;
}

function doubts(share: FormShare): HTMLElement {
  if (share.flags.length === 0) return html`<p class="honesty">每个单元格都与原文一致，没有待核之处。</p>`;
  const asking = share.flags.filter((flag) => flag.asks_person).length;
  return html`<p class="honesty"><strong>⚑ ${count(asking)} 处待核，✎ ${count(share.flags.length - asking)} 处已修补或更正。</strong>
    没有标记的和“✎ 已修补”“✔ 已更正”的单元格可以放心使用；其余请对照原文。<a href="#notes">查看原因</a></p>`;
}

function onePage(share: FormShare, line: number | null): HTMLElement {
  const notes = flagNotes(share.flags);
  const page = html`<div class="form-page">
    <h1>${titled(finding(share))}</h1>
    ${whereabouts(share)}${doubts(share)}
    <p class="status" role="status"></p>
    <div class="side-by-side">${formPaper(share, notes)}${sourceLines(share)}</div>
    ${notesList(share.form.form_id, notes)}
  </div>`;
  linkLines(page, line);
  return page;
}

/** What the address asks for in numbers. */
function listTitle(forms: ListedForm[], filter: FormFilter): string {
  if (forms.length === 0) return NOTHING_READ;
  const found = matchingForms(forms, filter);
  const doubtful = found.filter((form) => form.flagged_cells > 0).length;
  return `${count(found.length)} 张表单，${count(doubtful)} 张有待核之处`;
}

async function listPage(search: string, effects: FormPageEffects, trouble?: string): Promise<HTMLElement> {
  const forms = await effects.loadForms();
  const filter = formFilter(search);
  return html`<div>
    <h1>${titled(trouble ? "没有找到这张表单" : listTitle(forms, filter))}</h1>
    ${trouble ? html`<p class="trouble" role="alert">${trouble}</p>` : null}
    ${forms.length > 0 ? formList(forms, filter) : html`<p class="lead">${HOW_TO_BEGIN}</p>`}
  </div>`;
}

/**
 * The page for an address: `id` names a form and `line` a line of its document; without `id` it is the list of
 * forms, narrowed by the rest of the address.
 */
export async function formPage(search: string, effects: FormPageEffects): Promise<HTMLElement> {
  const params = new URLSearchParams(search);
  const id = params.get("id");
  if (id === null) return listPage(search, effects);
  const share = await loadShare(id, effects);
  if (typeof share === "string") return listPage(search, effects, share);
  const line = Number(params.get("line"));
  return onePage(share, Number.isInteger(line) && line > 0 ? line : null);
}
