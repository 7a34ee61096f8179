import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, read } from "./build.js";
import { fileOf, json, Server } from "./server.js";
import { CHOICES, tamper } from "./tamper.js";

/**
 * One remote, deployed on an origin of its own, and two hosts of it side by side on another: one stock, one with fedseal.
 * What the remote's server sends can be tampered with:
 *
 * - `GET /api/tamper`: what can be chosen, what is chosen, and which files that changes
 * - `PUT /api/tamper` with `{"choice": "<id>"}`: tampers
 * - `DELETE /api/tamper`: serves the real files again
 */
export async function start() {
  /** @type {Record<string, { remote: Map<string, Buffer>, host: Map<string, Buffer>, changed: Map<string, Buffer> }>} */
  const sides = {};
  let active = null;

  const remotes = await new Server((_request, path) => {
    const [, name, file] = /^(\w+)\/(.+)$/.exec(path) ?? [];
    if (!Object.hasOwn(sides, name ?? "")) return undefined;
    const answer = fileOf(sides[name].changed, file) ?? fileOf(sides[name].remote, file);
    // Without it, no page of another origin could compare hashes.
    return answer && { ...answer, headers: { "access-control-allow-origin": "*" } };
  }).start();

  const state = () => ({
    active,
    choices: CHOICES.map(({ id, title, text, lazy = false }) => ({ id, title, text, lazy })),
    sides: Object.fromEntries(
      Object.entries(sides).map(([name, { changed }]) => [
        name,
        { host: `/${name}/`, remote: `${remotes.origin}/${name}/`, files: [...changed.keys()] },
      ]),
    ),
  });
  const choose = (id) => {
    active = id;
    for (const side of Object.values(sides)) side.changed = id === null ? new Map() : tamper(id, side.remote);
    return json(state());
  };
  const api = async (request) => {
    if (request.method === "GET") return json(state());
    if (request.method === "DELETE") return choose(null);
    if (request.method !== "PUT") return json({ error: "GET, PUT or DELETE" }, 405);
    let body = "";
    for await (const part of request) {
      body += part;
      if (body.length > 1000) return json({ error: "too long" }, 413);
    }
    const { choice } = JSON.parse(body);
    return CHOICES.some(({ id }) => id === choice) ? choose(choice) : json({ error: "no such choice" }, 400);
  };

  const page = read(join(import.meta.dirname, "page"));
  const hosts = await new Server((request, path) => {
    if (path === "api/tamper") return api(request);
    const [, name, file] = /^(stock|sealed)\/(.*)$/.exec(path) ?? [];
    if (!name) return fileOf(page, path);
    const answer = fileOf(sides[name].host, file);
    // No script without a hash, also none that a redirect or a preload brings.
    const policy = name === "sealed" ? { "integrity-policy": "blocked-destinations=(script)" } : {};
    return answer && { ...answer, headers: policy };
  }).start();

  const stop = async () => {
    await Promise.all([remotes.stop(), hosts.stop()]);
  };
  // A folder of its own for every run: the hosts contain the port that the remote got this time.
  const out = mkdtempSync(join(tmpdir(), "fedseal-demo-"));
  try {
    await build(out, remotes.origin);
    for (const name of ["stock", "sealed"]) {
      const [remote, host] = [read(join(out, name, "remote")), read(join(out, name, "host"))];
      sides[name] = { remote, host, changed: new Map() };
    }
  } catch (error) {
    await stop();
    throw error;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
  return { url: `${hosts.origin}/`, stop };
}

/** Serves until Ctrl-C, or until the process is asked to end. */
export async function serve() {
  const interrupted = new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, resolve);
  });
  const { url, stop } = await start();
  console.log(`Open ${url} in a browser: tamper with a file, and see what two hosts make of it. Ctrl-C ends.`);
  await interrupted;
  await stop();
}
