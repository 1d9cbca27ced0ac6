/** The two buttons below a table. */
import { html } from "htl";
import { csvOf } from "./csv.js";
import { fileName, type Sheet } from "./sheet.js";

/** Hands bytes to the browser as a file. */
function save(content: BlobPart, type: string, name: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  html`<a href=${address} download=${name}></a>`.click();
  // The browser reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

async function saveCsv(sheet: Sheet): Promise<void> {
  save(csvOf(sheet), "text/csv;charset=utf-8", fileName(sheet.name, "csv"));
}

async function saveXlsx(sheet: Sheet): Promise<void> {
  // Loaded on the first click: the writer weighs more than a page.
  const { xlsxOf } = await import("./xlsx.js");
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  save(await xlsxOf(sheet), type, fileName(sheet.name, "xlsx"));
}

/**
 * Buttons that save a table; `sheetOf` is asked at the click, so that the file holds what is shown then.
 */
export function downloadButtons(caption: string, sheetOf: () => Promise<Sheet>): HTMLElement {
  const status = html`<span role="status"></span>`;
  const button = (kind: string, saveAs: (sheet: Sheet) => Promise<void>) => {
    const element =
      html`<button type="button" aria-label=${`下载${kind}：${caption}`}>下载 ${kind}</button>` as HTMLButtonElement;
    element.onclick = async () => {
      element.disabled = true;
      status.textContent = "正在准备……";
      try {
        const sheet = await sheetOf();
        await saveAs(sheet);
        status.textContent = `已交给浏览器下载，共 ${sheet.rows.length} 行。`;
      } catch (error) {
        status.textContent = `没有下载成功：${error instanceof Error ? error.message : String(error)}`;
      } finally {
        element.disabled = false;
      }
    };
    return element;
  };
  return html`<p class="downloads">${button("CSV", saveCsv)} ${button("XLSX", saveXlsx)} ${status}</p>`;
}
