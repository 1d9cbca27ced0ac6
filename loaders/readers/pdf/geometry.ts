/**
 * Points, boxes and lines on a page: in points of 1/72 inch from its upper left corner, as a person holds it.
 */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A text in one piece, as the page places it. */
export interface Word extends Box {
  text: string;
}

/** A vertical or horizontal line: where it stands, and from where to where it goes. */
export interface Ruling {
  at: number;
  from: number;
  to: number;
}

export interface Rulings {
  /** `at` is x, `from` and `to` are y. */
  vertical: Ruling[];
  /** `at` is y, `from` and `to` are x. */
  horizontal: Ruling[];
}

/** `[a, b, c, d, e, f]` of a PDF: (x, y) → (ax + cy + e, bx + dy + f). */
export type Matrix = readonly number[];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that applies `inner` first, then `outer`. */
export function combined(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer as [number, number, number, number, number, number];
  const [g, h, i, j, k, l] = inner as [number, number, number, number, number, number];
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function moved(matrix: Matrix, x: number, y: number): [number, number] {
  const [a, b, c, d, e, f] = matrix as [number, number, number, number, number, number];
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The box around two corners. */
export function boxAround([x1, y1]: [number, number], [x2, y2]: [number, number]): Box {
  return {
    left: Math.min(x1, x2),
    top: Math.min(y1, y2),
    right: Math.max(x1, x2),
    bottom: Math.max(y1, y2),
  };
}

export function boxAroundAll(boxes: readonly Box[]): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { left, top, right, bottom } of boxes) {
    box.left = Math.min(box.left, left);
    box.top = Math.min(box.top, top);
    box.right = Math.max(box.right, right);
    box.bottom = Math.max(box.bottom, bottom);
  }
  return box;
}

export const middleOf = ({ left, top, right, bottom }: Box): [x: number, y: number] => [
  (left + right) / 2,
  (top + bottom) / 2,
];

/** Positions that lie closer together than `tolerance` as one, in ascending order. */
export function distinctPositions(positions: readonly number[], tolerance: number): number[] {
  const sorted = [...positions].sort((a, b) => a - b);
  const clusters: number[][] = [];
  for (const position of sorted) {
    const last = clusters.at(-1);
    if (last && position - last.at(-1)! <= tolerance) last.push(position);
    else clusters.push([position]);
  }
  return clusters.map((cluster) => cluster.reduce((sum, position) => sum + position, 0) / cluster.length);
}
