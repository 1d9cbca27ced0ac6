/**
 * PDF with a text layer as one sheet: words and ruling lines give the cells, pages are joined.
 */

import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { PDFDocumentProxy } from "pdfjs-dist";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { MOST_CELLS, MOST_PAGES } from "../limits.ts";
import { locked, Refusal } from "../refusal.ts";
import type { Sheet } from "../sheet.ts";
import { type Page, readPage } from "./page.ts";
import { rowsOfPages } from "./rows.ts";
import { isGibberish } from "./words.ts";

export interface PdfSheet {
  sheet: Sheet;
  /** Pages that are pictures, without text. */
  picturePages: number[];
}

const PACKAGE = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
/** In Node the library reads them as files: a path, not an address, with a slash behind it. */
const folder = (name: string): string => `${join(PACKAGE, name)}/`;

/**
 * Reads a PDF.
 *
 * @throws Refusal when it has no text, opens only with a password, is damaged, or has more pages than a file may
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfSheet> {
  const file = await open(bytes);
  try {
    if (file.numPages > MOST_PAGES) throw tooManyPages(file.numPages);
    const pages = await readPages(file);
    const picturePages = pages.filter(({ words }) => words.length === 0).map(({ number }) => number);
    if (picturePages.length === pages.length) throw scanned(pages.length);
    if (isGibberish(pages.flatMap(({ words }) => words))) throw gibberish();
    return { sheet: { rows: rowsOfPages(pages) }, picturePages };
  } finally {
    await file.destroy();
  }
}

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  try {
    return await getDocument({
      // The library keeps what it is given.
      data: new Uint8Array(bytes),
      // Chinese writing whose characters are named by the tables of a standard, and fonts that a PDF may leave out.
      cMapUrl: folder("cmaps"),
      standardFontDataUrl: folder("standard_fonts"),
      useSystemFonts: false,
      disableFontFace: true,
      isEvalSupported: false,
      // Nothing is drawn: pictures are not unpacked.
      maxImageSize: 1,
      verbosity: VerbosityLevel.ERRORS,
    }).promise;
  } catch (error) {
    if (error instanceof Error && error.name === "PasswordException") throw locked();
    throw damaged("已损坏，或不是完整的 PDF", error);
  }
}

async function readPages(file: PDFDocumentProxy): Promise<Page[]> {
  const pages: Page[] = [];
  let words = 0;
  for (let number = 1; number <= file.numPages; number++) {
    const read = await pageOf(file, number);
    words += read.words.length;
    if (words > MOST_CELLS) throw tooManyPages(file.numPages);
    pages.push(read);
  }
  return pages;
}

async function pageOf(file: PDFDocumentProxy, number: number): Promise<Page> {
  try {
    const page = await file.getPage(number);
    const read = await readPage(page);
    page.cleanup();
    return read;
  } catch (error) {
    throw damaged(`的第 ${number} 页已损坏`, error);
  }
}

function damaged(what: string, cause: unknown): Refusal {
  const advice = "请重新下载或导出该文件；若能在阅读器中打开，另存一份再放入。";
  const refusal = new Refusal("damaged", what, advice);
  refusal.cause = cause;
  return refusal;
}

function scanned(pages: number): Refusal {
  const advice = "请向填报单位要可编辑的文件（.xlsx、.docx），或先用文字识别（OCR）软件转换，核对后再放入。";
  return new Refusal("scanned", `是扫描件，没有文字，共 ${pages} 页`, advice);
}

function gibberish(): Refusal {
  const advice = "请用原来的程序重新导出，或向填报单位要 .xlsx、.docx 文件。";
  return new Refusal("damaged", "的字体没有文字对照表，读出来是乱码", advice);
}

function tooManyPages(pages: number): Refusal {
  const advice = "请用 PDF 工具拆成几个文件，只留有自评表的页。";
  return new Refusal("too_large", `有 ${pages} 页，文字太多，超过单个文件的上限`, advice);
}
