/** Forms as points of their score over their execution, some with their names. */
import * as Plot from "@observablehq/plot";
import { exact, percent, position } from "../format.js";
import { type Box, labelPlaces } from "../label-places.js";
import { linkToForm, placeOf } from "../links.js";
import { formTitle, marked, projectTitle } from "../measures.js";
import { shorten } from "../text-fit.js";
import { BENEATH, HEIGHT, MARGIN, type Scales, SIZE } from "./score-frame.js";
import type { ScoredForm } from "./scores.js";

const RADIUS = 5;
/** Dots that have a name, where there is room for it: the farthest above their execution. */
const NAMED = 4;
const NAMED_IF_NARROW = 2;

/** The project's name, with what is in doubt of it or of its amounts. */
function nameOf(form: ScoredForm): string {
  return form.project_name === null ? "" : marked(projectTitle(form), form.doubtful);
}

/** A form in a sentence. */
export function said(form: ScoredForm): string {
  return `${marked(formTitle(form), form.doubtful)}：总分 ${exact(form.total_score)}，执行率 ${percent(form.execution_rate)}`;
}

interface Label {
  form: ScoredForm;
  text: string;
  box: Box;
}

/** Names of the first forms that lie on no dot and on no other name. */
function labelsOf(
  forms: ScoredForm[],
  { x, y }: Scales,
  { width, taken }: { width: number; taken: Box[] },
): Label[] {
  const narrow = width < 560;
  const dots = forms.map((form) => ({
    x: x.apply(position(form.execution_rate)),
    y: y.apply(position(form.total_score)),
  }));
  const names = forms
    .slice(0, 12)
    .map((form, i) => ({ ...dots[i]!, text: shorten(nameOf(form), narrow ? 90 : 220, SIZE) }));
  const area = { left: MARGIN.left, right: width - 2, top: MARGIN.top, bottom: HEIGHT - MARGIN.bottom };
  const places = labelPlaces(names, { area, dots, taken, radius: RADIUS, size: SIZE });
  const labels = names.flatMap(({ text }, i) => {
    const box = places[i];
    return box && text ? [{ form: forms[i]!, text, box }] : [];
  });
  return labels.slice(0, narrow ? NAMED_IF_NARROW : NAMED);
}

/**
 * A dot a form, which leads to the line of its total; the first forms are named, where there is room.
 *
 * @param room.taken what no name may lie on
 */
export function scoreDots(
  forms: ScoredForm[],
  scales: Scales,
  room: { width: number; taken: Box[] },
): Plot.Markish[] {
  const { x, y } = scales;
  return [
    Plot.dot(forms, {
      x: (form: ScoredForm) => position(form.execution_rate),
      y: (form: ScoredForm) => position(form.total_score),
      r: RADIUS,
      fill: "var(--source-total)",
      fillOpacity: forms.length > 100 ? 0.45 : 0.75,
      stroke: (form: ScoredForm) => (form.doubtful ? "var(--mark-edge)" : "var(--paper)"),
      href: (form: ScoredForm) => linkToForm(form.form_id, form.total_score_line),
      ariaLabel: said,
      title: (form: ScoredForm) => `${said(form)}\n${placeOf(form.form_id, form.total_score_line)}`,
    }),
    Plot.text(labelsOf(forms, scales, room), {
      x: ({ box }: Label) => x.invert!(box.left),
      y: ({ box }: Label) => y.invert!((box.top + box.bottom) / 2),
      text: "text",
      textAnchor: "start",
      fontSize: SIZE,
      fill: "var(--ink)",
      ...BENEATH,
    }),
  ];
}
