/** What a download says about itself: so that a file found on a disk can be traced to its page and its sources. */

import type { Run } from "../measures.js";
import { sourceName } from "../palette.js";
import { provenanceText } from "../provenance.js";

/** What addresses call the filters of pages. */
const FILTERS: Record<string, string> = {
  year: "年度",
  department: "主管部门",
  unit: "实施单位",
  project: "项目",
  source: "资金来源",
  rule: "规则",
  severity: "轻重",
  decision: "决定",
  field: "栏目",
  status: "标记",
  profile: "口径",
  follows: "与口径",
  denominator: "执行率的分母",
  q: "查找",
};

/**
 * The filters of an address, as `年度：2024`; those without a name here only narrow what the address says anyway, or are
 * told by the captions of the tables that they narrow.
 *
 * @param notBy those that do not narrow what the note is about
 */
export function filtersOf(search: string, notBy: readonly string[] = []): string[] {
  return [...new URLSearchParams(search)].flatMap(([key, value]) => {
    const name = notBy.includes(key) ? undefined : FILTERS[key];
    if (!name || !value) return [];
    const said = key === "source" ? sourceName(value) : value;
    return [`${name}：${value === "unknown" ? "不详" : said}`];
  });
}

/** What readers take along from page to page in the address and this page does not narrow by, as its filters say. */
export function notNarrowing(page: ParentNode): string[] {
  const fields = page.querySelector<HTMLElement>("[data-narrows]")?.dataset.narrows;
  if (fields === undefined) return [];
  return ["year", "department", "unit", "source"].filter((name) => !fields.split(" ").includes(name));
}

export interface NoteSubject {
  caption: string;
  /** The finding that is the page's title. */
  page: string;
  address: string;
  filters: string[];
  /** The column that rows are sorted by, and which way. */
  order: string | null;
  rows: number;
}

/** The lines of the note. */
export function noteLines({ caption, page, address, filters, order, rows }: NoteSubject, run: Run): string[] {
  return [
    `表：${caption}`,
    `页面：${page}`,
    `筛选：${filters.length > 0 ? filters.join("；") : "无"}`,
    `排序：${order ?? "与页面初始次序相同"}`,
    `行数：${rows} 行，全部在内`,
    provenanceText(run),
    `网址：${address}`,
  ];
}
