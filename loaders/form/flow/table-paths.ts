/**
 * The cheapest way to lay a flow of tokens out as rows of a table, and how much dearer every other way is.
 *
 * A state is a place between two tokens and a column of the current row; an edge fills the column with a run of tokens, leaves it
 * empty, drops a token as dirt, or ends the row. What a cell costs depends on the row's target and weight, which the state
 * remembers. All edges are kept, so that each chosen cell can be held against the best way that reads its tokens otherwise.
 */

/** What an edge does. */
export type Move<Field> =
  | { kind: "fill"; field: Field; from: number; to: number }
  | { kind: "skip" | "end" | "drop" };

/** A state of the search: `key` tells states apart, `at` is the token it stands before. */
export interface PathState {
  key: string;
  at: number;
  /** Steps within one place go to higher ranks only. */
  rank: number;
}

export interface Step<Field, State extends PathState> {
  to: State;
  cost: number;
  move: Move<Field>;
}

/** A search: where it begins, how it goes on, and what it costs to stop at a state of the last place. */
export interface PathSearch<Field, State extends PathState> {
  start: State;
  /** The last place. */
  end: number;
  /** The steps from a state, none of them to an earlier place, or to a lower rank of the same. */
  stepsFrom: (state: State) => readonly Step<Field, State>[];
  costOfStopping: (state: State) => number;
}

/** A chosen cell with the margin by which the best other reading of its tokens is dearer. */
export interface ChosenCell<Field> {
  field: Field;
  from: number;
  to: number;
  margin: number;
  /** The tokens that the nearest other reading takes together instead. */
  other: { field: Field | null; from: number; to: number } | null;
}

/** The chosen rows, each with its cells in order. */
export interface ChosenPath<Field> {
  rows: ChosenCell<Field>[][];
  cost: number;
}

interface Node<Field, State extends PathState> {
  state: State;
  forward: number;
  backward: number;
  edges: Edge<Field, State>[];
  best: { node: Node<Field, State>; edge: Edge<Field, State> } | null;
}

interface Edge<Field, State extends PathState> {
  cost: number;
  move: Move<Field>;
  to: Node<Field, State>;
}

/** A state so much dearer than the cheapest at its place is given up. */
const BEAM = 9;

/** Finds the cheapest path. @throws Error when no path reaches the end, which a search that can drop tokens always does */
export function cheapestPath<Field, State extends PathState>(
  search: PathSearch<Field, State>,
): ChosenPath<Field> {
  const places = explore(search);
  const last = places[search.end]!;
  let end: Node<Field, State> | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const node of last.byKey.values()) {
    node.backward = search.costOfStopping(node.state);
    if (node.forward + node.backward < least) [end, least] = [node, node.forward + node.backward];
  }
  if (!end) throw new Error("no way through the table");
  priceBackwards(places);
  const rivals = rivalsByToken(places, search.end);
  return { rows: rowsOf(end, rivals, least), cost: least };
}

/** The nodes of one place by their keys, and by the ranks in which steps lead from one to another. */
interface Place<Field, State extends PathState> {
  byKey: Map<string, Node<Field, State>>;
  byRank: Node<Field, State>[][];
  least: number;
}

function explore<Field, State extends PathState>(search: PathSearch<Field, State>): Place<Field, State>[] {
  const places = Array.from(
    { length: search.end + 1 },
    (): Place<Field, State> => ({ byKey: new Map(), byRank: [], least: Number.POSITIVE_INFINITY }),
  );
  reach(places, search.start, 0, null);
  // Steps within a place lead to higher ranks, which may not be there before.
  for (const place of places)
    for (let rank = 0; rank < place.byRank.length; rank++)
      for (const node of place.byRank[rank] ?? []) {
        if (node.forward > place.least + BEAM) continue;
        for (const { to, cost, move } of search.stepsFrom(node.state)) {
          const edge: Edge<Field, State> = { cost, move, to: node };
          edge.to = reach(places, to, node.forward + cost, { node, edge });
          node.edges.push(edge);
        }
      }
  return places;
}

/** The node of a state, with the cheapest way to it known so far. */
function reach<Field, State extends PathState>(
  places: readonly Place<Field, State>[],
  state: State,
  forward: number,
  best: Node<Field, State>["best"],
): Node<Field, State> {
  const place = places[state.at]!;
  place.least = Math.min(place.least, forward);
  const known = place.byKey.get(state.key);
  if (known) {
    if (forward < known.forward) [known.forward, known.best] = [forward, best];
    return known;
  }
  const node = { state, forward, backward: Number.POSITIVE_INFINITY, edges: [], best };
  place.byKey.set(state.key, node);
  const ranked = place.byRank[state.rank];
  if (ranked) ranked.push(node);
  else place.byRank[state.rank] = [node];
  return node;
}

function priceBackwards<Field, State extends PathState>(places: readonly Place<Field, State>[]): void {
  for (let at = places.length - 1; at >= 0; at--) {
    const { byRank } = places[at]!;
    for (let rank = byRank.length - 1; rank >= 0; rank--)
      for (const node of byRank[rank] ?? [])
        for (const edge of node.edges) node.backward = Math.min(node.backward, edge.cost + edge.to.backward);
  }
}

interface Rival<Field> {
  field: Field | null;
  from: number;
  to: number;
  cost: number;
}

/** For each token every way to read it, with the cost of the cheapest whole path that does so. */
function rivalsByToken<Field, State extends PathState>(
  places: readonly Place<Field, State>[],
  end: number,
): Map<string, Rival<Field>>[] {
  const byToken: Map<string, Rival<Field>>[] = Array.from({ length: end }, () => new Map());
  for (const place of places)
    for (const node of place.byKey.values())
      for (const { cost, move, to } of node.edges) {
        if (move.kind !== "fill" && move.kind !== "drop") continue;
        const total = node.forward + cost + to.backward;
        const rival: Rival<Field> =
          move.kind === "fill"
            ? { field: move.field, from: move.from, to: move.to, cost: total }
            : { field: null, from: node.state.at, to: node.state.at + 1, cost: total };
        const key = `${String(rival.field)}:${rival.from}:${rival.to}`;
        for (let token = rival.from; token < rival.to; token++) {
          const known = byToken[token]!.get(key);
          if (!known || total < known.cost) byToken[token]!.set(key, rival);
        }
      }
  return byToken;
}

function rowsOf<Field, State extends PathState>(
  end: Node<Field, State>,
  rivals: readonly Map<string, Rival<Field>>[],
  least: number,
): ChosenCell<Field>[][] {
  const rows: ChosenCell<Field>[][] = [[]];
  for (let node: Node<Field, State> | null = end; node?.best; node = node.best.node) {
    const { move } = node.best.edge;
    if (move.kind === "end") rows.unshift([]);
    if (move.kind === "fill") rows[0]!.unshift(withMargin(move, rivals, least));
  }
  return rows.filter((row) => row.length > 0);
}

function withMargin<Field>(
  { field, from, to }: { field: Field; from: number; to: number },
  rivals: readonly Map<string, Rival<Field>>[],
  least: number,
): ChosenCell<Field> {
  let nearest: Rival<Field> | null = null;
  for (let token = from; token < to; token++)
    for (const rival of rivals[token]!.values()) {
      const isSame = rival.field === field && rival.from === from && rival.to === to;
      if (!isSame && (!nearest || rival.cost < nearest.cost)) nearest = rival;
    }
  return {
    field,
    from,
    to,
    margin: nearest ? nearest.cost - least : Number.POSITIVE_INFINITY,
    other: nearest && { field: nearest.field, from: nearest.from, to: nearest.to },
  };
}
