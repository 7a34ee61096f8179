import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll } from "vitest";

/** Servers for commands that ask servers. */

const servers: ReturnType<typeof createServer>[] = [];
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

/** Serves what a listener answers, on a free port. */
export async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export interface FolderServer {
  url: string;
  /** Paths that were asked for. */
  asked: string[];
  /** Path → listener in place of the file. */
  instead: Map<string, RequestListener>;
}

/** Serves a folder; what is not there is 404. */
export async function serveFolder(dir: string): Promise<FolderServer> {
  const asked: string[] = [];
  const instead = new Map<string, RequestListener>();
  const url = await listen((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname);
    asked.push(path);
    const other = instead.get(path);
    if (other) return other(request, response);
    const file = join(dir, path);
    if (existsSync(file) && statSync(file).isFile()) response.end(readFileSync(file));
    else response.writeHead(404).end();
  });
  return { url, asked, instead };
}
