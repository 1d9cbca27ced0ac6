/** LibreOffice, where it is installed: the one office program that can be asked to open a document in a test. */
import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

export const HAS_LIBREOFFICE = await run("soffice", ["--version"]).then(
  () => true,
  () => false,
);

/** Opens a document and writes it as PDF beside it; returns the names of the PDFs. */
export async function printed(file: string): Promise<string[]> {
  // A profile of its own: an office program that somebody has open would be asked instead.
  const profile = await mkdtemp(join(tmpdir(), "jixiao-office-"));
  const folder = dirname(file);
  try {
    const where = `-env:UserInstallation=${pathToFileURL(profile).href}`;
    await run("soffice", [where, "--headless", "--convert-to", "pdf", "--outdir", folder, file]);
    return (await readdir(folder)).filter((name) => name.endsWith(".pdf"));
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}
