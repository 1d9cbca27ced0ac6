/**
 * Which characters a document sets side by side: the evidence for what stands at a place that a column line cut.
 */

/** Runs of two and three characters with the number of times they occur in words that no line cuts. */
export interface CharacterHabits {
  counts: ReadonlyMap<string, number>;
  /** For the ends of a run of three, joined, what stands between them. */
  between: ReadonlyMap<string, string>;
}

/** A pair seen so often is a habit of the document, not a slip of the extractor. */
const HABIT = 2;

/** Counts the runs of all words. @param vocabulary words of the form itself, habits without being counted */
export function habitsOf(texts: readonly string[], vocabulary: readonly string[]): CharacterHabits {
  const counts = new Map<string, number>();
  for (const text of texts) addRuns(counts, text, 1);
  for (const word of vocabulary) addRuns(counts, word, HABIT);
  const between = new Map<string, string>();
  for (const run of counts.keys())
    if (run.length === 3) {
      const ends = run[0]! + run[2]!;
      between.set(ends, (between.get(ends) ?? "") + run[1]!);
    }
  return { counts, between };
}

function addRuns(counts: Map<string, number>, text: string, times: number): void {
  for (let at = 0; at < text.length - 1; at++) {
    const two = text.slice(at, at + 2);
    counts.set(two, (counts.get(two) ?? 0) + times);
    if (at + 3 > text.length) continue;
    const three = text.slice(at, at + 3);
    counts.set(three, (counts.get(three) ?? 0) + times);
  }
}

/** How often the document holds a run of two or three characters. */
export function timesSeen(habits: CharacterHabits, run: string): number {
  return habits.counts.get(run) ?? 0;
}

/** Whether two characters stand side by side by habit. */
export function isHabit(habits: CharacterHabits, pair: string): boolean {
  return timesSeen(habits, pair) >= HABIT;
}

/** The characters that the document sets between two others, as a run of three. */
export function charactersBetween(habits: CharacterHabits, left: string, right: string): string[] {
  return [...(habits.between.get(left + right) ?? "")];
}
