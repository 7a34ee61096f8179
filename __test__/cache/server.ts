import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach } from "vitest";

/** A static server as it should be, and what a test changes in it. */

export const IMMUTABLE = "public, max-age=31536000, immutable";

/** An answer before it is sent. */
export interface Draft {
  status: number;
  headers: Record<string, string | string[]>;
  body: Buffer;
}

/** Changes an answer, or takes the response over by returning false. */
export type Change = (path: string, draft: Draft, request: IncomingMessage, response: ServerResponse) => unknown;

const TYPES: Record<string, string> = {
  js: "text/javascript",
  css: "text/css",
  json: "application/json",
  html: "text/html",
};

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** Serves a folder on a free port until the test ends. */
export async function serve(dist: string | (() => string), change: Change = () => undefined): Promise<string> {
  return listening((request, response) => {
    const folder = typeof dist === "string" ? dist : dist();
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const draft = draftOf(folder, path, request);
    if (change(path, draft, request, response) === false) return;
    const tag = request.headers["if-none-match"];
    if (draft.status === 200 && tag !== undefined && tag === draft.headers.etag) {
      response.writeHead(304, draft.headers).end();
    } else response.writeHead(draft.status, draft.headers).end(request.method === "HEAD" ? "" : draft.body);
  });
}

/** Any handler on a free port. */
export async function listening(
  handler: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer(handler);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  closers.push(
    () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function draftOf(folder: string, path: string, request: IncomingMessage): Draft {
  const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
  const common = { "access-control-allow-origin": "*", "x-content-type-options": "nosniff", vary: "Accept-Encoding" };
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    return { status: 404, headers: { ...common, "content-type": "text/plain" }, body: Buffer.from("not found") };
  }
  const bytes = readFileSync(file);
  const isZipped = /\bgzip\b/.test(String(request.headers["accept-encoding"]));
  const etag = `"${createHash("md5").update(bytes).digest("hex")}"`;
  const isHashed = /\.[0-9a-f]{8}\.(js|css)$/.test(file);
  return {
    status: 200,
    headers: {
      ...common,
      etag,
      "content-type": TYPES[file.split(".").at(-1) ?? ""] ?? "application/octet-stream",
      "cache-control": isHashed ? IMMUTABLE : "no-cache",
      ...(isZipped && { "content-encoding": "gzip" }),
    },
    body: isZipped ? gzipSync(bytes) : bytes,
  };
}
