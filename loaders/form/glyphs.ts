/**
 * Characters: which of them text of a form can hold, and which are dirt of an extractor.
 */

/** Markup that extractors leave: HTML tags and LaTeX-like superscripts. */
const MARKUP = /<\/?[a-zA-Z][^<>]{0,40}>|\^\{([^{}]*)\}/g;

/** Japanese and traditional shapes that recognisers put for simplified characters which look alike. */
const LOOKALIKES: Record<string, string> = {
  対: "对",
  満: "满",
  區: "区",
  効: "效",
  従: "从",
  実: "实",
  変: "变",
  歩: "步",
  査: "查",
  両: "两",
  亙: "互",
  畫: "画",
  経: "经",
};
const LOOKALIKE = new RegExp(`[${Object.keys(LOOKALIKES).join("")}]`, "g");

/** Everything that Chinese office text uses, as ranges of a character class. */
const OFFICE_CHARACTERS = [
  "\\u0020-\\u007e", // ASCII
  "\\u00a5\\u00b0\\u00b1\\u00b2\\u00b3\\u00b7\\u00d7\\uffe5", // signs of money, degree and measure
  "\\u2010-\\u2027\\u2030\\u2103", // punctuation, per mille, Celsius
  "\\u2160-\\u217f\\u2460-\\u2473", // Roman and circled numerals
  "\\u2190-\\u2193\\u2200-\\u22ff", // arrows and mathematics
  "\\u25a0-\\u25cf\\u2605\\u2606\\u2611\\u2612\\u2713\\u2714", // shapes, stars and ticks
  "\\u3000-\\u3029\\u3400-\\u9fff\\uf900-\\ufaff", // Chinese
  "\\uff01-\\uff5e", // full width
].join("");
const FOREIGN = new RegExp(`[^${OFFICE_CHARACTERS}]`, "gu");

/** Marks that stand for nothing in a cell: dashes read as dashes, lines, dots. */
const NOTHING = /^[-_—–―─ıIl|·•.,、。'‘’"`~⁄/\\^*+…\s]*$/;

/** What a spreadsheet shows where a formula has no result; the last is our own, where the file holds none. */
export const ERROR_MARK = /#(?:REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FORMULA!)/i;
const ONLY_ERROR = new RegExp(`^\\s*${ERROR_MARK.source}\\s*$`, "i");

/** Whether a cell holds the mark of an error and nothing else. */
export function isError(text: string): boolean {
  return text.charCodeAt(0) <= 0x23 && ONLY_ERROR.test(text);
}

/** Without the extractor's markup. */
export function withoutMarkup(text: string): string {
  return text.includes("<") || text.includes("^") ? text.replace(MARKUP, "$1") : text;
}

/** Whether a text holds white space, as `\s` means it. Asked of every cell many times: most are told by comparing numbers. */
function holdsSpace(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 ? code === 0x20 || (code >= 0x09 && code <= 0x0d) : isWideSpace(code)) return true;
  }
  return false;
}

function isWideSpace(code: number): boolean {
  if (code < 0xa0 || (code > 0x3000 && code < 0xfeff)) return false;
  return code === 0xa0 || code === 0x3000 || /\s/.test(String.fromCharCode(code));
}

/** The pieces of a text between white space; most cells are one. */
export function splitAtSpace(text: string): string[] {
  return holdsSpace(text) ? text.split(/\s+/) : [text];
}

/** The same without the empty pieces that white space at the ends leaves. */
export function wordsIn(text: string): string[] {
  const words = splitAtSpace(text);
  return words[0] === "" || words.at(-1) === "" ? words.filter((word) => word !== "") : words;
}

/** Without white space; a space stays between two Latin letters, where it separates words. */
export function squeeze(text: string): string {
  if (!holdsSpace(text)) return text;
  let squeezed = "";
  let endsInLatin = false;
  for (const word of text.split(/\s+/)) {
    if (word === "") continue;
    squeezed += endsInLatin && isLatin(word.charCodeAt(0)) ? ` ${word}` : word;
    endsInLatin = isLatin(word.charCodeAt(word.length - 1));
  }
  return squeezed;
}

function isLatin(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

const FULL_WIDTH = /[\uff01-\uff5e\u3000\ufe50-\ufe6b\u2550\u2266\u2267]/;
/** Signs in other shapes that printers and recognisers put for them. */
const SIGNS: Record<string, string> = {
  "═": "=",
  "﹦": "=",
  "﹤": "<",
  "﹥": ">",
  "≧": "≥",
  "≦": "≤",
  "﹪": "%",
};
const SIGN = new RegExp(`[${Object.keys(SIGNS).join("")}]`, "g");

/** Half-width digits, letters, signs and parentheses, as SCHEMA fixes for targets and actuals. */
export function halfWidth(text: string): string {
  if (!FULL_WIDTH.test(text)) return text;
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(SIGN, (sign) => SIGNS[sign]!)
    .replaceAll("\u3000", " ");
}

/** Look-alike characters set right. */
export function withoutLookalikes(text: string): string {
  return text.replace(LOOKALIKE, (shape) => LOOKALIKES[shape]!);
}

/** Characters that no form prints (letters of other scripts, marks of other languages) left out. */
export function withoutForeign(text: string): string {
  return text.replace(FOREIGN, "");
}

export function hasForeign(text: string): boolean {
  FOREIGN.lastIndex = 0;
  return FOREIGN.test(text);
}

/** Whether a cell only says "nothing": a dash in any of the shapes it is read as, or that a formula has no result. */
export function saysNothing(text: string): boolean {
  return NOTHING.test(text) || isError(text);
}

export function isCjk(character: string): boolean {
  return isCjkCode(character.charCodeAt(0));
}

export function countCjk(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (isCjkCode(text.charCodeAt(at))) count++;
  return count;
}

function isCjkCode(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}

/** Parts of characters that no text holds by themselves: what a line through a character leaves of it. */
const HALF_CHARACTERS = /[亍冫冖勹匚卩阝刂讠钅饣纟氵忄扌犭礻衤疒灬攵彳彡艹宀辶囗]/;

/** The half of a character that a text holds, if any. */
export function halfCharacter(text: string): string | null {
  return HALF_CHARACTERS.exec(text)?.[0] ?? null;
}
