/**
 * Finding a fixed word of the form in what an extractor made of it.
 */
import { pieceDistance } from "./distance.ts";

/** A label may have lost or garbled this share of its characters. */
const MOST_GARBLED = 0.34;

/** Whether a text holds one of the labels, whole. */
export function holdsLabel(text: string, labels: readonly string[]): boolean {
  return labels.some((label) => text.includes(label));
}

/**
 * The entry whose label a text holds, or comes nearest to; null where none is near enough or two are equally near.
 * @param entries keys with the labels that stand for them, in order of preference
 */
export function nearestLabel<Key>(
  text: string,
  entries: readonly (readonly [Key, readonly string[]])[],
): Key | null {
  for (const [key, labels] of entries) if (holdsLabel(text, labels)) return key;
  let best: Key | null = null;
  let least = Number.POSITIVE_INFINITY;
  let tied = false;
  for (const [key, labels] of entries) {
    const share = Math.min(...labels.map((label) => pieceDistance(label, text) / label.length));
    if (share < least) [best, least, tied] = [key, share, false];
    else if (share === least) tied = true;
  }
  return least <= MOST_GARBLED && !tied ? best : null;
}
