/**
 * Finds texts that hold a string, or whose characters begin with letters in pinyin. All texts of a kind are one long
 * string: running through it once is quicker than any table of pieces, and there is nothing to be fetched for it.
 */

const END = "\n";
const A = "a".charCodeAt(0);

/** Letters as bits, since a character may be read in several ways. */
function letterBits(letters: string): number {
  let bits = 0;
  for (const letter of letters) {
    const place = letter.charCodeAt(0) - A;
    if (place >= 0 && place < 26) bits |= 1 << place;
  }
  return bits;
}

/** How texts and what is asked of them are compared: one width, small letters, no spaces. */
export function comparable(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
}

/** Which letters each character may stand for. */
export class Initials {
  #bits = new Map<number, number>();

  constructor(characters: string, letters: string[]) {
    for (const [at, character] of [...characters].entries()) {
      this.#bits.set(character.codePointAt(0)!, letterBits(letters[at] ?? ""));
    }
  }

  of(code: number): number {
    if (code >= A && code < A + 26) return 1 << (code - A);
    return this.#bits.get(code) ?? 0;
  }
}

/** A text that was found. */
export interface Hit {
  /** The number of the text. */
  text: number;
  /** 0 where all of it was asked for, 1 where its beginning was, 2 elsewhere. */
  rank: number;
}

export class TextSearch {
  readonly #joined: string;
  readonly #starts: Int32Array;
  readonly #bits: Int32Array;

  constructor(texts: readonly string[], initials: Initials) {
    const parts = texts.map(comparable);
    this.#joined = parts.join(END) + END;
    this.#starts = new Int32Array(parts.length + 1);
    let start = 0;
    for (const [at, part] of parts.entries()) {
      this.#starts[at] = start;
      start += part.length + 1;
    }
    this.#starts[parts.length] = start;
    this.#bits = Int32Array.from({ length: this.#joined.length }, (_, at) =>
      initials.of(this.#joined.charCodeAt(at)),
    );
  }

  /** Every text that holds the string. */
  holding(string: string): Hit[] {
    return this.#hits(string.length, (from) => this.#joined.indexOf(string, from));
  }

  /** Every text with characters in a row that begin with these letters. */
  spelled(letters: string): Hit[] {
    const wanted = [...letters].map(letterBits);
    return this.#hits(wanted.length, (from) => this.#spelledFrom(wanted, from));
  }

  /** Whether a text holds a string or the letters. */
  holds(text: number, string: string): boolean {
    const from = this.#starts[text]!;
    const to = this.#starts[text + 1]!;
    const at = this.#joined.indexOf(string, from);
    return at >= 0 && at < to;
  }

  #spelledFrom(wanted: number[], from: number): number {
    const bits = this.#bits;
    const first = wanted[0]!;
    const last = bits.length - wanted.length;
    for (let at = from; at <= last; at++) {
      if ((bits[at]! & first) === 0) continue;
      let length = 1;
      while (length < wanted.length && (bits[at + length]! & wanted[length]!) !== 0) length++;
      if (length === wanted.length) return at;
    }
    return -1;
  }

  #hits(length: number, next: (from: number) => number): Hit[] {
    const starts = this.#starts;
    const hits: Hit[] = [];
    let text = 0;
    let at = length === 0 ? -1 : next(0);
    while (at >= 0) {
      // Hits come in the order of texts: the next text is never far.
      while (starts[text + 1]! <= at) text++;
      const end = starts[text + 1]! - 1;
      hits.push({ text, rank: at > starts[text]! ? 2 : at + length === end ? 0 : 1 });
      at = next(end + 1);
    }
    return hits;
  }
}
