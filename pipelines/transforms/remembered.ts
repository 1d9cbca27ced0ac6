/** Texts that are remembered after they were asked for last; what makes up the cells of tens of thousands of forms. */
const MOST = 25_000;
/** Longer texts are prose, which does not recur. */
const LONGEST = 200;

/**
 * A function of a text that gives the answer it gave before, where it was asked before. What it returns is shared, and
 * must not be changed. Forgets what was asked for longest ago, so that its memory stays flat.
 */
export function remembered<T>(read: (text: string | null) => T): (text: string | null) => T {
  // Two generations: a text that is asked for again moves to the young one; the old one is forgotten when that is full.
  let young = new Map<string | null, T>();
  let old = new Map<string | null, T>();
  return (text) => {
    if (text !== null && text.length > LONGEST) return read(text);
    const known = young.get(text);
    if (known !== undefined) return known;
    const answer = old.get(text) ?? read(text);
    if (young.size >= MOST) [old, young] = [young, new Map()];
    young.set(text, answer);
    return answer;
  };
}
