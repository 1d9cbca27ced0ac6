/** Which projects have a briefing over the years: the list on the page of briefings, and the links on a project's page. */
import { html } from "htl";
import { count } from "../format.js";
import { linkToProjectBriefing } from "../links.js";
import type { ListedProject, ProjectBriefingList } from "./briefing-data.js";
import { type BriefingEffects, briefingFile } from "./briefing-fetch.js";

/** How to have one that the site has not. */
export function commandFor(project: string, unit = "单位名称"): string {
  return `npx jixiao briefing --project ${quoted(project)} --unit ${quoted(unit)}`;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '\\"')}"`;
}

/** The list of projects; null where it cannot be had. */
export function projectList(effects: BriefingEffects): Promise<ProjectBriefingList | null> {
  return briefingFile<ProjectBriefingList>("projects.json", effects);
}

function link({ project, unit }: ListedProject, text: string): HTMLElement {
  return html`<a href=${linkToProjectBriefing(project, unit)}>${text}</a>`;
}

/** The list, fetched when it is opened; nothing where no project has several years. */
export function projectChoice(projects: number, effects: BriefingEffects): HTMLElement | null {
  if (projects === 0) return null;
  const body = html`<div></div>`;
  const details = html`<details class="project-briefings">
    <summary>项目历年的简报（${count(projects)} 份）</summary>${body}
  </details>` as HTMLDetailsElement;
  details.addEventListener("toggle", async () => body.replaceChildren(listView(await projectList(effects))), {
    once: true,
  });
  return details;
}

function listView(list: ProjectBriefingList | null): HTMLElement {
  if (!list) return html`<p class="trouble" role="alert">名单没有读出来，请刷新本页。</p>`;
  const items = list.projects.map(
    (one) => html`<li>${link(one, `${one.unit}“${one.project}”`)}（${one.years} 年）</li>`,
  );
  return html`<div>
    <p class="rule">历年未执行资金最多的在前。</p>
    <ol>${items}</ol>
    ${leftNote(list.left)}
  </div>`;
}

function leftNote(left: number): HTMLElement | null {
  if (left === 0) return null;
  return html`<p class="rule">另有 ${count(left)} 个项目的简报没有随网站生成，可用 ${commandFor("项目名称")} 写出。</p>`;
}

/**
 * The briefings over the years of a project's units, as links; how to write them where the site has none.
 *
 * @param name of the project
 * @param ofYears what it has in each year: with one there is nothing to tell over the years
 */
export async function projectBriefingLinks(
  name: string | undefined,
  ofYears: readonly { fiscal_year: number }[],
  effects: BriefingEffects,
): Promise<HTMLElement | null> {
  const years = new Set(ofYears.map(({ fiscal_year }) => fiscal_year));
  if (!name || years.size < 2) return null;
  const list = await projectList(effects);
  const own = list?.projects.filter(({ project }) => project === name) ?? [];
  if (own.length > 0)
    return html`<p class="project-briefings">历年的简报：${own.flatMap((one, i) => [i > 0 ? "、" : "", link(one, one.unit)])}</p>`;
  return list && list.left > 0
    ? html`<p class="rule">历年的简报没有随网站生成，可用 ${commandFor(name)} 写出。</p>`
    : null;
}
