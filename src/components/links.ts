/** Addresses between pages, relative to the page at the site's root: they hold under any prefix. */

/** The page of a form, at the line where a figure stands. */
export function linkToForm(formId: string, line?: number | null): string {
  const query = new URLSearchParams({ id: formId });
  if (line != null) query.set("line", String(line));
  return `./form.html?${query}`;
}

/** The list of forms, narrowed to those whose project, unit or id contain `text`. */
export function linkToForms(text?: string | null): string {
  return text ? `./form.html?${new URLSearchParams({ q: text })}` : "./form.html";
}

/** The list of the forms that have cells asking for a person. */
export const FLAGGED_FORMS = "./form.html?flagged=1";
