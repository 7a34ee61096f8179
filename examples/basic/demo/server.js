import { createServer } from "node:http";
import { extname } from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
};

/** A server on a free port of this machine alone. */
export class Server {
  #server;

  /** @param {(request: import("node:http").IncomingMessage, path: string) => Promise<Answer | undefined> | Answer | undefined} answer */
  constructor(answer) {
    this.#server = createServer(async (request, response) => {
      try {
        // Other sites' pages reach this port too, by a name that they let point here: those are not for us.
        const known = request.headers.host === new URL(this.origin).host;
        const path = new URL(request.url, this.origin).pathname.slice(1);
        const { status = 200, type = "", headers, body } = (known && (await answer(request, path))) || NOT_FOUND;
        response.writeHead(status, {
          "content-type": TYPES[type] ?? "text/plain",
          "cache-control": "no-store",
          ...headers,
        });
        response.end(body);
      } catch (error) {
        response.writeHead(400, { "content-type": "text/plain" }).end(String(error));
      }
    });
  }

  async start() {
    await new Promise((resolve, reject) => this.#server.once("error", reject).listen(0, "127.0.0.1", resolve));
    return this;
  }

  get origin() {
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  async stop() {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }
}

/** @typedef {{ status?: number, type?: string, headers?: Record<string, string>, body: string | Buffer }} Answer */

/** @type {Answer} */
const NOT_FOUND = { status: 404, body: "not found" };

/**
 * A file of a folder that was read; a folder is answered with its page.
 *
 * @param {Map<string, Buffer>} files
 * @param {string} path
 * @returns {Answer | undefined}
 */
export function fileOf(files, path) {
  const name = path === "" ? "index.html" : path;
  const body = files.get(name);
  return body && { type: extname(name), body };
}

/** @returns {Answer} */
export function json(value, status = 200) {
  return { status, type: ".json", body: JSON.stringify(value) };
}
