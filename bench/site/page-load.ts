/** A page in a real browser with nothing in its cache: what comes over the wire, and when the answer stands. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import sirv from "sirv";

export interface PageLoad {
  /** Of everything that was fetched until the page was quiet, with headers, compressed. */
  bytes: number;
  requests: number;
  /** From the start of navigation until the answer was in the page. */
  milliseconds: number;
}

export interface CompressedSite {
  root: string;
  close(): void;
}

/** Serves a folder with gzip, as web servers in offices are set up. */
export async function serveCompressed(folder: string): Promise<CompressedSite> {
  const compressed = new Map<string, Buffer>();
  const files = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    const { end } = response;
    response.write = (chunk: unknown) => {
      parts.push(Buffer.from(chunk as Uint8Array));
      return true;
    };
    response.end = ((chunk?: unknown) => {
      if (chunk) parts.push(Buffer.from(chunk as Uint8Array));
      const key = request.url ?? "";
      const body = compressed.get(key) ?? gzipSync(Buffer.concat(parts), { level: 6 });
      compressed.set(key, body);
      response.removeHeader("Content-Length");
      return end.call(response, body, "utf8");
    }) as typeof response.end;
    response.setHeader("Content-Encoding", "gzip");
    const { writeHead } = response;
    response.writeHead = ((status: number, headers: Record<string, string>) => {
      const { "Content-Length": _, ...others } = headers ?? {};
      return writeHead.call(response, status, others);
    }) as typeof response.writeHead;
    files(request, response, () => {
      response.statusCode = 404;
      response.end("");
    });
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
    await page.addInitScript((selector) => {
      const note = () => {
        const found = document.querySelector(selector);
        if (found?.textContent?.trim()) Object.assign(window, { answeredAt: performance.now() });
        else requestAnimationFrame(note);
      };
      note();
    }, answer);
    await page.goto(address);
    await page.waitForFunction(() => "answeredAt" in window);
    await page.waitForLoadState("networkidle");
    const milliseconds = await page.evaluate(() => (window as unknown as { answeredAt: number }).answeredAt);
    return { bytes, requests, milliseconds };
  } finally {
    await context.close();
  }
}
