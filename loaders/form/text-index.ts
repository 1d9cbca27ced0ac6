/**
 * Texts of a document, found by what they hold: a large document has thousands, and each damaged one is compared with
 * them.
 */

/** Texts, and for each character and each pair of neighbours the texts that hold it. */
export interface TextIndex {
  texts: readonly string[];
  byRun: ReadonlyMap<string, readonly string[]>;
}

const NONE: readonly string[] = [];

/** Indexes texts, each of them once. */
export function indexOf(texts: Iterable<string>): TextIndex {
  const all = [...new Set(texts)];
  const byRun = new Map<string, string[]>();
  const add = (run: string, text: string): void => {
    const known = byRun.get(run);
    if (!known) byRun.set(run, [text]);
    else if (known.at(-1) !== text) known.push(text);
  };
  for (const text of all)
    for (let at = 0; at < text.length; at++) {
      add(text[at]!, text);
      if (at > 0) add(text.slice(at - 1, at + 1), text);
    }
  return { texts: all, byRun };
}

/** The texts that hold a run of characters; all for an empty run. */
export function textsHolding({ texts, byRun }: TextIndex, run: string): readonly string[] {
  if (run === "") return texts;
  if (run.length <= 2) return byRun.get(run) ?? NONE;
  // The rarest pair leaves the fewest to look at.
  let fewest = texts;
  for (let at = 1; at < run.length; at++) {
    const holding = byRun.get(run.slice(at - 1, at + 1)) ?? NONE;
    if (holding.length < fewest.length) fewest = holding;
  }
  return fewest.filter((text) => text.includes(run));
}

/** The texts that hold one of the given characters at least, each once. */
export function textsHoldingAny({ byRun }: TextIndex, characters: string): readonly string[] {
  const found = new Set<string>();
  for (let at = 0; at < characters.length; at++)
    for (const text of byRun.get(characters[at]!) ?? NONE) found.add(text);
  return [...found];
}
