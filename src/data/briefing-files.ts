/**
 * Briefings as files of the site: what the page shows, and the document to take along, from the same facts.
 */
import { createHash } from "node:crypto";
import { access, copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { briefingDocument } from "../../pipelines/briefing/docx/document.ts";
import { type HouseStyle, houseStyle } from "../../pipelines/briefing/house-style.ts";
import { briefingKeys } from "../../pipelines/briefing/key.ts";
import { type ProjectAsked, unitLabel } from "../../pipelines/briefing/project/facts.ts";
import { projectKeys, projectsOverYears } from "../../pipelines/briefing/project/over-years.ts";
import { type Scope, scopesOf } from "../../pipelines/briefing/scope.ts";
import { type Subject, subjectBriefing } from "../../pipelines/briefing/write.ts";
import type {
  BriefingList,
  ListedBriefing,
  ListedProject,
  ProjectBriefingList,
} from "../components/briefing/briefing-data.ts";
import { briefingData } from "./briefing-data.ts";

/** Departments and units of the newest year that get a briefing with the site; `jixiao briefing` writes any other. */
const MOST = 30;
/** Projects with several years that get one, those that left most money; each takes a fifth to a third of a second. */
const MOST_PROJECTS = 100;
const LIST = "index.json";
const PROJECTS = "projects.json";

/**
 * Writes the briefings of a warehouse and their lists to a folder. Those whose facts are as they were are taken from the
 * site of before.
 *
 * @param options `before` the folder of the briefings of before, which may be missing or the same; `isOver` is asked before
 * each briefing whether to leave the rest as it lies, since its facts are changing again
 */
export async function writeBriefingFiles(
  connection: DuckDBConnection,
  folder: string,
  { before = folder, isOver = () => false }: { before?: string; isOver?: () => boolean } = {},
): Promise<void> {
  const style = await houseStyle(join(await workspaceOf(connection), "briefing.toml"));
  const old = await knownIn(before);
  const list = await scopeBriefings(connection, style);
  const projects = await projectBriefings(connection, style);
  await mkdir(folder, { recursive: true });
  const all = [...list.planned, ...projects.planned];
  const known = new Map(old.map(({ id, key }) => [id, key]));
  /** Of which facts the files in the folder are. */
  const lying = new Map(before === folder ? known : []);
  for (const { subject, listed } of all) {
    if (isOver()) break;
    if (known.get(listed.id) !== listed.key || !(await taken(listed.id, before, folder))) {
      const { briefing } = await subjectBriefing(connection, subject, style);
      const [data, document] = filesOf(listed.id);
      await writeFile(join(folder, document), await briefingDocument(briefing, style));
      await writeFile(join(folder, data), JSON.stringify(briefingData(briefing, document)));
    }
    lying.set(listed.id, listed.key);
  }
  const index: BriefingList = {
    ...{ briefings: listedOf(list, lying), left: list.left },
    projects: projects.planned.length,
  };
  const ofProjects: ProjectBriefingList = { projects: listedOf(projects, lying), left: projects.left };
  await writeFile(join(folder, LIST), JSON.stringify(index));
  await writeFile(join(folder, PROJECTS), JSON.stringify(ofProjects));
  const kept = new Set(all.map(({ listed }) => listed.id));
  for (const { id } of old)
    if (!kept.has(id)) for (const name of filesOf(id)) await rm(join(folder, name), { force: true });
}

/** What is to be written, and for how many more there is no room. */
interface Plan<Listed> {
  planned: { subject: Subject; listed: Listed }[];
  left: number;
}

/** Those that lie in the folder, each with the key of the facts that it was written of. */
function listedOf<Listed extends { id: string; key: string }>(
  { planned }: Plan<Listed>,
  lying: ReadonlyMap<string, string>,
): Listed[] {
  return planned.flatMap(({ listed }) => {
    const key = lying.get(listed.id);
    return key === undefined ? [] : [{ ...listed, key }];
  });
}

/** Every year as a whole, and of the newest the departments and units with most money. */
async function scopeBriefings(
  connection: DuckDBConnection,
  style: HouseStyle,
): Promise<Plan<ListedBriefing>> {
  const scopes = await scopesOf(connection);
  const keys = await briefingKeys(connection, style);
  const newest = scopes[0]?.year;
  const years = scopes.filter(({ level }) => level === "year");
  const parts = scopes.filter(({ level, year }) => level !== "year" && year === newest);
  const planned = [...years, ...parts.slice(0, MOST)].map((scope) => ({
    subject: scope,
    listed: { id: idOf(scope), ...aboutOf(scope), key: keys.of(scope) },
  }));
  return { planned, left: Math.max(parts.length - MOST, 0) };
}

/** The projects over the years that left most money. */
async function projectBriefings(
  connection: DuckDBConnection,
  style: HouseStyle,
): Promise<Plan<ListedProject>> {
  const projects = await projectsOverYears(connection);
  const keys = await projectKeys(connection, style);
  const planned = projects.slice(0, MOST_PROJECTS).map(({ years, ...subject }) => {
    const named = { unit: unitLabel(subject), project: subject.project };
    return { subject, listed: { id: projectId(subject), ...named, years, key: keys.of(subject) } };
  });
  return { planned, left: Math.max(projects.length - MOST_PROJECTS, 0) };
}

function filesOf(id: string): [data: string, document: string] {
  return [`${id}.json`, `${id}.docx`];
}

/** What a folder's lists name; nothing where there is no site of before, or one of another make: then all is written. */
async function knownIn(folder: string): Promise<{ id: string; key: string }[]> {
  const scopes = await listIn<BriefingList>(folder, LIST);
  const projects = await listIn<ProjectBriefingList>(folder, PROJECTS);
  return [...(scopes?.briefings ?? []), ...(projects?.projects ?? [])];
}

async function listIn<List>(folder: string, name: string): Promise<Partial<List> | null> {
  try {
    return JSON.parse(await readFile(join(folder, name), "utf8"));
  } catch {
    return null;
  }
}

/** Takes the files of a briefing over; false where one is missing. */
async function taken(id: string, before: string, folder: string): Promise<boolean> {
  try {
    for (const name of filesOf(id)) {
      if (before === folder) await access(join(folder, name));
      else await copyFile(join(before, name), join(folder, name));
    }
    return true;
  } catch {
    return false;
  }
}

/** The folder of the warehouse. */
async function workspaceOf(connection: DuckDBConnection): Promise<string> {
  const reader = await connection.runAndReadAll(
    "select path from duckdb_databases() where database_name = current_database()",
  );
  return dirname(String(reader.getRows()[0]?.[0] ?? ""));
}

function aboutOf({ level, year, department, unit }: Scope): Pick<ListedBriefing, "level" | "year" | "name"> {
  return { level, year, name: { year: null, department, unit }[level] };
}

/** A name for addresses and files that any name can be given: the year, and a code of who it is about. */
function idOf({ level, year, department, unit }: Scope): string {
  return level === "year" ? String(year) : `${year}-${level}-${codeOf(department, unit)}`;
}

function projectId(subject: ProjectAsked): string {
  return `project-${codeOf(unitLabel(subject), subject.project)}`;
}

function codeOf(...names: (string | null)[]): string {
  return createHash("sha256").update(JSON.stringify(names)).digest("hex").slice(0, 8);
}
