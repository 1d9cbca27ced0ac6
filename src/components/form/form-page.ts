/** The page of one form, or the list of all of them: which, the address says. */
import { html } from "htl";
import { findingList } from "../finding-list.js";
import { HOW_TO_BEGIN, NOTHING_READ } from "../findings.js";
import { count, exact, money } from "../format.js";
import { formFilter, linkToForm, linkToForms } from "../links.js";
import { UNNAMED } from "../measures.js";
import type { CodedIndex } from "../pieces/piece-index.js";
import { titled } from "../titled.js";
import { flagNotes } from "./flag-index.js";
import { notesList } from "./flag-notes.js";
import { type FoundForms, formFinder, formList } from "./form-list.js";
import { formPaper } from "./form-paper.js";
import { type FormShare, formSharePath } from "./form-share.js";
import { linkLines } from "./line-links.js";
import { sourceLines } from "./source-lines.js";

/** What the page of a form needs from the world. */
export interface FormPageEffects {
  /** The index of the list of all forms, read only when the list is shown. */
  loadIndex: () => Promise<CodedIndex>;
  /** Fetches an address relative to the page. */
  fetch: (path: string) => Promise<Response>;
}

const LOST = "没有找到这张表单";

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

/** How much the rules found, and how much of it contradicts itself. */
function found({ findings }: FormShare): HTMLElement | null {
  if (findings.length === 0) return null;
  const errors = findings.filter((one) => one.severity === "error").length;
  const grave = errors > 0 ? `，其中 ${count(errors)} 个是表内自相矛盾` : "";
  return html`<p class="honesty">规则发现 ${count(findings.length)} 个问题${grave}。<a href="#findings">查看问题</a></p>`;
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
    ${whereabouts(share)}${doubts(share)}${found(share)}
    <p class="status" role="status"></p>
    <div class="side-by-side">${formPaper(share, notes)}${sourceLines(share)}</div>
    <section aria-label="发现的问题">
      <h2 id="findings">发现的问题</h2>
      ${findingList(share.findings, { none: "规则没有在这张表单里发现问题。" })}
    </section>
    ${notesList(share.form.form_id, notes)}
  </div>`;
  linkLines(page, line);
  return page;
}

/** What the address asks for in numbers. */
function listTitle({ total, doubtful }: FoundForms): string {
  return `${count(total)} 张表单，${count(doubtful)} 张有待核之处`;
}

async function listPage(search: string, effects: FormPageEffects, trouble?: string): Promise<HTMLElement> {
  const index = await effects.loadIndex();
  const lost = trouble ? html`<p class="trouble" role="alert">${trouble}</p>` : null;
  if (index.rows.length === 0) {
    return html`<div><h1>${titled(trouble ? LOST : NOTHING_READ)}</h1>${lost}<p class="lead">${HOW_TO_BEGIN}</p></div>`;
  }
  const filter = formFilter(search);
  const find = formFinder(index);
  try {
    const found = await find(filter, "first");
    return html`<div><h1>${titled(trouble ? LOST : listTitle(found))}</h1>${lost}${formList(find, filter, found)}</div>`;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return html`<div><h1>${titled("表单一览没有读出来")}</h1><p class="trouble" role="alert">${why}</p></div>`;
  }
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
