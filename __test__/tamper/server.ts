import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

/** What a request gets in place of the file. */
export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: Buffer | string;
}

/** Changes what is served: the path, the file's bytes, and which request for that path this is (1 is the first). */
export type Tamper = (
  path: string,
  body: Buffer | undefined,
  nth: number,
  request: IncomingMessage,
) => Answer | undefined;

const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
};

/** A static server on a free port of the loopback interface that writes down every request. */
export class FileServer {
  readonly #server: Server;
  readonly #log: string[] = [];
  readonly #counts = new Map<string, number>();
  /** First path segment → folder. */
  readonly folders = new Map<string, string>();
  /** Headers of every answer. */
  headers: Record<string, string> = {};
  tamper: Tamper | undefined;
  bytes = 0;

  constructor() {
    this.#server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? "/", "http://localhost");
      const path = decodeURIComponent(pathname);
      const nth = (this.#counts.get(path) ?? 0) + 1;
      this.#counts.set(path, nth);
      if (path !== "/favicon.ico") this.#log.push(`${request.method} ${path}`);
      const body = this.#read(path);
      const answer = this.tamper?.(path, body, nth, request);
      const sent = answer?.body ?? body;
      const status = answer?.status ?? (sent !== undefined ? 200 : path === "/favicon.ico" ? 204 : 404);
      response.writeHead(status, {
        "content-type": TYPES[extname(path.endsWith("/") ? "index.html" : path)] ?? "application/octet-stream",
        "access-control-allow-origin": "*",
        "cache-control": "no-store",
        ...this.headers,
        ...answer?.headers,
      });
      this.bytes += sent?.length ?? 0;
      response.end(sent ?? "not found");
    });
  }

  #read(path: string): Buffer | undefined {
    const [, name = "", ...rest] = path.split("/");
    const folder = this.folders.get(name);
    if (!folder || rest.includes("..")) return undefined;
    try {
      return readFileSync(join(folder, rest.join("/") || "index.html"));
    } catch {
      // Served as 404.
      return undefined;
    }
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Forgets requests. */
  forget(): void {
    this.#log.length = 0;
    this.#counts.clear();
  }

  /** Forgets requests and tampering. */
  reset(): void {
    this.forget();
    this.tamper = undefined;
    this.headers = {};
    this.bytes = 0;
  }

  get requests(): readonly string[] {
    return this.#log;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
