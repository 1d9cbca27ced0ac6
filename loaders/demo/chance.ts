/**
 * Repeatable chance: the same seed gives the same numbers, byte for byte, on every machine.
 */

/** A source of chance: a whole number from 0 to below `limit`. */
export type Chance = (limit: number) => number;

/** A source of chance of its own (a linear congruential generator). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0 || 1;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/**
 * The source of chance of one thing among many: what is drawn for the others changes nothing for it.
 *
 * @param names what tells it from the others, such as the unit, the project and the year
 */
export function chanceFor(seed: number, ...names: readonly (string | number)[]): Chance {
  let hash = 0x811c9dc5 ^ seed;
  for (const character of names.join("\u0000"))
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return chanceOf((hash ^ (hash >>> 16)) >>> 0);
}

/** A whole number between two, both included. */
export function between(chance: Chance, least: number, most: number): number {
  return least + chance(most - least + 1);
}

/** One of several. */
export function oneOf<T>(chance: Chance, choices: readonly T[]): T {
  return choices[chance(choices.length)]!;
}

/** Whether something comes true that does so in `percent` of a hundred cases. */
export function happens(chance: Chance, percent: number): boolean {
  return chance(10_000) < percent * 100;
}

/** The same things in an order of chance. */
export function shuffled<T>(chance: Chance, things: readonly T[]): T[] {
  const order = [...things];
  for (let at = order.length - 1; at > 0; at--) {
    const other = chance(at + 1);
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}
