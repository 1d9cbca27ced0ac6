/** The choice of year, kept in the address: a view can be sent to a colleague. */
import { html } from "htl";
import { yearName } from "./format.js";

/** How an address names a year; forms without one have a name there too. */
function yearKey(year: number | null): string {
  return year === null ? "unknown" : String(year);
}

/**
 * A choice of year, for `view`; hidden where there is nothing to choose.
 *
 * @param years the first of them is chosen where the address asks for none of them
 */
export function yearInput(years: (number | null)[]): HTMLElement & { value: number | null } {
  const options = years.map((year) => html`<option value=${yearKey(year)}>${yearName(year)}</option>`);
  const select = html`<select aria-label="年度">${options}</select>` as HTMLSelectElement;
  const form = html`<form class="year-input" onsubmit=${(event: Event) => event.preventDefault()}>
    <label>年度 ${select}</label>
  </form>`;
  form.hidden = years.length < 2;
  const asked = new URLSearchParams(location.search).get("year");
  select.selectedIndex = Math.max(
    0,
    years.findIndex((year) => yearKey(year) === asked),
  );
  Object.defineProperty(form, "value", { get: () => years[select.selectedIndex] ?? null });
  select.onchange = () => {
    history.replaceState(null, "", `?${new URLSearchParams({ year: select.value })}`);
    form.dispatchEvent(new Event("input", { bubbles: true }));
  };
  return form as HTMLElement & { value: number | null };
}
