/** Charts of rows on paper: in pieces of a row each, so that a page may end between any two of them. */
import { svg } from "htl";

/** Names of charts within a page. */
let charts = 0;

/**
 * The pieces of a chart that says in `data-row-height` how high its rows are; a chart that says nothing is one piece. The
 * first piece holds the drawing and shows its first row; the others show theirs of the same drawing.
 *
 * @param plot is taken apart
 */
export function rowPieces(plot: Element): Element[] {
  const rowHeight = Number(plot.getAttribute("data-row-height"));
  const [, , width, height] = (plot.getAttribute("viewBox") ?? "").split(/[ ,]+/).map(Number);
  if (!rowHeight || !width || !height) return [plot];
  charts += 1;
  const id = `rows-${charts}`;
  const drawing = svg`<g id=${id}>${[...plot.childNodes]}</g>`;
  return Array.from({ length: Math.round(height / rowHeight) }, (_, row) => {
    const piece = plot.cloneNode(false) as Element;
    piece.setAttribute("viewBox", `0 ${row * rowHeight} ${width} ${rowHeight}`);
    piece.setAttribute("height", String(rowHeight));
    piece.append(row === 0 ? drawing : svg`<use href=${`#${id}`}></use>`);
    if (row > 0) piece.setAttribute("aria-hidden", "true");
    return piece;
  });
}
