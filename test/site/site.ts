/** What the suites look at: a built site of invented forms, its warehouse, and a browser. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { BrowserContext } from "playwright-core";
import { openDatabase } from "../../loaders/warehouse/database.ts";
import { type ServedSite, serve, startBrowser, type Visit, visit } from "./browser.ts";
import { buildSite } from "./build-site.ts";
import { DOCUMENTS, ONE_FORM } from "./made-forms.ts";
import { makeWarehouse } from "./made-warehouse.ts";

export interface Site {
  warehouse: DuckDBConnection;
  /** Warehouses of which no site is built: without forms, and with a single one. */
  empty: string;
  single: string;
  served: ServedSite;
  context: BrowserContext;
  /** Opens a page in a tab of its own, to be closed by who asked for it. */
  open(path: string): Promise<Visit>;
  close(): Promise<void>;
}

/** Below a prefix, since a site must not depend on being a server's only one. */
const PREFIX = "/offices/finance/";

/** Builds and serves the site, and starts the browser. */
export async function startSite(): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), "jixiao-site-"));
  const [many, empty, single] = ["many", "empty", "single"].map((name) => join(folder, `${name}.duckdb`)) as [
    string,
    string,
    string,
  ];
  await makeWarehouse(many, DOCUMENTS);
  await makeWarehouse(empty, []);
  await makeWarehouse(single, ONE_FORM);
  const [dist, browser] = await Promise.all([buildSite(many, join(folder, "pages")), startBrowser()]);
  const database = await openDatabase(many, { readOnly: true });
  const served = await serve(dist, PREFIX);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  return {
    ...{ warehouse: database.connection, empty, single, served, context },
    open: (path) => visit(context, served, path),
    async close() {
      await browser.close();
      served.close();
      database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
