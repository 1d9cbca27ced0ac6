/** Texts that are remembered at a time; a few hundred make up most cells of a year's forms. */
const MOST = 10_000;
/** Longer texts are prose, which does not recur. */
const LONGEST = 200;

/**
 * A function of a text that gives the answer it gave before, where it was asked before. What it returns is shared, and
 * must not be changed. Forgets everything when it knows too much, so that its memory stays flat.
 */
export function remembered<T>(read: (text: string | null) => T): (text: string | null) => T {
  const answers = new Map<string | null, T>();
  return (text) => {
    if (text !== null && text.length > LONGEST) return read(text);
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = read(text);
    if (answers.size >= MOST) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}
