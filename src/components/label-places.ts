/** Finding room for names beside the dots that they name. */
import { textWidth } from "./text-fit.js";

/** A rectangle in pixels, y downwards. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A dot and what it is called. */
export interface Named {
  x: number;
  y: number;
  text: string;
}

/** Between a dot and its name, and between a name and anything else. */
const GAP = 4;

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function holds(area: Box, box: Box): boolean {
  return box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom;
}

/** Where a name can stand: right of its dot, left, above, below, in the order in which they read well. */
function placesOf({ x, y, text }: Named, radius: number, size: number): Box[] {
  const [width, height, away] = [textWidth(text, size), size * 1.3, radius + GAP];
  const at = (left: number, top: number) => ({ left, right: left + width, top, bottom: top + height });
  return [
    at(x + away, y - height / 2),
    at(x - away - width, y - height / 2),
    at(x - width / 2, y - away - height),
    at(x - width / 2, y + away),
  ];
}

export interface Room {
  /** Names stay within. */
  area: Box;
  /** Centres of all dots, those without a name too. */
  dots: readonly { x: number; y: number }[];
  /** What else no name may lie on. */
  taken?: readonly Box[];
  /** Of the dots. */
  radius: number;
  /** Of the type. */
  size: number;
}

/**
 * A box for each name that lies on no dot, on no other name and on nothing that is taken, the first names first; null for a
 * name that has no such room.
 */
export function labelPlaces(
  names: readonly Named[],
  { area, dots, taken = [], radius, size }: Room,
): (Box | null)[] {
  const around = radius + GAP / 2;
  const full: Box[] = [
    ...dots.map(({ x, y }) => ({ left: x - around, right: x + around, top: y - around, bottom: y + around })),
    ...taken,
  ];
  return names.map((name) => {
    const isFree = (box: Box) => holds(area, box) && !full.some((other) => meet(box, other));
    const place = placesOf(name, radius, size).find(isFree) ?? null;
    if (place) full.push(place);
    return place;
  });
}
