/**
 * From a flow of tokens to the parts of its forms: where each form begins, and which tokens are its head, its money, its
 * goals, its indicators and its total.
 */
import { ORDINAL_LABELS, WHOLE_UNIT_LABELS, WHOLE_UNIT_TITLE } from "../vocabulary.ts";
import { isLabel, type Label, labelsOf, type PartName } from "./labels.ts";
import type { Token } from "./tokens.ts";

/** A run of tokens under one label. */
export interface FlowPart {
  name: PartName;
  /** Tokens of the label that opens it. */
  label: Token[];
  /** What follows, up to the next part. */
  tokens: Token[];
}

/** The tokens of one form, cut into its parts, with what stands above it. */
export interface FlowForm {
  /** Tokens between the form before and this one: its title and its year among them. */
  above: Token[];
  parts: FlowPart[];
}

/** Tokens behind 项目名称 within which another word of the head or of money must stand for a form to begin there. */
const REACH_OF_HEAD = 20;
/** Tokens above the head of a form among which its title stands. */
const REACH_OF_TITLE = 6;
/** Parts that may be opened by several labels, of which the first begins it: headings of one table. */
const TABLES: ReadonlySet<PartName> = new Set(["funding", "goals", "indicators"]);

/** The forms of a flow, in order. */
export function formsOfFlow(tokens: readonly Token[]): FlowForm[] {
  const labels = labelsOf(tokens);
  const starts = labels.flatMap((label, index) => (startsForm(tokens, labels, index) ? [label.from] : []));
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? tokens.length;
    const own = labels.filter((label) => label.from >= start && label.from < end);
    return {
      above: tokens.slice(index === 0 ? 0 : starts[index - 1]!, start),
      parts: partsOf(tokens, own, end),
    };
  });
}

/** Whether a form begins at a label: 项目名称, or the unit below the title of a whole department, with the rest of a head behind it. */
function startsForm(tokens: readonly Token[], labels: readonly Label[], index: number): boolean {
  const label = labels[index]!;
  if (label.part !== "projectName" && !startsWholeUnit(tokens, label)) return false;
  return labels
    .slice(index + 1)
    .some(
      (other) =>
        other.from - label.to <= REACH_OF_HEAD &&
        (other.part === "department" || other.part === "implementingUnit" || other.part === "funding"),
    );
}

function startsWholeUnit(tokens: readonly Token[], label: Label): boolean {
  if (label.part !== "implementingUnit" || !isLabel(label.text, WHOLE_UNIT_LABELS)) return false;
  return tokens
    .slice(Math.max(0, label.from - REACH_OF_TITLE), label.from)
    .some(({ text }) => WHOLE_UNIT_TITLE.test(text));
}

function partsOf(tokens: readonly Token[], labels: readonly Label[], end: number): FlowPart[] {
  const openings = labels
    .filter((_, index) => opensPart(labels, index))
    .map((label) => withOrdinal(label, tokens));
  return openings.map((label, index) => ({
    name: label.part,
    label: tokens.slice(label.from, label.to),
    tokens: tokens.slice(label.to, openings[index + 1]?.from ?? end),
  }));
}

/** A table of indicators may number its rows: 序号 in front of its first heading belongs to it. */
function withOrdinal(label: Label, tokens: readonly Token[]): Label {
  const before = tokens[label.from - 1];
  const isNumbered =
    label.part === "indicators" && before && ORDINAL_LABELS.some((word) => before.text === word);
  return isNumbered ? { ...label, from: label.from - 1 } : label;
}

/** What no column of the table is called: it ends the table above the total as well as below. */
const OTHER_REMARK = /^其[他它]/;

/** A label inside its own table opens nothing; nor does one of the head once the tables have begun. */
function opensPart(labels: readonly Label[], index: number): boolean {
  const label = labels[index]!;
  const before = labels.slice(0, index).filter((other, at) => TABLES.has(other.part) && at < index);
  const table = before.at(-1)?.part;
  if (TABLES.has(label.part)) return !before.some((other) => other.part === label.part);
  if (label.part === "total") return table === "indicators";
  if (label.part === "rating") return table === "indicators";
  // 改进措施 is a heading of the table as well; as a part of its own it stands below the total.
  if (label.part === "remark")
    return OTHER_REMARK.test(label.text)
      ? table === "indicators"
      : labels.slice(0, index).some(({ part }) => part === "total");
  return table === undefined;
}
