/** Fitting Chinese text into a given width without a canvas: a Han character is as wide as the type is high. */

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6·—…]/;

/** The width of a text in pixels, at a type size; digits and Latin letters take a little more than half. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += WIDE.test(character) ? 1 : 0.6;
  return ems * size;
}

/** The text if it fits into `width` pixels, else its beginning and `…`; the whole text belongs into a title. */
export function shorten(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = "";
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, size) > width) break;
    kept += character;
  }
  return `${kept}…`;
}
