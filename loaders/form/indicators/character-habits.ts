/**
 * Which characters a document sets side by side: the evidence for what stands at a place that a column line cut.
 */

/**
 * What the words of a document that no line cuts tell about its characters: the words one after the other, and an index
 * of their pairs. Few pairs are ever asked for, so places are chained, not counted: a chain leads from each place to
 * the next one whose pair has the same hash.
 */
export interface CharacterHabits {
  /** The words of the document, then those of the form's vocabulary, each between two ends of words. */
  text: string;
  /** Where the vocabulary begins. */
  vocabularyFrom: number;
  /** For each hash the first place of its chain, and for each place the next; `NOWHERE` at the end. */
  first: Int32Array;
  next: Int32Array;
}

/** A pair seen so often is a habit of the document, not a slip of the extractor. */
const HABIT = 2;
/** Stands between words; words hold no white space. */
const WORD_END = "\n";
const NOWHERE = -1;

/**
 * Indexes the pairs of all words.
 * @param texts each once, however often it is printed
 * @param vocabulary words of the form itself, habits without being counted
 */
export function habitsOf(texts: ReadonlySet<string>, vocabulary: readonly string[]): CharacterHabits {
  const words = WORD_END + [...texts].join(WORD_END) + WORD_END;
  const text = words + vocabulary.join(WORD_END) + WORD_END;
  const first = new Int32Array(1 << Math.ceil(Math.log2(text.length))).fill(NOWHERE);
  const next = new Int32Array(text.length);
  // From the back, so that every chain runs forward through the text.
  for (let at = text.length - 2; at >= 0; at--) {
    const hash = hashOfPair(text, at) & (first.length - 1);
    next[at] = first[hash]!;
    first[hash] = at;
  }
  return { text, vocabularyFrom: words.length, first, next };
}

function hashOfPair(text: string, at: number): number {
  return Math.imul(text.charCodeAt(at), 31) + text.charCodeAt(at + 1);
}

/** The first place, or the first behind another one, at which a run of two characters or more stands. */
function placeOf(habits: CharacterHabits, run: string, after = NOWHERE): number {
  if (run.length < 2) return NOWHERE;
  const { text, first, next } = habits;
  let at = after === NOWHERE ? first[hashOfPair(run, 0) & (first.length - 1)]! : next[after]!;
  while (at !== NOWHERE && !text.startsWith(run, at)) at = next[at]!;
  return at;
}

/** Whether the document, or the form's vocabulary, holds a run of two or three characters. */
export function holdsRun(habits: CharacterHabits, run: string): boolean {
  return placeOf(habits, run) !== NOWHERE;
}

/** Whether two characters stand side by side by habit. */
export function isHabit(habits: CharacterHabits, pair: string): boolean {
  let times = 0;
  for (let at = placeOf(habits, pair); at !== NOWHERE; at = placeOf(habits, pair, at)) {
    times++;
    if (times === HABIT || at >= habits.vocabularyFrom) return true;
  }
  return false;
}

/** Whether the document holds a run of four characters. */
export function holdsRunOfFour(habits: CharacterHabits, run: string): boolean {
  if (run.length !== 4) return false;
  const at = placeOf(habits, run);
  return at !== NOWHERE && at < habits.vocabularyFrom;
}

/** The characters that the document sets between two texts, with two characters on one side and one on the other. */
export function charactersBetween(habits: CharacterHabits, left: string, right: string): string[] {
  const found = new Set<string>();
  addBeside(habits, right.slice(0, 2), -1, left.at(-1)!, found);
  addBeside(habits, left.slice(-2), 1, right[0]!, found);
  return [...found];
}

/** Adds what the document sets before (-1) or behind (1) a pair, where a given character stands beyond it. */
function addBeside(
  habits: CharacterHabits,
  pair: string,
  side: -1 | 1,
  beyond: string,
  found: Set<string>,
): void {
  const { text, vocabularyFrom } = habits;
  const distance = side === 1 ? 2 : -1;
  for (let at = placeOf(habits, pair); at !== NOWHERE; at = placeOf(habits, pair, at)) {
    if (at >= vocabularyFrom) return;
    const character = text[at + distance]!;
    if (character !== WORD_END && text[at + distance + side] === beyond) found.add(character);
  }
}

/** Whether words end with two characters: the document sets different ones behind them, or none. */
export function endsWords(habits: CharacterHabits, pair: string): boolean {
  return isHabit(habits, pair) && standsFree(habits, pair, 2);
}

/** Whether words begin with two characters: the document sets different ones before them, or none. */
export function startsWords(habits: CharacterHabits, pair: string): boolean {
  return isHabit(habits, pair) && standsFree(habits, pair, -1);
}

/** Whether different characters, or none, stand at a distance from the places of a pair. */
function standsFree(habits: CharacterHabits, pair: string, distance: number): boolean {
  let only: string | undefined;
  for (let at = placeOf(habits, pair); at !== NOWHERE; at = placeOf(habits, pair, at)) {
    const neighbour = habits.text[at + distance];
    if (only !== undefined && neighbour !== only) return true;
    only = neighbour;
  }
  return only === WORD_END;
}
