/**
 * Whether characters make words: the dictionary of Chinese that Node carries (ICU's), asked where a document itself
 * does not tell what stands at a place that a column line cut.
 */

/** Bound suffixes that names of indicators end with; behind a word they need no second character. */
const SUFFIX = /^[率数度性量]$/;
/** Words are rarely longer; what stands further from the place does not change how it is cut into words. */
const REACH = 8;

let segmenter: Intl.Segmenter | undefined;

/** The words of a text in order, as the dictionary cuts it; what is no word comes as single characters. */
export function chineseWords(text: string): string[] {
  segmenter ??= new Intl.Segmenter("zh", { granularity: "word" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/**
 * Whether two texts meet within a word, or between two words of more than one character: then nothing is lost between
 * them and nothing stands there that does not belong.
 */
export function meetInWords(left: string, right: string): boolean {
  const before = left.slice(-REACH);
  const after = right.slice(0, REACH);
  let at = 0;
  let last = "";
  for (const word of chineseWords(before + after)) {
    const end = at + word.length;
    if (at < before.length && end > before.length) return true;
    if (end === before.length) last = word;
    if (at === before.length)
      return isWord(last) && (isWord(word) || (SUFFIX.test(word) && end === before.length + right.length));
    at = end;
  }
  return false;
}

/** Whether a text ends with a word, or with a suffix that stands behind one: else its end may be half a character. */
export function endsInWord(text: string): boolean {
  const last = chineseWords(text.slice(-REACH)).at(-1) ?? "";
  return isWord(last) || SUFFIX.test(last);
}

/** Single characters are what is left when a word is broken. */
function isWord(word: string): boolean {
  return word.length > 1;
}
