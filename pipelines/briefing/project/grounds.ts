/**
 * Where the figures of a project stand in its forms.
 */
import type { Ground } from "../grounds.ts";
import { page } from "../pieces.ts";
import { firstOf } from "../prose/parts.ts";
import type { ProjectFacts } from "./facts.ts";

/** The totals of its years. */
export function yearsGround({ places, names }: ProjectFacts): Ground | null {
  const asked = { project: names.project_name.value ?? "" };
  return firstOf("年度资金总额", places, page("project", "项目", asked));
}
