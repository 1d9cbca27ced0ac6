/**
 * Which characters a document sets side by side: the evidence for what stands at a place that a column line cut.
 */

/** What the words of a document that no line cuts tell about its characters. */
export interface CharacterHabits {
  /** How often each run of two and three characters occurs. */
  counts: ReadonlyMap<string, number>;
  /** For each three characters that surround a fourth, joined, the ones that the document sets there. */
  between: ReadonlyMap<string, string>;
  /** For each two characters, the different ones that stand before and behind them; `^` and `$` at the ends of words. */
  before: ReadonlyMap<string, string>;
  behind: ReadonlyMap<string, string>;
}

/** A pair seen so often is a habit of the document, not a slip of the extractor. */
const HABIT = 2;

/**
 * Counts the runs of all words.
 * @param texts each once, however often it is printed
 * @param vocabulary words of the form itself, habits without being counted
 */
export function habitsOf(texts: ReadonlySet<string>, vocabulary: readonly string[]): CharacterHabits {
  const counts = new Map<string, number>();
  const between = new Map<string, string>();
  const before = new Map<string, string>();
  const behind = new Map<string, string>();
  for (const text of texts) {
    addRuns(counts, text, 1);
    addSurrounded(between, text);
  }
  for (const word of vocabulary) addRuns(counts, word, HABIT);
  for (const text of [...texts, ...vocabulary]) addNeighbours(before, behind, text);
  return { counts, between, before, behind };
}

function addNeighbours(before: Map<string, string>, behind: Map<string, string>, text: string): void {
  for (let at = 0; at + 2 <= text.length; at++) {
    const pair = text.slice(at, at + 2);
    addCharacter(before, pair, text[at - 1] ?? "^");
    addCharacter(behind, pair, text[at + 2] ?? "$");
  }
}

function addCharacter(characters: Map<string, string>, key: string, character: string): void {
  const known = characters.get(key) ?? "";
  if (!known.includes(character)) characters.set(key, known + character);
}

/** The second and the third character of each run of four, under the other three. */
function addSurrounded(between: Map<string, string>, text: string): void {
  for (let at = 0; at + 4 <= text.length; at++) {
    const [a, b, c, d] = text.slice(at, at + 4) as unknown as [string, string, string, string];
    addCharacter(between, `${a}|${c}${d}`, b);
    addCharacter(between, `${a}${b}|${d}`, c);
  }
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

/** Whether the document holds a run of four characters. */
export function holdsRunOfFour(habits: CharacterHabits, run: string): boolean {
  return run.length === 4 && (habits.between.get(`${run[0]}|${run.slice(2)}`) ?? "").includes(run[1]!);
}

/** The characters that the document sets between two texts, with two characters on one side and one on the other. */
export function charactersBetween(habits: CharacterHabits, left: string, right: string): string[] {
  const arounds = [`${left.slice(-1)}|${right.slice(0, 2)}`, `${left.slice(-2)}|${right.slice(0, 1)}`];
  return [
    ...new Set(
      arounds
        .filter((around) => around.length === 4)
        .flatMap((around) => [...(habits.between.get(around) ?? "")]),
    ),
  ];
}

/** Whether words end with two characters: the document sets different ones behind them, or none. */
export function endsWords(habits: CharacterHabits, pair: string): boolean {
  return isHabit(habits, pair) && standsFree(habits.behind.get(pair), "$");
}

/** Whether words begin with two characters: the document sets different ones before them, or none. */
export function startsWords(habits: CharacterHabits, pair: string): boolean {
  return isHabit(habits, pair) && standsFree(habits.before.get(pair), "^");
}

function standsFree(neighbours: string | undefined, edge: string): boolean {
  return neighbours !== undefined && (neighbours.length > 1 || neighbours === edge);
}
