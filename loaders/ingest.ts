/**
 * Reading a workspace: every file below `sources` into the raw tables, unchanged ones from the warehouse of the last
 * run; what can't be read is recorded with its reason, and the rest goes on. The order of files changes nothing.
 */
import { type CorrectionProblem, readCorrections } from "./corrections.ts";
import type { PassedOverPlace } from "./document.ts";
import { type DocumentReader, openReader } from "./document-reader.ts";
import { Problem } from "./problem.ts";
import { readRegularFile, type SourceEffects, type SourceOutcome } from "./read-source.ts";
import { readSources } from "./read-sources.ts";
import { READER_VERSION } from "./reader-version.ts";
import { findSources } from "./sources.ts";
import { isSynthetic, saysSynthetic } from "./synthetic.ts";
import { loadCorrections } from "./warehouse/corrections.ts";
import { openRawLoader, type RejectedFile } from "./warehouse/load.ts";
import { copyDocuments, NOTHING_BEFORE, previousRun, wasSynthetic } from "./warehouse/previous.ts";
import type { Building } from "./warehouse/transaction.ts";
import type { Workspace } from "./workspace.ts";

/** What reading a workspace touches outside itself; tests pass their own. */
export interface IngestEffects extends SourceEffects {
  openReader(): DocumentReader;
  onProgress(progress: IngestProgress): void;
}

export interface IngestProgress {
  /** The file that is about to be read, inside `sources`. */
  path: string;
  /** Files done so far. */
  done: number;
  total: number;
}

export interface IngestOptions {
  /** Read every file again, also those that have not changed. */
  readAgain?: boolean;
  effects?: Partial<IngestEffects>;
}

export interface IngestSummary {
  /** Files in the warehouse: those read now and those copied from the last run. */
  documents: number;
  read: number;
  reused: number;
  forms: number;
  /** Files that hold nothing for us, each with reason and advice. */
  rejected: RejectedFile[];
  /** Files with the very bytes of another; nothing is lost by leaving them out. */
  duplicates: RejectedFile[];
  /** Places in the files read now that begin like a form and are none. */
  passedOver: (PassedOverPlace & { path: string })[];
  /** Lines of corrections.csv that can be understood; the models say which of them fit their form. */
  corrections: number;
  correctionProblems: CorrectionProblem[];
}

const defaultEffects: IngestEffects = {
  readFile: readRegularFile,
  openReader: () => openReader(),
  now: () => new Date(),
  onProgress: () => {},
};

/**
 * Fills the raw tables of a new warehouse from the workspace, whose `sources` must be there.
 *
 * @throws Problem of wrong use when there is no file to read; `failed` when corrections.csv can't be used
 */
export async function ingest(
  workspace: Workspace,
  { connection, previous }: Building,
  { readAgain = false, effects: given = {} }: IngestOptions = {},
): Promise<IngestSummary> {
  const effects = { ...defaultEffects, ...given };
  const files = await findSources(workspace.sources);
  if (files.length === 0) throw nothingToRead(workspace);
  // Before the files, so that nobody waits for thousands of them to hear that this one is unusable.
  const { corrections, problems } = await readCorrections(workspace.corrections, effects.readFile);
  const synthetic = await isSynthetic(workspace.root);
  // What was right in a workspace of real data is not in one of made data, and the other way round.
  const reuse = previous === "attached" && !readAgain && (await wasSynthetic(connection)) === synthetic;
  const before = reuse ? await previousRun(connection, READER_VERSION) : NOTHING_BEFORE;

  const summary = { documents: 0, read: 0, reused: 0, forms: 0 };
  const reusedIds: string[] = [];
  const left: RejectedFile[] = [];
  const passedOver: IngestSummary["passedOver"] = [];
  const onFile = (path: string, done: number): void =>
    effects.onProgress({ path, done, total: files.length });
  await connection.run("BEGIN TRANSACTION");
  const loader = await openRawLoader(connection);
  const reader = effects.openReader();
  const settle = (outcome: SourceOutcome): SourceOutcome => keptApart(outcome, synthetic);
  try {
    for await (const { path, outcome } of readSources(files, { before, reader, effects, settle, onFile })) {
      if (outcome.kind === "rejected") {
        loader.addRejected(outcome.rejected);
        left.push(outcome.rejected);
        continue;
      }
      summary.documents += 1;
      if (outcome.kind === "reused") {
        reusedIds.push(outcome.documentId);
        summary.reused += 1;
        summary.forms += outcome.forms;
      } else {
        const { document } = outcome.loaded;
        loader.addDocument(outcome.loaded);
        summary.read += 1;
        summary.forms += document.forms;
        passedOver.push(...document.passedOver.map((place) => ({ ...place, path })));
      }
    }
  } finally {
    await reader.close();
  }
  loader.close();
  await copyDocuments(connection, reusedIds);
  await connection.run("INSERT INTO raw.workspace VALUES ($1)", [synthetic]);
  await loadCorrections(connection, corrections);
  await connection.run("COMMIT");

  return {
    ...summary,
    rejected: left.filter((file) => file.code !== "duplicate"),
    duplicates: left.filter((file) => file.code === "duplicate"),
    passedOver,
    corrections: corrections.length,
    correctionProblems: problems,
  };
}

/** Turns down a document of real data in a workspace of made data, and a made one in any other. */
function keptApart(outcome: SourceOutcome, synthetic: boolean): SourceOutcome {
  if (outcome.kind !== "read" || saysSynthetic(outcome.loaded.document.lines[0]?.text) === synthetic)
    return outcome;
  const { path, sha256, bytes, readerVersion, ingestedAt } = outcome.loaded;
  const reason = synthetic ? `${path} 不是合成数据，而工作区是` : `${path} 是合成数据，而工作区不是`;
  const advice = "合成数据和真实数据不能放在一起。请把它移到另一个工作区。";
  const rejected = {
    path,
    sha256,
    bytes,
    code: "mixed",
    reason,
    advice,
    readerVersion,
    rejectedAt: ingestedAt,
  };
  return { kind: "rejected", rejected };
}

function nothingToRead(workspace: Workspace): Problem {
  const advice = "请按年度放入自评表，例如 sources/2024/某单位.txt，再重新运行。原有数据仓库没有改动。";
  return new Problem("wrong_use", `文件夹里没有可读的文件：${workspace.sources}`, advice);
}
