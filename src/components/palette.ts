/**
 * Colours with a meaning: a source of funds has the same colour on every page. The values stand in
 * `styles/tokens.css`, once for light and once for dark; they differ in lightness as well as in hue, so that they
 * can be told apart in grey and by the colour-blind.
 */

const SOURCES: Record<string, { name: string; colour: string }> = {
  total: { name: "年度资金总额", colour: "var(--source-total)" },
  current_year_appropriation: { name: "当年财政拨款", colour: "var(--source-appropriation)" },
  carry_over: { name: "上年结转资金", colour: "var(--source-carry-over)" },
  other_funds: { name: "其他资金", colour: "var(--source-other)" },
};

/** The Chinese name of a source of funds; a source that the national form does not know is its own name. */
export function sourceName(source: string): string {
  return SOURCES[source]?.name ?? source;
}

/** The colour of a source of funds. */
export function sourceColour(source: string): string {
  return SOURCES[source]?.colour ?? "var(--source-unknown)";
}

/** How much of a colour is left for what was not spent: the outline of the bar keeps the full colour. */
export const UNEXECUTED_OPACITY = 0.22;
