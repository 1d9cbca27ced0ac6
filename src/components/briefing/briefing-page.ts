/** The page of briefings: which of them, the address says. */
import { html } from "htl";
import { HOW_TO_BEGIN, NOTHING_READ } from "../findings.js";
import { count } from "../format.js";
import { titled } from "../titled.js";
import type { BriefingData, BriefingList, ListedBriefing } from "./briefing-data.js";
import { briefingView } from "./briefing-view.js";

const FOLDER = "./_file/data/briefings/";

export interface BriefingPageEffects {
  /** Fetches an address relative to the page. */
  fetch: (path: string) => Promise<Response>;
}

async function json<T>(name: string, effects: BriefingPageEffects): Promise<T | null> {
  try {
    const response = await effects.fetch(`${FOLDER}${name}`);
    return response.ok ? ((await response.json()) as T) : null;
  } catch {
    return null;
  }
}

function message(title: string, text: string): HTMLElement {
  return html`<div><h1>${titled(title)}</h1><p class="lead" role="alert">${text}</p></div>`;
}

function nameOf({ level, year, name }: ListedBriefing): string {
  return { year: `${year}年度`, department: `主管部门：${name}`, unit: `单位：${name}` }[level];
}

/** A choice of briefings; choosing one goes to its address. */
function choice({ briefings, left }: BriefingList, shown: string): HTMLElement {
  const select = html`<select>
    ${briefings.map((one) => html`<option value=${one.id} selected=${one.id === shown}>${nameOf(one)}</option>`)}
  </select>` as HTMLSelectElement;
  select.addEventListener("change", () => {
    location.search = `?${new URLSearchParams({ id: select.value })}`;
  });
  const more =
    left > 0
      ? html`<p class="rule">另有 ${count(left)} 个单位的简报没有随网站生成，可用 jixiao briefing --unit 单位名称 写出。</p>`
      : null;
  return html`<div class="briefing-choice"><label>简报 ${select}</label>${more}</div>`;
}

/** The briefing that an address asks for: `?id=`; the newest year's where it names none. */
export async function briefingPage(search: string, effects: BriefingPageEffects): Promise<HTMLElement> {
  const list = await json<BriefingList>("index.json", effects);
  if (!list)
    return message("简报没有读出来", "请检查网络，或重新运行 npx jixiao build 生成网站，再刷新本页。");
  const [newest] = list.briefings;
  if (!newest) return message(NOTHING_READ, HOW_TO_BEGIN);
  const asked = new URLSearchParams(search).get("id");
  const known = list.briefings.find(({ id }) => id === asked) ?? newest;
  const briefing = await json<BriefingData>(`${known.id}.json`, effects);
  if (!briefing) return message("简报没有读出来", "请重新运行 npx jixiao build 生成网站，再刷新本页。");
  const unknown = asked !== null && asked !== known.id;
  return html`<div>
    <h1>${titled(briefing.title)}</h1>
    ${unknown ? html`<p class="trouble" role="alert">没有编号为“${asked}”的简报，下面是最近一年的。</p>` : null}
    ${choice(list, known.id)}
    <p><a href=${`${FOLDER}${briefing.document}`} download=${`${briefing.title}.docx`}>下载公文格式的文档（.docx）</a></p>
    ${briefingView(briefing)}
  </div>`;
}
