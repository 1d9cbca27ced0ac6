/** The pages in a real browser. Building them takes longest, so all suites look at one site. */
import { afterAll, beforeAll } from "vitest";
import { type Site, startSite } from "./site.ts";
import { accessibility } from "./suites/accessibility.ts";
import { answers } from "./suites/answers.ts";
import { briefings } from "./suites/briefings.ts";
import { figures } from "./suites/figures.ts";
import { formList } from "./suites/form-list.ts";
import { formPage } from "./suites/form-page.ts";
import { indicators } from "./suites/indicators.ts";
import { lists } from "./suites/lists.ts";
import { loads } from "./suites/loads.ts";
import { pages } from "./suites/pages.ts";
import { picks } from "./suites/picks.ts";
import { profiles } from "./suites/profiles.ts";
import { projects } from "./suites/projects.ts";
import { queries } from "./suites/query.ts";
import { scores } from "./suites/scores.ts";
import { siteSearch } from "./suites/search.ts";
import { states } from "./suites/states.ts";
import { streaks } from "./suites/streaks.ts";
import { units } from "./suites/units.ts";
import { views } from "./suites/views.ts";

let site: Site;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site?.close());

const SUITES = [
  pages,
  loads,
  answers,
  briefings,
  figures,
  formPage,
  formList,
  lists,
  siteSearch,
  queries,
  states,
  streaks,
  units,
  indicators,
  scores,
  projects,
  picks,
  views,
  profiles,
  accessibility,
];
for (const suite of SUITES) suite(() => site);
