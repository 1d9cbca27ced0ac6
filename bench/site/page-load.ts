/** A page in a real browser with nothing in its cache: what comes over the wire, and when the answer stands. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";

export interface PageLoad {
  /** Of everything that was fetched until the page was quiet, with headers, compressed. */
  bytes: number;
  requests: number;
  /** From the start of navigation until the answer was in the page. */
  milliseconds: number;
  /** Until the last request had its answer. */
  quiet: number;
}

export interface CompressedSite {
  root: string;
  close(): void;
}

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** Serves a folder with gzip, as web servers in offices are set up; what was compressed once is kept. */
export async function serveCompressed(folder: string): Promise<CompressedSite> {
  const compressed = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = join(
      folder,
      decodeURIComponent(pathname.endsWith("/") ? `${pathname}index.html` : pathname),
    );
    try {
      const body = compressed.get(path) ?? gzipSync(await readFile(path));
      compressed.set(path, body);
      const type = TYPES[extname(path)] ?? "application/octet-stream";
      response.writeHead(200, { "Content-Type": type, "Content-Encoding": "gzip" });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    root: `http://127.0.0.1:${port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Opens an address once, in a context of its own; `answer` selects the element that holds the answer. */
export async function loadPage(browser: Browser, address: string, answer: string): Promise<PageLoad> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    let bytes = 0;
    let requests = 0;
    session.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
      requests += 1;
    });
    // As text: what a compiler adds to a function is not there in the page.
    await page.addInitScript({
      content: `(function note() {
        const answer = document.querySelector(${JSON.stringify(answer)});
        if (answer?.textContent.trim() && answer.checkVisibility()) window.answeredAt = performance.now();
        else requestAnimationFrame(note);
      })()`,
    });
    await page.goto(address);
    await page.waitForFunction(() => "answeredAt" in window);
    await page.waitForLoadState("networkidle");
    const [milliseconds, quiet] = await page.evaluate(() => {
      const ends = performance.getEntriesByType("resource").map((entry) => entry.startTime + entry.duration);
      return [(window as unknown as { answeredAt: number }).answeredAt, Math.max(0, ...ends)] as const;
    });
    return { bytes, requests, milliseconds, quiet };
  } finally {
    await context.close();
  }
}
