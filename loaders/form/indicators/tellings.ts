/**
 * One text told several times, each time garbled elsewhere: what most tellings agree on, character by character.
 */

/**
 * Whether more than half of the tellings hold every character of a text at its place, whatever else they garble.
 * @param tellings each telling with how often it was told
 */
export function mostTellEveryCharacter(text: string, tellings: ReadonlyMap<string, number>): boolean {
  const votes = new Array<number>(text.length).fill(0);
  let times = 0;
  for (const [telling, count] of tellings) {
    times += count;
    for (const at of commonPlaces(text, telling)) votes[at]! += count;
  }
  return times > 1 && votes.every((vote) => vote * 2 > times);
}

/** The places of a text that belong to its longest common subsequence with another. */
function commonPlaces(text: string, other: string): number[] {
  const longest = Array.from({ length: text.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let i = text.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--)
      longest[i]![j] =
        text[i] === other[j]
          ? longest[i + 1]![j + 1]! + 1
          : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!);
  const places: number[] = [];
  for (let i = 0, j = 0; i < text.length && j < other.length; )
    if (text[i] === other[j]) {
      places.push(i++);
      j++;
    } else if (longest[i + 1]![j]! >= longest[i]![j + 1]!) i++;
    else j++;
  return places;
}
