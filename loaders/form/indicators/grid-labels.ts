/**
 * Labels of groups as forms print them: with a number before, with points and remarks behind.
 */
import { halfWidth, squeeze } from "../glyphs.ts";

/** （一）, 一、, 1. and the like before a label. */
const BEFORE_LABEL = /^(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十\d]+[、.．:：])/;
/** Points and remarks in brackets behind a label: 产出指标(50分). */
const BEHIND_LABEL = /(?:[(（][^()（）]*[)）]?|\d+(?:\.\d+)?分?[)）]?)$/;

/** A label without its number and its points, half width and without spaces. */
export function bareLevel(text: string): string {
  return halfWidth(squeeze(text)).replace(BEFORE_LABEL, "").replace(BEHIND_LABEL, "");
}
