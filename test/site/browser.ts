/** A real browser on a built site, and everything that it complained of. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import chromium from "@sparticuz/chromium";
import { type Browser, type BrowserContext, type Page, chromium as playwright } from "playwright-core";
import sirv from "sirv";
import { CONTENT_SECURITY_POLICY } from "../../src/cli/site/content-security-policy.ts";

/** Each page in a process of its own: what the package proposes for its first home is one process for all. */
const UNWANTED = ["--single-process", "--no-zygote"];

/** Starts the browser that comes as a package. */
export async function startBrowser(): Promise<Browser> {
  chromium.setGraphicsMode = false;
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((arg) => !UNWANTED.includes(arg)),
  });
}

export interface ServedSite {
  /** The address of the site's root, with its prefix and a slash. */
  root: string;
  close(): void;
}

/** Serves plain files below a prefix, as a web server does that has other sites as well and trusts none of them. */
export async function serve(folder: string, prefix = "/"): Promise<ServedSite> {
  // Names of files hold a hash of their content, all but the pages': what was fetched once need not be again.
  const files = sirv(folder, {
    setHeaders(response, path) {
      response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
      if (!path.endsWith(".html")) response.setHeader("Cache-Control", "max-age=3600, immutable");
    },
  });
  const server = createServer((request, response) => {
    const notFound = () => {
      response.statusCode = 404;
      response.end();
    };
    if (!request.url?.startsWith(prefix)) return notFound();
    request.url = request.url.slice(prefix.length - 1);
    files(request, response, notFound);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    root: `http://127.0.0.1:${port}${prefix}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

export interface Visit {
  page: Page;
  /** Messages of the console, errors of scripts, requests that failed or left the origin. */
  problems: string[];
}

/** Opens an address of a site in a tab of its own and waits until all of it stands. */
export async function visit(context: BrowserContext, site: ServedSite, path: string): Promise<Visit> {
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("requestfailed", (request) => problems.push(`failed: ${request.url()}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(site.root) && !url.startsWith("data:")) problems.push(`left the site: ${url}`);
  });
  await page.goto(new URL(path, site.root).href);
  await page.waitForSelector("h1");
  await page.waitForSelector(".provenance");
  // The title stands in the page before anything is loaded; whatever waits for data has it when this is gone.
  await page.waitForFunction(() => document.querySelector("observablehq-loading") === null);
  return { page, problems };
}

/** Text with plain spaces, as one compares it. */
export function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Visible text of what a selector finds. */
export async function textsOf(page: Page, selector: string): Promise<string[]> {
  return (await page.locator(selector).allInnerTexts()).map(plain);
}
