/**
 * Serving the finished site to browsers on this computer, and to no other.
 */
import { createServer } from "node:http";
import getPort, { portNumbers } from "get-port";
import sirv from "sirv";
import { messageOf, Problem } from "../../../loaders/problem.ts";
import { CONTENT_SECURITY_POLICY } from "./content-security-policy.ts";

export interface SiteServer {
  address: string;
  port: number;
  close(): void;
}

const HOST = "127.0.0.1";
/** How many ports after the wanted one are tried before any free one is taken. */
const NEXT_PORTS = 100;
/** Ports below belong to the system. */
export const FIRST_PORT = 1024;
export const LAST_PORT = 65535;

/** Serves a folder on the wanted port or, when that is taken, on the next free one. */
export async function serveSite(folder: string, wanted: number): Promise<SiteServer> {
  const files = sirv(folder, {
    // Looks at the disk at each request: a site that is built anew shows with the next reload.
    dev: true,
    etag: true,
    setHeaders: (response) => response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY),
    onNoMatch(_request, response) {
      response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" });
      response.end("没有这个页面");
    },
  });
  const server = createServer((request, response) => files(request, response));
  const port = await getPort({ port: candidates(wanted), host: HOST });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, resolve);
  }).catch((error) => {
    const message = `不能在端口 ${port} 打开网站：${messageOf(error)}`;
    throw new Problem("failed", message, "请用 --port 另选一个端口。", error);
  });
  return {
    address: `http://${HOST}:${port}/`,
    port,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function candidates(wanted: number): Iterable<number> {
  return wanted === LAST_PORT ? [wanted] : portNumbers(wanted, Math.min(wanted + NEXT_PORTS, LAST_PORT));
}
