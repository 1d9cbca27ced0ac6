/**
 * The document's table of fonts: for each font of the house style the one that takes its place where it is not installed.
 * The library writes fonts only to embed them, and the fonts of official documents may not be passed on.
 */
import type { Fonts, HouseStyle } from "../house-style.ts";

const NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/** Character sets as the format calls them: GB2312, and Latin for the font of digits. */
const CHINESE = "86";
const LATIN = "00";

/** The part of the document that holds the table, to be put in the place of the library's. */
export function fontTable({ fonts }: HouseStyle): { path: string; data: string } {
  const { fallback, ...own } = fonts;
  const uses = Object.keys(own) as (keyof Fonts)[];
  // A font in two uses stands once.
  const byName = new Map(uses.map((use) => [own[use], use]));
  const entries = [...byName].map(
    ([name, use]) =>
      `<w:font w:name="${attribute(name)}"><w:altName w:val="${attribute(fallback[use])}"/><w:charset w:val="${use === "number" ? LATIN : CHINESE}"/></w:font>`,
  );
  const data = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${NAMESPACE}">${entries.join("")}</w:fonts>`;
  return { path: "word/fontTable.xml", data };
}

function attribute(text: string): string {
  return text
    .replace(/\p{Cc}/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;");
}
