/** What was attained, level by level. */
import { barRows } from "../chart-bars.js";
import { count, percent, position } from "../format.js";
import { linkPicking } from "../picks.js";
import type { LevelRow } from "./indicators.js";

const NO_LEVEL = "（类别缺失）";

/** The name of a level's row. */
export function levelName(row: LevelRow): string {
  const level1 = row.level1 ?? NO_LEVEL;
  return row.depth === "level2" ? `${level1} · ${row.level2 ?? NO_LEVEL}` : level1;
}

/**
 * A bar of all judged indicators for each level: solid what was attained, pale what was not. Each picks its level.
 *
 * @param picked the level that is picked
 */
export function levelAttainment(
  rows: LevelRow[],
  { width, picked }: { width: number; picked?: string },
): Element {
  const colour = "var(--source-total)";
  const bars = rows.map((row) => ({
    name: `${levelName(row)}${row.level1 !== null && row.level1 === picked ? "（所选）" : ""}`,
    href: row.level1 === null ? undefined : linkPicking({ level1: row.level1 }),
    detail:
      row.attained_share === null
        ? `${count(row.indicators)} 个指标都说不清是否达成`
        : `达成 ${percent(row.attained_share)} = ${count(row.attained_indicators)} ÷ ${count(row.judged_indicators)} 个，得分率 ${percent(row.score_rate)}`,
    segments: [
      { value: position(String(row.attained_indicators)), colour, solid: true },
      { value: row.judged_indicators - row.attained_indicators, colour, solid: false },
    ],
  }));
  const said = bars.map((bar) => `${bar.name}${bar.detail}`).join("；");
  return barRows(bars, { width, label: `各类指标的达成情况：${said}` });
}
