/**
 * Which source of funds a row of money is for: one that the national form names, or the label as printed.
 */
import { nearestLabel } from "./labels.ts";
import { remembering } from "./remember.ts";
import { SOURCE_LABELS } from "./vocabulary.ts";

export const KNOWN_SOURCE_LABELS: readonly string[] = SOURCE_LABELS.flatMap(([, labels]) => [...labels]);

/** 其中, with what stands before it. */
const AMONG = /^.*?其中[:：]?/;
const COLON = /[:：]/;
/**
 * Words before 财政拨款 that make another source of it: whose money it is, or which budget it belongs to. A form that names one
 * names several, and they are no 当年财政拨款.
 */
const WHOSE =
  /(?:中央|省|市|州|盟|县|旗|区|乡|镇|上级|本级|同级|地方|一般公共预算|政府性基金(?:预算)?|国有资本经营(?:预算)?|非|专项)[级本]{0,2}(?:财政)?$/;
const LEFT_OVER = /结转|结余/;

/** The source of a row, by its label; null where the label says nothing. */
export const sourceOf = remembering((label): string | null => {
  const inner = withoutAmong(label);
  const other = otherSourceIn(inner);
  if (other !== null) return other;
  const known = nearestLabel(inner, SOURCE_LABELS);
  if (known) return known;
  const own = cleanLabel(label);
  return own === "" ? null : own;
});

/** The label as printed, without the merged cell to its left, 其中 and the colon. */
export function cleanLabel(label: string): string {
  const own = withoutAmong(label);
  const other = otherSourceIn(own);
  if (other !== null) return other;
  const known = KNOWN_SOURCE_LABELS.find((word) => own.includes(word));
  return known ? own.slice(own.indexOf(known)) : own;
}

function withoutAmong(label: string): string {
  const inner = (label.includes("其中") ? label.replace(AMONG, "") : label).replace(/^[:：]/, "");
  return COLON.test(inner.at(-1) ?? "") ? inner.slice(0, -1) : inner;
}

const APPROPRIATION = "财政拨款";

/** A source that only holds the words of a known one: 省级财政拨款, 财政拨款结转. */
function otherSourceIn(label: string): string | null {
  const at = label.indexOf(APPROPRIATION);
  if (at < 0) return null;
  const whose = WHOSE.exec(label.slice(0, at))?.[0];
  if (whose !== undefined) return label.slice(at - whose.length);
  return LEFT_OVER.test(label) && !label.includes("上年结转") ? label : null;
}
