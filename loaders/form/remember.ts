/**
 * Documents print the same short texts over and over (`0.00`, `达成指标`, the labels): what was once found out about
 * one is kept.
 */

/** Longer texts hardly recur. */
const LONGEST = 40;
/** Far more short texts than a document has; beyond it all are forgotten, so that memory stays bounded. */
const MOST = 20_000;

/** A function of a text that remembers what it gave for short ones; its values must not be changed. */
export function remembering<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return compute(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = compute(text);
    if (known.size >= MOST) known.clear();
    known.set(text, value);
    return value;
  };
}

/** A value that is made when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
