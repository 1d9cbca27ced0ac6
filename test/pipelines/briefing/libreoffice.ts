/** LibreOffice, where it is installed: the one office program that can be asked to open a document in a test. */
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
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
