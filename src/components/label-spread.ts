/** Keeping labels that stand beside each other's marks apart. */

/**
 * Moves labels apart so that none lies on another: in the order of their heights, each at least `gap` from the one
 * before, and the whole pushed back up where it would leave the chart.
 *
 * @returns the new heights, in the order of the old
 */
export function spread(heights: number[], gap: number, bottom: number): number[] {
  const order = heights.map((_, i) => i).sort((a, b) => heights[a]! - heights[b]!);
  const placed = [...heights];
  let limit = Number.NEGATIVE_INFINITY;
  for (const i of order) {
    placed[i] = Math.max(placed[i]!, limit);
    limit = placed[i]! + gap;
  }
  limit = bottom;
  for (const i of order.reverse()) {
    placed[i] = Math.min(placed[i]!, limit);
    limit = placed[i]! - gap;
  }
  return placed;
}
