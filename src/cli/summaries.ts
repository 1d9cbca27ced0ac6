/**
 * What reading and computing came to, for people and for programs.
 */
import type { CorrectionProblem } from "../../loaders/corrections.ts";
import { placeText } from "../../loaders/document.ts";
import type { IngestSummary } from "../../loaders/ingest.ts";
import type { RejectedFile } from "../../loaders/warehouse/load.ts";
import type { Workspace } from "../../loaders/workspace.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import type { Output, Summary } from "./output.ts";
import type { RunSummary } from "./steps.ts";
import { sayYearBriefings, type YearBriefings, yearBriefingsJson } from "./year-briefings.ts";

/** What any of the commands that change the warehouse has done. */
export type StepSummary = Partial<RunSummary> & { briefings?: YearBriefings };

/** 1 when a file could not be read, a correction not be used or no briefing be written. A duplicate loses nothing. */
export function exitCodeAfter(summary: StepSummary): ExitCode {
  const rejected = summary.ingest?.rejected ?? [];
  const isWhole = rejected.length === 0 && correctionProblems(summary).length === 0;
  return isWhole && !summary.briefings?.problem ? EXIT.done : EXIT.incomplete;
}

/** Says what was read, what was computed and, one by one, what could not be used. */
export function saySummary(summary: StepSummary, output: Output): void {
  if (summary.ingest) sayIngest(summary.ingest, output);
  if (summary.compute) {
    const { models, tests } = summary.compute;
    output.say(`已计算 ${models.length} 个模型，${tests} 项数据检验全部通过。`);
    for (const { name, threshold, default_value, unit, reason } of summary.compute.overrides)
      output.say(`界限 ${name} 按 thresholds.csv 由 ${default_value} 改为 ${threshold} ${unit}：${reason}。`);
    sayCatalogue(summary.compute.catalogue, output);
  }
  if (summary.briefings) sayYearBriefings(summary.briefings, output);
  const problems = correctionProblems(summary);
  if (problems.length > 0) output.warn("corrections.csv 有问题，以下各行没有采用：");
  for (const { line, message } of problems) output.warn(`  第 ${line} 行：${message}。`);
}

function sayCatalogue({ superseded, similar }: RunSummary["compute"]["catalogue"], output: Output) {
  if (superseded > 0)
    output.say(
      `提醒：有 ${superseded} 张表的项目在别的文件里另有一张，没有重复计入，见 mart.superseded_forms。`,
    );
  if (similar > 0) output.say(`提醒：有 ${similar} 对名称相像，请看是不是同一个，见 mart.similar_names。`);
}

function sayIngest(
  { documents, reused, forms, corrections, duplicates, passedOver, rejected }: IngestSummary,
  output: Output,
) {
  const unchanged = reused > 0 ? `（其中 ${reused} 个未变，沿用上次的结果）` : "";
  output.say(`已读取 ${documents} 个文件${unchanged}，共 ${forms} 张自评表。`);
  if (corrections > 0) output.say(`已读取 ${corrections} 条更正。`);
  for (const file of duplicates) output.say(`提醒：${file.reason}。${file.advice}`);
  for (const spot of passedOver)
    output.say(`提醒：${spot.path} ${placeText(spot)}${spot.reason}，没有读入。`);
  if (rejected.length > 0) output.warn(`${rejected.length} 个文件没有读入：`);
  for (const file of rejected) output.warn(`  ${file.reason}。${file.advice}`);
}

/** The same for programs. */
export function summaryJson(command: string, summary: StepSummary, workspace: Workspace): Summary {
  const { ingest, compute, briefings } = summary;
  return {
    ...summaryHead(command, exitCodeAfter(summary), workspace),
    ...(ingest && {
      documents: ingest.documents,
      read: ingest.read,
      reused: ingest.reused,
      forms: ingest.forms,
      rejected: ingest.rejected.map(fileJson),
      duplicates: ingest.duplicates.map(fileJson),
      passed_over: ingest.passedOver,
      corrections: ingest.corrections,
    }),
    ...(compute && {
      models: compute.models.length,
      tests: compute.tests,
      thresholds_overridden: compute.overrides,
      forms_superseded: compute.catalogue.superseded,
      similar_names: compute.catalogue.similar,
    }),
    ...(briefings && { briefings: yearBriefingsJson(briefings) }),
    correction_problems: correctionProblems(summary),
  };
}

/** What every summary begins with. */
export function summaryHead(command: string, exitCode: ExitCode, workspace: Workspace): Summary {
  return { command, exit_code: exitCode, warehouse: workspace.warehouse };
}

function correctionProblems({ ingest, compute }: StepSummary): CorrectionProblem[] {
  const problems = [...(ingest?.correctionProblems ?? []), ...(compute?.unapplied ?? [])];
  return problems.sort((a, b) => a.line - b.line);
}

function fileJson({ path, code, reason, advice }: RejectedFile): Summary {
  return { path, code, reason, advice };
}
