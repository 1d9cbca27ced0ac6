/** A form's flags: gathered into numbered notes, and found again from the cells that they are about. */
import { html } from "htl";
import { groupsOf } from "../rankings.js";
import { flagKind } from "./flag-kinds.js";
import type { SharedFlag } from "./form-share.js";

/** Flags that say the same about cells of the same kind, as those of a label over many rows do. */
export interface FlagNote {
  number: number;
  /** One at least; they differ in their `seq` alone. */
  flags: SharedFlag[];
}

/** Gathers flags into notes: those that ask for a person first, each kind in the order of the document. */
export function flagNotes(flags: SharedFlag[]): FlagNote[] {
  const asking = flags.filter((flag) => flag.asks_person);
  const settled = flags.filter((flag) => !flag.asks_person);
  const groups = groupsOf([...asking, ...settled], ({ seq: _, ...rest }) => JSON.stringify(rest));
  return groups.map((group, i) => ({ number: i + 1, flags: group }));
}

/** Fields that a form shows in the cell of another: names differ between readings and columns, and a row has no cell. */
const SHOWN_IN: Record<string, Record<string, string>> = {
  form: {},
  funding: { execution_rate: "reported_execution_rate", score: "reported_score" },
  indicator: { row: "name" },
};

/** Which cell of the form a flag is about. */
export function cellKey(record: string, seq: string | number, field: string): string {
  return `${record}/${record === "form" ? "" : seq}/${SHOWN_IN[record]?.[field] ?? field}`;
}

/** The mark in a cell: sign and word, leading to the note that gives the reason. */
function mark({ number, flags: [flag] }: FlagNote): HTMLElement {
  const { name, sign } = flagKind(flag!.status);
  const kind = `flag flag-${flag!.status}${flag!.asks_person ? "" : " settled"}`;
  return html`<a class=${kind} href=${`#note-${number}`} title=${`${name}：${flag!.reason}`}
    ><span aria-hidden="true">${sign}</span><span class="word"> ${name}</span><sup>${number}</sup></a>`;
}

/** The marks of a form's notes, by cell. */
export class FlagIndex {
  #byCell = new Map<string, Set<FlagNote>>();

  constructor(notes: FlagNote[]) {
    for (const note of notes) {
      for (const flag of note.flags) {
        const key = cellKey(flag.record, flag.seq, flag.field);
        this.#byCell.set(key, (this.#byCell.get(key) ?? new Set()).add(note));
      }
    }
  }

  /** The marks to be set in a cell that stands for these keys, each note's once. */
  marks(keys: string[]): HTMLElement[] {
    const notes = new Set(keys.flatMap((key) => [...(this.#byCell.get(key) ?? [])]));
    return [...notes].map(mark);
  }
}
