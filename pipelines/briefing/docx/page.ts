/**
 * The page of an official document (GB/T 9704-2012): its measures in the units of the format.
 */
import type { HouseStyle } from "../house-style.ts";

const A4 = { width: 210, height: 297 };
/** The page number stands 7 mm below the text; a line of 14 pt is about 5 mm high. */
const PAGE_NUMBER = { below: 7, height: 5 };
const TWIPS_IN_POINT = 20;
const TWIPS_IN_MILLIMETRE = 1440 / 25.4;
const PIXELS_IN_MILLIMETRE = 96 / 25.4;

export function twipsOfMillimetres(mm: number): number {
  return Math.round(mm * TWIPS_IN_MILLIMETRE);
}

export function twipsOfPoints(points: number): number {
  return Math.round(points * TWIPS_IN_POINT);
}

/** Sizes of type are counted in half points. */
export function halfPoints(points: number): number {
  return Math.round(points * 2);
}

export function pixelsOfMillimetres(mm: number): number {
  return Math.round(mm * PIXELS_IN_MILLIMETRE);
}

/** Size and margins of the page, in twips: what the text area leaves of A4. */
export function pageOf({ page }: HouseStyle) {
  const below = A4.height - page.top_mm - page.text_height_mm;
  return {
    size: { width: twipsOfMillimetres(A4.width), height: twipsOfMillimetres(A4.height) },
    margin: {
      top: twipsOfMillimetres(page.top_mm),
      bottom: twipsOfMillimetres(below),
      left: twipsOfMillimetres(page.left_mm),
      right: twipsOfMillimetres(A4.width - page.left_mm - page.text_width_mm),
      header: twipsOfMillimetres(page.top_mm / 2),
      footer: twipsOfMillimetres(Math.max(below - PAGE_NUMBER.below - PAGE_NUMBER.height, 0)),
      gutter: 0,
    },
  };
}
