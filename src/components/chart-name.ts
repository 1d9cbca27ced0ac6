/** Charts for those who hear them. */

/**
 * Names a chart in a sentence. Plot's own names of its parts (`bar`, `tick`) are English, tell nothing and stand where
 * ARIA allows no name.
 *
 * @param holdsLinks whether its parts can be reached one by one; else the sentence is all there is to hear
 */
export function nameChart(plot: Element, sentence: string, { holdsLinks }: { holdsLinks: boolean }): Element {
  for (const part of plot.querySelectorAll("g[aria-label]")) part.removeAttribute("aria-label");
  plot.setAttribute("role", holdsLinks ? "group" : "img");
  plot.setAttribute("aria-label", sentence);
  return plot;
}
