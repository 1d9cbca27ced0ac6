/**
 * The text of a cell in one way of writing: half-width, with one sign for each meaning, without idle spaces.
 */

/** Signs that mean the same, in the shape the grammar reads. Full-width ASCII is turned by its code. */
const SIGNS: Readonly<Record<string, string>> = {
  "﹦": "=",
  "﹥": ">",
  "﹤": "<",
  "﹪": "%",
  "≧": "≥",
  "⩾": "≥",
  "≦": "≤",
  "⩽": "≤",
  "∶": ":",
  "〜": "~",
  "∼": "~",
  "—": "-",
  "–": "-",
  "−": "-",
  "‐": "-",
  "‑": "-",
  "\u3000": " ",
};
const SIGN = new RegExp(`[${Object.keys(SIGNS).join("")}]`, "g");

/** `95. 00%`: a space beside the point of a number; `1. 20户` may as well be the first of several statements. */
const POINT_APART = /(?<=\d) ?\. ?(?=00(?!\d))|(?<=\d\d) ?\. ?(?=\d{1,2}(?!\d))/g;

/**
 * The text as the grammar reads it. Compatibility forms beyond width (`①`, `²`) are left as they are: folding them
 * would write digits that nobody printed. A space between two digits stays, because what it separates is unknown.
 */
export function plainText(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(SIGN, (sign) => SIGNS[sign]!)
    .replace(/\s+/g, " ")
    .replace(POINT_APART, ".")
    .replace(/(?<![\d.,]) | (?![\d.,])/g, "")
    .replace(/[>≥]=+|=+>=*/g, "≥")
    .replace(/[<≤]=+|=+<=*/g, "≤")
    .replace(/-{2,}/g, "-");
}
