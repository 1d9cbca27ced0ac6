/**
 * What an extractor does to a printed form: each damage of the published documents, done to made ones.
 *
 * A damage either keeps all information in the text, split up or among dirt, or loses some; `Damaged.lost` names the
 * cells that a careful person could not read any more.
 */
import type { Chance } from "./chance.ts";
import { type Lines, printForm } from "./print-form.ts";
import type { TrueForm } from "./true-form.ts";

/** A form's lines under damage. */
export interface Damaged {
  lines: Lines;
  /** What stood in cells before they lost characters that nobody could restore with certainty; whole texts, or pieces of some. */
  lost: Set<string>;
}

/** Whether characters of a text are lost. */
export function isLost(text: string, { lost }: Damaged): boolean {
  for (const piece of lost) if (text.includes(piece)) return true;
  return false;
}

export type Damage = (form: Damaged, chance: Chance) => Damaged;

const HALVES = "冫讠扌氵忄阝纟钅攵刂亍丁力口日月";
const NAME_COLUMN = 2;

function map(form: Damaged, change: (cells: string[], index: number) => string[][]): Damaged {
  return { ...form, lines: form.lines.flatMap(change) };
}

function indicatorRows(lines: Lines): { from: number; to: number } {
  const from = lines.findIndex((cells) => cells.join("").includes("三级指标")) + 1;
  const to = lines.findIndex((cells) => cells.includes("总分"));
  return { from, to: to < 0 ? lines.length : to };
}

/** A column line that is not there cuts all names of the page at the same place: each printed line is set centred. */
export const phantomColumnLine: Damage = (form, chance) => {
  const { from, to } = indicatorRows(form.lines);
  const printedLines = form.lines.slice(from, to).flatMap((cells) => (cells[NAME_COLUMN] ?? "").split(" "));
  const width = Math.max(...printedLines.map((line) => line.length));
  const place = 2 + chance(Math.max(1, width - 3));
  return map(form, (cells, index) => {
    if (index < from - 1 || index >= to) return [cells];
    const halves = (cells[NAME_COLUMN] ?? "").split(" ").map((line) => {
      const at = Math.max(0, Math.min(line.length, place - Math.floor((width - line.length) / 2)));
      return [line.slice(0, at), line.slice(at)] as const;
    });
    const side = (half: 0 | 1): string =>
      halves
        .map((line) => line[half])
        .filter((text) => text !== "")
        .join(" ");
    return [[...cells.slice(0, NAME_COLUMN), side(0), side(1), ...cells.slice(NAME_COLUMN + 1)]];
  });
};

function textBefore(lines: Lines, index: number): string {
  return (lines[index]![NAME_COLUMN] ?? "").replaceAll(" ", "");
}

/** The same, and the character under the line is read as two halves, or lost: nobody can tell it any more. */
export const phantomLineThroughCharacters: Damage = (form, chance) => {
  const { from, to } = indicatorRows(form.lines);
  const split = phantomColumnLine(form, chance);
  const lost = new Set(split.lost);
  const lines = split.lines.map((cells, index) => {
    const [left, right] = [cells[NAME_COLUMN] ?? "", cells[NAME_COLUMN + 1] ?? ""];
    if (index < from || index >= to || left === "" || right === "" || chance(3) > 0) return cells;
    lost.add(textBefore(form.lines, index));
    const half = (): string => HALVES[chance(HALVES.length)]!;
    const cut = [
      [left.slice(0, -1) + half(), right],
      [left, half() + right.slice(1)],
      [left.slice(0, -1) + half(), half() + right],
      [left, right.slice(1)],
    ][chance(4)]!;
    return [...cells.slice(0, NAME_COLUMN), ...cut, ...cells.slice(NAME_COLUMN + 2)];
  });
  return { lines, lost };
};

function broken(text: string, width: number): string {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += width) pieces.push(text.slice(at, at + width));
  return pieces.join(" ");
}

/** A column line behind the executed amounts: a new column, and in it now and then the last digit, or one that is nobody's. */
export const lineBehindAmounts: Damage = (form, chance) =>
  map(form, (cells) => {
    const isAmount = /^\d+\.\d\d$/.test(cells[5] ?? "") && /^\d+\.\d\d$/.test(cells[4] ?? "");
    if (!isAmount && !cells.includes("全年执行数")) return [cells];
    const text = cells[5]!;
    const [amount, ghost] =
      !isAmount || chance(3) > 0
        ? [text, ""]
        : chance(2) === 0
          ? [text.slice(0, -1), text.slice(-1)]
          : [text, text.slice(-1)];
    return [[...cells.slice(0, 5), amount!, ghost!, ...cells.slice(6)]];
  });

/** Dashes read as strokes, dots or nothing. */
export const dashesAsStrokes: Damage = (form, chance) =>
  map(form, (cells) => [cells.map((text) => (text === "-" ? ["_", "ı", "·", "", "—"][chance(5)]! : text))]);

