/** A line for corrections.csv, ready to be copied, and the button that copies it. */
import { html } from "htl";

/** The cell that a correction is about, and what is to stand there. */
export interface CorrectedCell {
  form_id: string;
  record: string;
  seq: string;
  field: string;
  value: string | null;
}

/** What a reviewer did, unless the line is changed. */
const USUAL_REASON = "与原件核对";

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The line, with the value as it is now; who decides writes the name at its end. */
export function correctionLine({ form_id, record, seq, field, value }: CorrectedCell): string {
  return [form_id, record, seq, field, value ?? "", USUAL_REASON, ""].map(quoted).join(",");
}

/**
 * The line with a button beside it. Where the browser keeps the clipboard closed, as it does on addresses without a
 * certificate, the line is selected instead.
 */
export function copiedLine(line: string, about: string): HTMLElement {
  const text = html`<code>${line}</code>`;
  const whole = html`<details><summary>这一行</summary>${text}</details>` as HTMLDetailsElement;
  const status = html`<span role="status"></span>`;
  const button = html`<button type="button" aria-label=${`复制更正：${about}`}>复制</button>`;
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(line);
      status.textContent = "已复制";
    } catch {
      whole.open = true;
      getSelection()?.selectAllChildren(text);
      status.textContent = "已选中，请按 Ctrl+C";
    }
  };
  return html`<div class="correction">${button} ${status}${whole}</div>`;
}
