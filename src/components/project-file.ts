/** Which file tells of a project: told from its name alone, so that no page needs a list of all names. */
import type { CutAddress } from "./cut-file.js";

/** How many files the names are spread over. */
export const PROJECT_FILES = 256;

/** The address of the file of a project; `src/data/cuts/projects.ts` computes the same in SQL. */
export function projectFile(name: string): CutAddress {
  let sum = 0;
  for (const character of name) sum += character.codePointAt(0)!;
  return ["name", String(sum % PROJECT_FILES)];
}
