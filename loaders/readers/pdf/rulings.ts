/**
 * The ruling lines of a page: strokes, sides of stroked boxes, and boxes filled so thin that they are lines.
 */
import { OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type Box, boxAround, combined, type Matrix, moved, type Ruling, type Rulings } from "./geometry.ts";

/** A filled box no thicker is a line. */
const THICKEST = 3;
/** A line that leans no more is straight. */
const MOST_SLANT = 1;
/** Shorter strokes are letters and ticks. */
const SHORTEST = 3;

interface OperatorList {
  fnArray: number[];
  argsArray: unknown[];
}

const STROKES = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke]);
const FILLS = new Set([OPS.fill, OPS.eoFill]);

/** The lines that the operators of a page draw. @param toPage from the page's own space to the one a person sees */
export function rulingsOf({ fnArray, argsArray }: OperatorList, toPage: Matrix): Rulings {
  const rulings: Rulings = { vertical: [], horizontal: [] };
  const saved: Matrix[] = [];
  let matrix = toPage;
  let path: Path = EMPTY_PATH;
  fnArray.forEach((operator, index) => {
    const args = argsArray[index] as unknown[];
    if (operator === OPS.save) saved.push(matrix);
    else if (operator === OPS.restore) matrix = saved.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = combined(matrix, args as number[]);
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      if (args[0]) matrix = combined(matrix, args[0] as number[]);
    } else if (operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix;
    else if (operator === OPS.constructPath) path = pathOf(args, matrix, path);
    else if (operator === OPS.endPath) path = EMPTY_PATH;
    else if (STROKES.has(operator) || FILLS.has(operator)) {
      const isStroke = STROKES.has(operator);
      if (isStroke) for (const [from, to] of path.lines) addLine(rulings, boxAround(from, to));
      for (const box of path.boxes) addBox(rulings, box, isStroke);
      path = EMPTY_PATH;
    }
  });
  return rulings;
}

/** What was drawn and not painted yet. */
interface Path {
  lines: [from: [number, number], to: [number, number]][];
  boxes: Box[];
}

const EMPTY_PATH: Path = { lines: [], boxes: [] };

function pathOf(args: unknown[], matrix: Matrix, before: Path): Path {
  const [operators, numbers] = args as [number[], number[]];
  const lines = [...before.lines];
  const boxes = [...before.boxes];
  let at = 0;
  let start: [number, number] = [0, 0];
  let here: [number, number] = [0, 0];
  let corners: [number, number][] = [];
  const close = (): void => {
    if (isUpright(corners)) boxes.push(boxAround(corners[0]!, corners[2]!));
    corners = [];
  };
  for (const operator of operators) {
    if (operator === OPS.rectangle) {
      const [x, y, width, height] = numbers.slice(at, at + 4) as [number, number, number, number];
      boxes.push(boxAround(moved(matrix, x, y), moved(matrix, x + width, y + height)));
      at += 4;
    } else if (operator === OPS.moveTo) {
      close();
      start = here = moved(matrix, numbers[at]!, numbers[at + 1]!);
      corners = [here];
      at += 2;
    } else if (operator === OPS.lineTo) {
      const to = moved(matrix, numbers[at]!, numbers[at + 1]!);
      lines.push([here, to]);
      corners.push(to);
      here = to;
      at += 2;
    } else if (operator === OPS.closePath) {
      lines.push([here, start]);
      here = start;
    } else {
      // Curves are no lines: only where they end matters.
      at += operator === OPS.curveTo ? 6 : 4;
      here = moved(matrix, numbers[at - 2] ?? 0, numbers[at - 1] ?? 0);
      corners = [];
    }
  }
  close();
  return { lines, boxes };
}

/** Whether four corners, or five with the first once more, are a box that stands upright. */
function isUpright(corners: readonly [number, number][]): boolean {
  if (corners.length !== 4 && corners.length !== 5) return false;
  return corners.every(([x, y], index) => {
    const [nextX, nextY] = corners[(index + 1) % corners.length]!;
    return Math.abs(nextX - x) <= MOST_SLANT || Math.abs(nextY - y) <= MOST_SLANT;
  });
}

function addBox(rulings: Rulings, box: Box, isStroke: boolean): void {
  const { left, top, right, bottom } = box;
  if (right - left <= THICKEST || bottom - top <= THICKEST) addLine(rulings, box);
  else if (isStroke) {
    addLine(rulings, { ...box, right: left });
    addLine(rulings, { ...box, left: right });
    addLine(rulings, { ...box, bottom: top });
    addLine(rulings, { ...box, top: bottom });
  }
}

function addLine(rulings: Rulings, { left, top, right, bottom }: Box): void {
  const width = right - left;
  const height = bottom - top;
  const line = (at: number, from: number, to: number): Ruling => ({ at, from, to });
  if (width <= THICKEST && height > width && height >= SHORTEST)
    rulings.vertical.push(line((left + right) / 2, top, bottom));
  else if (height <= THICKEST && width > height && width >= SHORTEST)
    rulings.horizontal.push(line((top + bottom) / 2, left, right));
}
