/** The run that made the warehouse, fetched when a download asks for it. */
import { FileAttachment } from "observablehq:stdlib";
import type { Run } from "../measures.js";

export async function loadRun(): Promise<Run> {
  const [run] = (await FileAttachment("../../data/run.json").json()) as [Run];
  return run;
}
