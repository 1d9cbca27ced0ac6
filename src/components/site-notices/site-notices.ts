/**
 * The notices above every page: a script of the document, since they concern all pages. While `jixiao start` follows
 * the sources, it looks for a new run every other second and shows it.
 */
import type { Notices } from "./notices.js";

/** Beside the folder of modules, whatever the page and the prefix of the site. */
const FILE = new URL("../../../_file/data/notices.json", import.meta.url);
const EVERY = 2000;
/** Pages that show briefings or lead to them. */
const SHOWS_BRIEFINGS = /\/(briefings|project)(\.html)?$/;
const NOT_TAKEN_IN = {
  figures: "新的文件没有算成，下面仍是原来的数字",
  briefings: "数字已是新的，简报没有写成，仍是原来的",
};
/** Files that are named; of more than these the number is enough. */
const NAMED = 5;

function paragraph(kind: string, ...content: (string | Node)[]): HTMLElement {
  const made = document.createElement("p");
  made.className = kind;
  made.append(...content);
  return made;
}

function rejectedFiles({ rejected }: Notices): HTMLElement[] {
  if (rejected.length === 0) return [];
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = `有 ${rejected.length} 份文件未能读入，不在下面的数字里`;
  const list = document.createElement("ul");
  for (const { path, reason, advice } of rejected.slice(0, NAMED)) {
    const item = document.createElement("li");
    item.textContent = `${reason.includes(path) ? reason : `${path}：${reason}`}。${advice}`;
    list.append(item);
  }
  details.open = rejected.length <= NAMED;
  details.append(summary, list);
  if (rejected.length > NAMED)
    details.append(`另有 ${rejected.length - NAMED} 份，见命令 npx jixiao run 的说明。`);
  details.className = "unread";
  return [details];
}

function show(place: HTMLElement, notices: Notices): void {
  const { problem, briefings } = notices;
  const failed = problem
    ? [paragraph("unread", `${NOT_TAKEN_IN[problem.of]}：${problem.message}。${problem.advice}`)]
    : [];
  const behind =
    briefings === "behind" && !problem
      ? [paragraph("updated", "数字已是新的；简报还在重写，写好之前仍是原来的。")]
      : [];
  place.replaceChildren(...failed, ...behind, ...rejectedFiles(notices));
}

/** Whether somebody is in the middle of writing, which a reload would lose. */
function isWriting(): boolean {
  return document.activeElement?.matches("input, textarea, select, .sql-editor") ?? false;
}

async function fetchNotices(): Promise<Notices> {
  const response = await fetch(FILE, { cache: "no-cache" });
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as Notices;
}

/** Looks again and again, until the server is gone. */
function follow(place: HTMLElement, first: Notices): void {
  let last = JSON.stringify(first);
  let { briefings } = first;
  const timer = setInterval(async () => {
    let notices: Notices;
    try {
      notices = await fetchNotices();
    } catch {
      clearInterval(timer);
      return;
    }
    if (JSON.stringify(notices) === last) return;
    const isOfBriefings = briefings !== notices.briefings && SHOWS_BRIEFINGS.test(location.pathname);
    ({ briefings } = notices);
    last = JSON.stringify(notices);
    if (notices.version === first.version && !isOfBriefings) return show(place, notices);
    if (!isWriting()) return location.reload();
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "刷新";
    button.onclick = () => location.reload();
    place.prepend(paragraph("updated", "来源文件有变化，数字已重新计算。", button));
  }, EVERY);
}

const place = document.querySelector<HTMLElement>(".site-notices");
if (place) {
  fetchNotices().then(
    (notices) => {
      show(place, notices);
      if (notices.live) follow(place, notices);
    },
    () =>
      place.replaceChildren(paragraph("unread", "网站的说明文件没有读出来，请检查网络，或重新生成网站。")),
  );
}
