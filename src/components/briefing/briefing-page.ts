/** The page of briefings: which of them, the address says. */
import { html } from "htl";
import { HOW_TO_BEGIN, NOTHING_READ } from "../findings.js";
import { count } from "../format.js";
import { titled } from "../titled.js";
import type { BriefingData, BriefingList, ListedBriefing } from "./briefing-data.js";
import { type BriefingEffects, briefingFile, FOLDER } from "./briefing-fetch.js";
import { briefingView } from "./briefing-view.js";
import { commandFor, projectChoice, projectList } from "./project-briefings.js";

const TO_BUILD = "请重新运行 npx jixiao build 生成网站，再刷新本页。";

function message(title: string, text: string): HTMLElement {
  return html`<div><h1>${titled(title)}</h1><p class="lead" role="alert">${text}</p></div>`;
}

function nameOf({ level, year, name }: ListedBriefing): string {
  return { year: `${year}年度`, department: `主管部门：${name}`, unit: `单位：${name}` }[level];
}

/** A choice of briefings; choosing one goes to its address. */
function choice(list: BriefingList, shown: Shown, effects: BriefingEffects): HTMLElement {
  const isListed = list.briefings.some(({ id }) => id === shown.id);
  const select = html`<select>
    ${isListed ? null : html`<option value="" selected>${shown.name}</option>`}
    ${list.briefings.map((one) => html`<option value=${one.id} selected=${one.id === shown.id}>${nameOf(one)}</option>`)}
  </select>` as HTMLSelectElement;
  select.addEventListener("change", () => {
    if (select.value) location.search = `?${new URLSearchParams({ id: select.value })}`;
  });
  const more =
    list.left > 0
      ? html`<p class="rule">另有 ${count(list.left)} 个主管部门和单位的简报没有随网站生成，可用 npx jixiao briefing --unit 单位名称 写出。</p>`
      : null;
  return html`<div class="briefing-choice">
    <label>简报 ${select}</label>${more}${projectChoice(list.projects, effects)}
  </div>`;
}

/** The briefing that is shown: the name of its file, what the choice calls it, and what is wrong with the address. */
interface Shown {
  id: string;
  name: string;
  trouble?: string;
}

/** The briefing of the year, department or unit that an address names as other pages do; the newest of several years. */
function named(list: BriefingList, params: URLSearchParams): ListedBriefing | undefined {
  const [year, department, unit] = ["year", "department", "unit"].map((name) => params.get(name));
  const level = unit ? "unit" : department ? "department" : "year";
  return list.briefings.find(
    (one) =>
      one.level === level &&
      (!year || String(one.year) === year) &&
      (level === "year" || one.name === (unit || department)),
  );
}

/**
 * What an address asks for: `?id=` of a year, a department or a unit, or `?year=&department=` and the like, or
 * `?unit=&project=`; else the newest year.
 */
async function shownBy(search: string, list: BriefingList, effects: BriefingEffects): Promise<Shown> {
  const [newest] = list.briefings as [ListedBriefing];
  const params = new URLSearchParams(search);
  const [id, unit, project] = ["id", "unit", "project"].map((name) => params.get(name));
  if (project) {
    const projects = (await projectList(effects))?.projects ?? [];
    const found = projects.find((one) => one.project === project && (!unit || one.unit === unit));
    if (found) return { id: found.id, name: `项目：${found.unit}“${found.project}”` };
    const trouble = `${unit ?? ""}“${project}”历年的简报没有随网站生成：只有一年的项目没有，别的可用 ${commandFor(project, unit || undefined)} 写出。下面是最近一年的简报。`;
    return { id: newest.id, name: nameOf(newest), trouble };
  }
  const known = id ? list.briefings.find((one) => one.id === id) : named(list, params);
  if (known) return { id: known.id, name: nameOf(known) };
  const asked = id ? `编号为“${id}”` : `“${[...params.values()].join(" ")}”`;
  const trouble = `网站上没有${asked}的简报，下面是最近一年的。`;
  return { id: newest.id, name: nameOf(newest), trouble };
}

/** The briefing that an address asks for. */
export async function briefingPage(search: string, effects: BriefingEffects): Promise<HTMLElement> {
  const list = await briefingFile<BriefingList>("index.json", effects);
  if (!list)
    return message("简报没有读出来", "请检查网络，或重新运行 npx jixiao build 生成网站，再刷新本页。");
  if (list.briefings.length === 0) return message(NOTHING_READ, HOW_TO_BEGIN);
  const shown = await shownBy(search, list, effects);
  const briefing = await briefingFile<BriefingData>(`${shown.id}.json`, effects);
  if (!briefing) return message("简报没有读出来", TO_BUILD);
  return html`<div>
    <h1>${titled(briefing.title)}</h1>
    ${shown.trouble ? html`<p class="trouble" role="alert">${shown.trouble}</p>` : null}
    ${choice(list, shown, effects)}
    <p><a href=${`${FOLDER}${briefing.document}`} download=${`${briefing.title}.docx`}>下载公文格式的文档（.docx）</a></p>
    ${briefingView(briefing)}
  </div>`;
}
