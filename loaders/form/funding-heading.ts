/**
 * What the heading of a column of money says, where it can be read to the character.
 */
import { halfWidth, squeeze, withoutMarkup } from "./glyphs.ts";
import { remembering } from "./remember.ts";
import { FUNDING_HEADINGS, type FundingField } from "./vocabulary.ts";

const EXACT = Object.entries(FUNDING_HEADINGS) as [FundingField, RegExp][];

/** The field that a heading names, whatever it adds in brackets; null for any other. */
export const exactField = remembering((cell): FundingField | null => {
  const text = halfWidth(squeeze(withoutMarkup(cell))).replace(/\([^()]*(?:\([^()]*\)[^()]*)*\)/g, "");
  return EXACT.find(([, label]) => label.test(text))?.[0] ?? null;
});
