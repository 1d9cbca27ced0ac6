/** Where unexecuted money sits: things ranked by it, each bar made of its sources of funds. */
import { barRows } from "./chart-bars.js";
import { money, percent, position } from "./format.js";
import { type Measures, marked } from "./measures.js";
import { sourceColour } from "./palette.js";

/** What is ranked: its total row, and the rows of its sources. */
export interface Ranked {
  name: string;
  href?: string;
  /** The form and line that it stands on, where it is one. */
  place?: string;
  total: Measures;
  bySource: (Measures & { source: string })[];
  /** A figure of it asks for a person. */
  doubtful: boolean;
}

/**
 * The first `limit` of `ranked`, in the order given.
 *
 * @param subject what is ranked, for those who cannot see the chart: 单位, 表单
 */
export function unexecutedRanking(
  ranked: Ranked[],
  { width, limit = 10, subject }: { width: number; limit?: number; subject: string },
): Element {
  const bars = ranked.slice(0, limit).map((item) => ({
    name: marked(item.name, item.doubtful),
    detail: `未执行 ${money(item.total.unexecuted)} 万元，执行率 ${percent(item.total.execution_rate)}`,
    href: item.href,
    place: item.place,
    segments: item.bySource.map((row) => ({
      value: position(row.unexecuted),
      colour: sourceColour(row.source),
      solid: true,
    })),
  }));
  const first = bars[0] ? `，最多的是${bars[0].name}，${bars[0].detail}` : "";
  return barRows(bars, { width, label: `按未执行金额排列的${subject}${first}` });
}
