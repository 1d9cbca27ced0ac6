/** What streaks of low execution left unspent, one part a year. */
import { barRows } from "../chart-bars.js";
import { position } from "../format.js";
import { linkToUnit } from "../links.js";
import { marked, nameWithDoubt } from "../measures.js";
import { sourceColour } from "../palette.js";
import { streakText } from "./streak-findings.js";
import type { StreakCell, StreakUnit } from "./streaks.js";

/** The first `limit` units: a bar of the money left over the years of their streak, the earliest year at zero. */
export function streakRanking(
  units: StreakUnit[],
  cells: StreakCell[],
  { width, limit = 10 }: { width: number; limit?: number },
): Element {
  const isDoubtful = (unit: StreakUnit) =>
    cells.some(
      (cell) =>
        cell.implementing_unit === unit.implementing_unit && cell.in_streak && cell.doubtful_forms > 0,
    );
  const bars = units.slice(0, limit).map((unit) => ({
    name: marked(nameWithDoubt(unit.implementing_unit, unit.unit_doubtful), isDoubtful(unit)),
    detail: streakText(unit),
    href: linkToUnit(unit.implementing_unit, unit.fiscal_year),
    segments: cells
      .filter((cell) => cell.implementing_unit === unit.implementing_unit && cell.in_streak)
      .map((cell) => ({
        value: position(cell.unexecuted),
        colour: sourceColour(cell.source),
        solid: (unit.fiscal_year - cell.fiscal_year) % 2 === 0,
      })),
  }));
  const said = bars.map((bar) => `${bar.name}：${bar.detail}`).join("；");
  return barRows(bars, { width, label: `连续偏低的单位未执行的钱：${said}` });
}
