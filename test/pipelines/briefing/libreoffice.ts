/** LibreOffice, where it is installed: the one office program that can be asked to open a document in a test. */
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const run = promisify(execFile);

export const HAS_LIBREOFFICE = await run("soffice", ["--version"]).then(
  () => true,
  () => false,
);

/** Opens documents of one folder and writes each as PDF beside it; returns the names of the PDFs. */
export async function printed(...files: readonly string[]): Promise<string[]> {
  // A profile of its own: an office program that somebody has open would be asked instead.
  const profile = await mkdtemp(join(tmpdir(), "jixiao-office-"));
  const folder = dirname(files[0]!);
  try {
    const where = `-env:UserInstallation=${pathToFileURL(profile).href}`;
    await run("soffice", [where, "--headless", "--convert-to", "pdf", "--outdir", folder, ...files]);
    return (await readdir(folder)).filter((name) => name.endsWith(".pdf")).sort();
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

/** How many pages a PDF has. */
export async function pagesOf(pdf: string): Promise<number> {
  const document = await getDocument({ data: new Uint8Array(await readFile(pdf)), verbosity: 0 }).promise;
  const { numPages } = document;
  await document.destroy();
  return numPages;
}

/**
 * A document whose endnotes follow its text, as Word and WPS lay them out: LibreOffice puts them on a page of their own,
 * however few they are.
 */
export function withNotesInText(docx: Uint8Array): Uint8Array {
  const parts = unzipSync(docx);
  const notes = [
    ...strFromU8(parts["word/endnotes.xml"]!).matchAll(/<w:endnote w:id="\d+">(.*?)<\/w:endnote>/gs),
  ]
    .map(([, paragraphs]) => paragraphs!.replaceAll("<w:endnoteRef/>", "<w:t>0</w:t>"))
    .join("");
  const body = strFromU8(parts["word/document.xml"]!).replaceAll(
    /<w:endnoteReference [^>]*\/>/g,
    "<w:t>0</w:t>",
  );
  const end = body.lastIndexOf("<w:sectPr>");
  const document = strToU8(body.slice(0, end) + notes + body.slice(end));
  return zipSync({ ...parts, "word/document.xml": document });
}
