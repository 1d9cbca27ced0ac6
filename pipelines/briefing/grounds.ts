/**
 * What sentences rest on, and the note that says so: one a paragraph, with the form and the line of each of its numbers,
 * and for what is counted the page of the site that lists it.
 */
import type { PlaceColumn } from "./facts/facts.ts";
import type { Cell, Row } from "./ledger.ts";
import { count, type Fact, formAndLine, lineOf, name, place } from "./pieces.ts";
import { listed, type Part, type Sentence, say, textOf } from "./sentence.ts";

export interface Ground {
  /** What stands there: `年度资金总额`. */
  what: Sentence;
  /** Where it stands in forms; none where only the page lists it. */
  rows: readonly Row<PlaceColumn>[];
  /** How many places there are, where `rows` holds the first of many and the warehouse has counted them. */
  of: Cell | null;
  /** Whether `rows` holds the first of more places than anybody has counted: of several grounds together. */
  isPart?: boolean;
  /** The page of the site that lists all. */
  page: Fact | null;
  /** Whether it is one of the figures that every form has: those of one form are told together. */
  isFigure?: boolean;
}

/** Rows of forms; null where there is none. */
export function standing(
  what: Part,
  rows: readonly Row<PlaceColumn>[],
  { of = null, page = null }: { of?: Cell | null; page?: Fact | null } = {},
): Ground | null {
  return rows.length === 0 ? null : { what: say`${what}`, rows, of, page };
}

/** What a page of the site lists. */
export function listedOn(what: Part, page: Fact): Ground {
  return { what: say`${what}`, rows: [], of: null, page };
}

/** Places that are listed where not all can be. */
const EXAMPLES = 3;

/**
 * The note of some sentences; null where they rest on nothing.
 *
 * @param most places that are listed of each ground
 */
export function noteOf(sentences: readonly Sentence[], most: number): Sentence | null {
  const grounds = merged(sentences.flatMap((sentence) => sentence.grounds ?? []));
  if (grounds.length === 0) return null;
  const places = placesWriter();
  const figures = grounds.filter(({ isFigure }) => isFigure);
  const together = figures.length > 0 ? [inOne(figures, most)] : [];
  const others = grounds.filter(({ isFigure }) => !isFigure);
  const each = [...together, ...others].map((ground) => ofGround(ground, most, places));
  return say`${listed(each, "；", "；")}。`;
}

/** Figures that every form has, form by form: all forms, or where they are too many the first, those of the first figure. */
function inOne(figures: readonly Ground[], most: number): Ground {
  const [first] = figures;
  const rows = figures.flatMap((figure) => figure.rows);
  const what = listed(
    figures.map((figure) => figure.what),
    "、",
    "、",
  );
  if (figures.every((figure) => isWhole(figure, most))) return { ...first!, what, rows, of: null };
  const forms = new Set(first!.rows.slice(0, EXAMPLES).map(({ form_id }) => form_id.value));
  return { ...first!, what, rows: rows.filter(({ form_id }) => forms.has(form_id.value)) };
}

function ofGround(ground: Ground, most: number, places: PlacesWriter): Sentence {
  const { what, rows, of, page, isFigure } = ground;
  if (rows.length === 0) return say`${what}见${page}`;
  if (isFigure ? of === null && !ground.isPart : isWhole(ground, most)) return say`${what}：${places(rows)}`;
  const howMany = of === null ? null : say`共${count(of)}${isFigure ? "张表" : "处"}，`;
  const others = page === null ? "其余从略" : say`其余见${page}`;
  return say`${what}：${places(isFigure ? rows : rows.slice(0, EXAMPLES))}等（${howMany}${others}）`;
}

/** Whether all places of a ground can be listed: few, or in one document, since the names of documents take most room. */
function isWhole({ rows, of, isPart = false }: Ground, most: number): boolean {
  const documents = new Set(rows.map(({ document }) => document.value));
  const isAll = !isPart && hasAll({ rows, of });
  const areFew = rows.length <= EXAMPLES || (rows.length <= most && documents.size === 1);
  return isAll && areFew;
}

type PlacesWriter = (rows: readonly Row<PlaceColumn>[]) => Sentence;

/** Writes places form by form; a document is named where it is another than before. */
function placesWriter(): PlacesWriter {
  let named: string | null = null;
  return (rows) => {
    const byForm = new Map<string | null, Row<PlaceColumn>[]>();
    for (const row of rows) {
      const { value } = row.form_id;
      byForm.set(value, [...(byForm.get(value) ?? []), row]);
    }
    const each = [...byForm.values()].map((lines) => {
      const { document } = lines[0]!;
      const isNamed = document.value === named;
      named = document.value;
      return say`${isNamed ? null : say`《${name(document)}》`}${placeInForm(lines)}`;
    });
    return listed(each, "、", "、");
  };
}

/** A form with its lines: `表15第402、405行`. */
function placeInForm(rows: readonly Row<PlaceColumn>[]): Sentence {
  const lines = new Map(
    rows.filter(({ line }) => line.value !== null).map((row) => [Number(row.line.value), row]),
  );
  const sorted = [...lines].sort(([a], [b]) => a - b).map(([, row]) => row);
  const [first, ...others] = sorted;
  if (!first || others.length === 0) return say`${place(first ?? rows[0]!)}`;
  return say`${formAndLine(first)}、${listed(others.map(lineOf), "、", "、")}行`;
}

/** Grounds of the same thing as one, each place once. */
function merged(grounds: readonly Ground[]): Ground[] {
  const byWhat = new Map<string, Ground>();
  for (const ground of grounds) {
    const what = textOf(ground.what);
    const before = byWhat.get(what);
    byWhat.set(what, before ? both(before, ground) : ground);
  }
  return [...byWhat.values()];
}

function both(first: Ground, second: Ground): Ground {
  const known = new Set(first.rows.map(placeKey));
  const others = second.rows.filter((row) => !known.has(placeKey(row)));
  const page = first.page ?? second.page;
  if (others.length === 0) return { ...first, page };
  // Each counts its own places: what they count together is known only where both list them all.
  const isPart = [first, second].some((ground) => ground.isPart || !hasAll(ground));
  return { ...first, rows: [...first.rows, ...others], of: null, isPart, page };
}

/** Whether all places of a ground are in its rows. */
function hasAll({ rows, of }: Pick<Ground, "rows" | "of">): boolean {
  return of === null || Number(of.value) === rows.length;
}

function placeKey({ form_id, line }: Row<PlaceColumn>): string {
  return `${form_id.value} ${line.value}`;
}
