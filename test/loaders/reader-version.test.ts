import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { libraryVersion, READER_LIBRARIES, READER_VERSION } from "../../loaders/reader-version.ts";

const LOADERS = fileURLToPath(new URL("../../loaders/", import.meta.url));
/** What runs TypeScript reads no file. */
const RUNTIME = ["tsx"];

/** The packages that the reader's own files import. */
function importedPackages(): string[] {
  const files = readdirSync(LOADERS, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /^(?:document\.ts|(?:readers|form)\/.*\.[jt]s)$/.test(path));
  const imported = files.flatMap((path) =>
    [
      ...readFileSync(`${LOADERS}${path}`, "utf8").matchAll(
        /(?:from|import\() ?"((?:@[\w-]+\/)?[a-z][\w-]*)(?:\/[^"]*)?"/g,
      ),
    ].map(([, name]) => name!),
  );
  return [...new Set(imported)].filter((name) => !RUNTIME.includes(name)).sort();
}

test("the reader's version counts every package that its files import", () => {
  expect(importedPackages()).toEqual([...READER_LIBRARIES]);
});

test("each of them is found with its version, and one that is not installed is named", () => {
  for (const name of READER_LIBRARIES) expect(libraryVersion(name), name).toMatch(/^\d+\.\d+\.\d+/);
  expect(() => libraryVersion("not-installed-here")).toThrow("not-installed-here");
  expect(READER_VERSION).toMatch(/^[0-9a-f]{12}$/);
});
