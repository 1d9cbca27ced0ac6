/**
 * A proved briefing of a scope, from the warehouse.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Briefing } from "./briefing.ts";
import { compose } from "./compose.ts";
import { collectFacts } from "./facts/facts.ts";
import type { HouseStyle } from "./house-style.ts";
import { composeProject } from "./project/compose.ts";
import { collectProjectFacts, type ProjectAsked } from "./project/facts.ts";
import { prove } from "./proof.ts";
import type { Scope } from "./scope.ts";

export interface ProvedBriefing {
  briefing: Briefing;
  /** How many facts were computed twice. */
  proved: number;
}

/**
 * Collects the facts of a scope, writes its briefing and computes every number again.
 *
 * @throws PipelineError when one differs
 */
export async function provedBriefing(
  connection: DuckDBConnection,
  scope: Scope,
  style: HouseStyle,
): Promise<ProvedBriefing> {
  const briefing = compose(await collectFacts(connection, scope, style), style);
  return { briefing, proved: await prove(connection, briefing) };
}

/** The same for a project over the years. */
export async function provedProjectBriefing(
  connection: DuckDBConnection,
  asked: ProjectAsked,
  style: HouseStyle,
): Promise<ProvedBriefing> {
  const briefing = composeProject(await collectProjectFacts(connection, asked, style), style);
  return { briefing, proved: await prove(connection, briefing) };
}
