/** A briefing is read on paper: it has three pages at most, with its charts, its table and its notes. */
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../../loaders/warehouse/database.ts";
import { workspaceAt } from "../../../loaders/workspace.ts";
import { briefingDocument } from "../../../pipelines/briefing/docx/document.ts";
import { defaultStyle } from "../../../pipelines/briefing/house-style.ts";
import { provedBriefing, provedProjectBriefing } from "../../../pipelines/briefing/read.ts";
import { type AskedScope, scopeAsked, scopesOf } from "../../../pipelines/briefing/scope.ts";
import { runModels } from "../../../pipelines/transform.ts";
import { compute, jixiao } from "../../cli/workspace.ts";
import { addForms, emptyWarehouse, type MadeForm } from "../warehouse.ts";
import { HAS_LIBREOFFICE, pagesOf, printed } from "./libreoffice.ts";

const SOURCES = fileURLToPath(new URL("../../../data/sources/2024", import.meta.url));
const MOST_PAGES = 3;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jixiao-length-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Writes briefings as documents; a name each. */
async function write(
  warehouse: string,
  name: string,
  asked: Record<string, AskedScope>,
  project?: string,
): Promise<string[]> {
  const { connection, close } = await openDatabase(warehouse, { readOnly: true });
  const style = await defaultStyle();
  const files: string[] = [];
  try {
    const scopes = await scopesOf(connection);
    for (const [level, scope] of Object.entries(asked)) {
      const { briefing } = await provedBriefing(connection, scopeAsked(scopes, scope), style);
      files.push(join(folder, `${name}-${level}.docx`));
      await writeFile(files.at(-1)!, await briefingDocument(briefing, style));
    }
    if (project !== undefined) {
      const [unit, asked] = project.split("/");
      const { briefing } = await provedProjectBriefing(connection, { unit: unit!, project: asked! }, style);
      files.push(join(folder, `${name}-project.docx`));
      await writeFile(files.at(-1)!, await briefingDocument(briefing, style));
    }
    return files;
  } finally {
    close();
  }
}

describe.skipIf(!HAS_LIBREOFFICE)("as LibreOffice prints them", () => {
  it("the briefings of the published document and of a made district have one to three pages", async () => {
    const published = workspaceAt(join(folder, "published"));
    await cp(SOURCES, join(published.sources, "2024"), { recursive: true });
    await compute(published);
    const made = workspaceAt(join(folder, "made"));
    const { code, stderr } = await jixiao([
      "demo",
      "--to",
      made.root,
      "--forms",
      "150",
      "--years",
      "2022-2024",
    ]);
    expect(code, stderr).toBe(0);
    await compute(made);
    const files = [
      ...(await write(published.warehouse, "published", {
        year: {},
        department: { department: "中共上海市嘉定区委组织部" },
        unit: { unit: "上海国际汽车城海外高层次人才创新创业服务中心" },
      })),
      ...(await write(
        made.warehouse,
        "made",
        {
          year: {},
          department: { department: "云溪市岚桥区农业农村局" },
          unit: { unit: "云溪市岚桥区农业技术推广站" },
        },
        "云溪市岚桥区农业农村局/新型职业农民培育",
      )),
    ];
    const pdfs = await printed(...files);
    expect(pdfs).toHaveLength(files.length);
    for (const pdf of pdfs) {
      const pages = await pagesOf(join(folder, pdf));
      expect(pages, pdf).toBeGreaterThanOrEqual(1);
      expect(pages, pdf).toBeLessThanOrEqual(MOST_PAGES);
    }
  }, 240_000);

  it("names of the greatest length keep to three pages, too", async () => {
    const department = `云溪市${"综合管理".repeat(9)}局`;
    const forms = ["一", "二", "三"].map((n, index): MadeForm => {
      const names = {
        unit: `云溪市${"事业服务".repeat(9)}${n}站`,
        project: `${"治理提升".repeat(9)}${n}期经费`,
      };
      return {
        ...names,
        department,
        funding: { total: ["10", "90", `${20 + 30 * index}`], other_funds: ["0", "20", "2"] },
      };
    });
    const connection = await emptyWarehouse();
    await addForms(connection, forms);
    await runModels(connection);
    const style = await defaultStyle();
    const files: string[] = [];
    for (const scope of (await scopesOf(connection)).slice(0, 3)) {
      const { briefing } = await provedBriefing(connection, scope, style);
      files.push(join(folder, `long-${scope.level}.docx`));
      await writeFile(files.at(-1)!, await briefingDocument(briefing, style));
    }
    connection.closeSync();
    await printed(...files);
    for (const file of files) {
      const pages = await pagesOf(file.replace(/docx$/, "pdf"));
      expect(pages, file).toBeLessThanOrEqual(MOST_PAGES);
    }
  }, 120_000);
});
