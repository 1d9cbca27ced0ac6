/** Asks the index of the site: results by kind, the nearest first. */
import { linkToFindings, linkToForm, linkToPage, linkToProject, linkToUnit } from "../links.js";
import { KINDS, type Kind, type KindTexts, type SearchIndex } from "./search-index.js";
import { comparable, type Hit, Initials, TextSearch } from "./text-search.js";

/** Results of a kind that are shown. */
const SHOWN = 6;
const LETTERS = /^[a-z]{2,}$/;
/** A form's id or its beginning. */
const FORM_CODE = /^([0-9a-f]{4,12})(?:-(\d*))?$/;

export interface Result {
  text: string;
  /** What stands beside it: how many forms. */
  note: string;
  href: string;
}

export interface ResultGroup {
  name: string;
  results: Result[];
  /** How many there are in all. */
  total: number;
}

interface SearchedKind {
  texts: KindTexts;
  search: TextSearch;
}

export class SiteSearch {
  readonly #index: SearchIndex;
  readonly #kinds: SearchedKind[];

  constructor(index: SearchIndex) {
    this.#index = index;
    const initials = new Initials(index.characters, index.letters);
    this.#kinds = index.kinds.map((texts) => ({ texts, search: new TextSearch(texts.texts, initials) }));
  }

  /** What a query finds; words apart must all be there. A query of letters alone is also read as pinyin initials. */
  find(query: string): ResultGroup[] {
    const words = query.split(/\s+/).map(comparable).filter(Boolean);
    if (words.length === 0) return [];
    const groups = this.#kinds.map((kind) => this.#ofKind(kind, words));
    return [this.#forms(words[0]!), ...groups].filter((group) => group.total > 0);
  }

  #ofKind({ texts, search }: SearchedKind, [first, ...others]: string[]): ResultGroup {
    let hits = search.holding(first!);
    if (others.length > 0) hits = hits.filter(({ text }) => others.every((word) => search.holds(text, word)));
    if (others.length === 0 && LETTERS.test(first!)) hits = merged(hits, search.spelled(first!));
    const nearest = nearestHits(hits, texts);
    return {
      name: KINDS[texts.kind],
      results: nearest.map(({ text }) => this.#result(texts, text)),
      total: hits.length,
    };
  }

  #result(kind: KindTexts, at: number): Result {
    const text = kind.texts[at]!;
    const forms = kind.forms[at]!;
    const note = kind.kind === "page" ? "" : kind.kind === "rule" ? `${forms} 个问题` : `${forms} 张表单`;
    return { text, note, href: this.#href(kind, at, text) };
  }

  #href(kind: KindTexts, at: number, text: string): string {
    const key = kind.keys?.[at] ?? text;
    switch (kind.kind) {
      case "page":
        return `./${key}.html`;
      case "rule":
        return linkToFindings({ year: "all", rule: key });
      case "unit":
        return linkToUnit(text);
      case "project":
        return linkToProject(text);
      case "department":
        return linkToPage("index", { department: text });
      default: {
        const { document, ordinal, line } = kind.places!;
        return linkToForm(this.#formId(document[at]!, ordinal[at]!), line[at]!);
      }
    }
  }

  #formId(document: number, ordinal: number): string {
    return `${this.#index.documents[document]![0]}-${String(ordinal).padStart(2, "0")}`;
  }

  /** Forms by their id. */
  #forms(word: string): ResultGroup {
    const results: Result[] = [];
    let total = 0;
    const [, id, asked] = FORM_CODE.exec(word) ?? [];
    if (id) {
      for (const [at, [document, forms]] of this.#index.documents.entries()) {
        if (!document.startsWith(id)) continue;
        for (let ordinal = 1; ordinal <= forms; ordinal++) {
          const formId = this.#formId(at, ordinal);
          if (asked !== undefined && !formId.startsWith(word)) continue;
          total++;
          if (results.length < SHOWN) results.push({ text: formId, note: "", href: linkToForm(formId) });
        }
      }
    }
    return { name: "表单编号", results, total };
  }
}

/** Hits of either list, each text once with its better rank; both lists are in the order of texts. */
function merged(a: Hit[], b: Hit[]): Hit[] {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  const hits: Hit[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = a[i];
    const right = b[j];
    if (left && right && left.text === right.text) {
      hits.push(left.rank <= right.rank ? left : right);
      i++;
      j++;
    } else if (right === undefined || (left && left.text < right.text)) {
      hits.push(left!);
      i++;
    } else {
      hits.push(right);
      j++;
    }
  }
  return hits;
}

/** The few hits to be shown: those that are all or the beginning of a text, then those on most forms. */
function nearestHits(hits: Hit[], { texts, forms }: KindTexts): Hit[] {
  const nearer = (a: Hit, b: Hit) =>
    a.rank - b.rank ||
    forms[b.text]! - forms[a.text]! ||
    texts[a.text]!.length - texts[b.text]!.length ||
    a.text - b.text;
  const nearest: Hit[] = [];
  for (const hit of hits) {
    if (nearest.length === SHOWN && nearer(hit, nearest.at(-1)!) >= 0) continue;
    nearest.push(hit);
    nearest.sort(nearer);
    nearest.length = Math.min(nearest.length, SHOWN);
  }
  return nearest;
}

export type { Kind };
