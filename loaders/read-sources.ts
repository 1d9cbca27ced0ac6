/**
 * All files of a workspace, read several at a time and handed over one by one, in their order.
 */
import type { DocumentReader } from "./document-reader.ts";
import { openSources } from "./open-sources.ts";
import { readSource, type SourceEffects, type SourceOutcome } from "./read-source.ts";
import type { SourceFile } from "./sources.ts";
import type { PreviousRun } from "./warehouse/previous.ts";

/** A file and what it gave. */
export interface SettledSource {
  path: string;
  outcome: SourceOutcome;
}

/** A file that is being read. */
interface SourceUnderWay {
  path: string;
  documentId: string | null;
  outcome: Promise<SourceOutcome>;
}

/** How files are read. */
export interface SourceReading {
  /** What the last run knew. */
  before: PreviousRun;
  reader: DocumentReader;
  effects: SourceEffects;
  /** Has the last word on what a file gives. */
  settle?(outcome: SourceOutcome): SourceOutcome;
  /** Told of each file before it is opened. */
  onFile?(path: string, done: number): void;
}

/**
 * Reads files. No more of them are under way than the reader asks for, so that memory does not grow with their number.
 */
export async function* readSources(
  files: readonly SourceFile[],
  { before, reader, effects, settle = (outcome) => outcome, onFile }: SourceReading,
): AsyncGenerator<SettledSource> {
  const underWay: SourceUnderWay[] = [];
  /** The file of each document that is in the warehouse. */
  const pathsById = new Map<string, string>();

  async function* settled(most: number): AsyncGenerator<SettledSource> {
    while (underWay.length > most) {
      const { path, outcome: coming } = underWay.shift()!;
      const outcome = settle(await coming);
      const id = documentIdOf(outcome);
      if (id !== null) pathsById.set(id, path);
      yield { path, outcome };
    }
  }

  for (const [done, file] of files.entries()) {
    onFile?.(file.path, done);
    for await (const { path, opened } of openSources(file, effects)) {
      const documentId = opened.kind === "opened" ? opened.documentId : null;
      // Whether a second file with the same bytes is a duplicate is known when the first has been read.
      const isTwin = documentId !== null && underWay.some((other) => other.documentId === documentId);
      if (isTwin) yield* settled(0);
      const outcome =
        opened.kind === "opened"
          ? readSource(opened, before, pathsById, reader, effects)
          : Promise.resolve(opened);
      underWay.push({ path, documentId, outcome });
      yield* settled(reader.atOnce - 1);
    }
  }
  yield* settled(0);
}

function documentIdOf(outcome: SourceOutcome): string | null {
  if (outcome.kind === "reused") return outcome.documentId;
  return outcome.kind === "read" ? outcome.loaded.documentId : null;
}