/** Labels of merged cells broken over their rows, characters of them misread. */
export const garbledLabels: Damage = (form, chance) => {
  const { from, to } = indicatorRows(form.lines);
  return map(form, (cells, index) => {
    if (index < from || index >= to) return [cells];
    return [
      cells.map((text, column) =>
        column < 2 && text.length > 2 && chance(2) === 0 ? garbled(text, chance) : text,
      ),
    ];
  });
};

function garbled(label: string, chance: Chance): string {
  const at = chance(label.length);
  const wrong = ["対", "1", "里", "/", "百"][chance(5)]!;
  return chance(2) === 0 ? label.slice(0, at) + wrong + label.slice(at + 1) : broken(label, 2);
}

/** A page ends between two rows. */
export const pageBreakBetweenRows: Damage = (form, chance) => {
  const { from, to } = indicatorRows(form.lines);
  const at = from + chance(Math.max(1, to - from));
  return { ...form, lines: [...form.lines.slice(0, at), [""], ...form.lines.slice(at)] };
};

/** A page ends inside a row: the rest of its reason or target stands on the next page. */
export const pageBreakInsideRow: Damage = (form, chance) => {
  const { from, to } = indicatorRows(form.lines);
  const long = form.lines.flatMap((cells, index) =>
    index >= from && index < to && (cells[7]?.length ?? 0) > 8 ? [index] : [],
  );
  if (long.length === 0) return form;
  const at = long[chance(long.length)]!;
  const cells = form.lines[at]!;
  const cut = 6 + chance(cells[7]!.length - 7);
  const rest = [...cells.slice(0, 7).map(() => ""), cells[7]!.slice(cut)];
  const first = [...cells.slice(0, 7), cells[7]!.slice(0, cut)];
  return { ...form, lines: [...form.lines.slice(0, at), first, [""], rest, ...form.lines.slice(at + 1)] };
};

/** A row is read a second time, as noise that has its points. */
export const rowReadTwice: Damage = (form, chance) => {
  const { from, to } = indicatorRows(form.lines);
  if (to - from < 2) return form;
  const at = from + chance(to - from);
  const cells = form.lines[at]!;
  const noise = cells.map((text, column) =>
    column < NAME_COLUMN || column > 4 ? (column < NAME_COLUMN ? "" : text) : dirt(column, chance),
  );
  return { ...form, lines: [...form.lines.slice(0, at + 1), noise, ...form.lines.slice(at + 1)] };
};

function dirt(column: number, chance: Chance): string {
  if (column === NAME_COLUMN) return ["次日元, 从八円 注", "人丁1日, 亍口", "*** 丁"][chance(3)]!;
  return column === 3 ? ["(X H)", "| 1", "(]"][chance(3)]! : ["人工从1日7小", "-", "( /"][chance(3)]!;
}

/** Markup of the extractor around a label or a name. */
export const markup: Damage = (form, chance) =>
  map(form, (cells) => [
    cells.map((text) =>
      text.length > 1 && !/\d/.test(text) && chance(12) === 0
        ? chance(2) === 0
          ? `<u>${text}</u>`
          : `^{${text}}`
        : text,
    ),
  ]);

/** The head's cells run into one: project, office and unit with their labels. */
export const headRunTogether: Damage = (form) =>
  map(form, (cells, index) => {
    if (cells[0] !== "项目名称") return [cells];
    const office = form.lines[index + 1]!;
    return [["项目名称", "", `${cells[2]} ${office[2]} 实施单位 ${office[6]}`]];
  });

/** A digit or a stroke beside the project's name. */
export const dirtBesideName: Damage = (form, chance) =>
  map(form, (cells) =>
    cells[0] === "项目名称" ? [[cells[0], "", ["Í", "ì", "|", "1"][chance(4)]!, cells[2]!]] : [cells],
  );

/** In the order in which they happen: what is printed twice is cut and broken like the rest. */
export const DAMAGES = {
  rowReadTwice,
  phantomColumnLine,
  phantomLineThroughCharacters,
  lineBehindAmounts,
  dashesAsStrokes,
  pageBreakInsideRow,
  garbledLabels,
  pageBreakBetweenRows,
  markup,
  headRunTogether,
  dirtBesideName,
} satisfies Record<string, Damage>;
export type DamageName = keyof typeof DAMAGES;

/** A form as an extractor leaves it: labels in the middle of their cells, lines broken, and some damages at once. */
export function damaged(form: TrueForm, chance: Chance): Damaged {
  const widths = chance(2) === 0 ? [] : Array.from({ length: 8 }, () => 4 + chance(8));
  const many = 1 + chance(4);
  const names = Object.keys(DAMAGES) as DamageName[];
  let left: Damaged = { lines: printForm(form, "middle", widths), lost: new Set() };
  for (const name of names) if (chance(names.length) < many) left = DAMAGES[name](left, chance);
  return left;
}
