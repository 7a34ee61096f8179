import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, HOSTS, read } from "./build.js";
import { fileOf, json, Server } from "./server.js";
import { CHOICES, tamper } from "./tamper.js";

/**
 * One remote, deployed on an origin of its own without fedseal and with it, and three hosts side by side on another: one stock,
 * one with fedseal, one with fedseal that knows the key of whoever signs the remote.
 * What the remote's server sends can be tampered with:
 *
 * - `GET /api/tamper`: what can be chosen, what is chosen, and which files that changes
 * - `PUT /api/tamper` with `{"choice": "<id>"}`: tampers
 * - `DELETE /api/tamper`: serves the real files again
 */
export async function start() {
  /** @type {Record<string, { real: Map<string, Buffer>, changed: Map<string, Buffer> }>} */
  const deployed = {};
  /** @type {Record<string, Map<string, Buffer>>} */
  const pages = {};
  let active = null;

  const remotes = await new Server((_request, path) => {
    const [, name, file] = /^(\w+)\/(.+)$/.exec(path) ?? [];
    if (!Object.hasOwn(deployed, name ?? "")) return undefined;
    const answer = fileOf(deployed[name].changed, file) ?? fileOf(deployed[name].real, file);
    // Without it, no page of another origin could compare hashes.
    return answer && { ...answer, headers: { "access-control-allow-origin": "*" } };
  }).start();

  const state = () => ({
    active,
    choices: CHOICES.map(({ id, title, text, lazy = false }) => ({ id, title, text, lazy })),
    sides: Object.fromEntries(
      Object.entries(HOSTS).map(([name, remote]) => [
        name,
        { host: `/${name}/`, remote: `${remotes.origin}/${remote}/`, files: [...deployed[remote].changed.keys()] },
      ]),
    ),
  });
  const choose = (id) => {
    active = id;
    for (const one of Object.values(deployed)) one.changed = id === null ? new Map() : tamper(id, one.real);
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
    const [, name, file] = /^(\w+)\/(.*)$/.exec(path) ?? [];
    if (!Object.hasOwn(pages, name ?? "")) return fileOf(page, path);
    const answer = fileOf(pages[name], file);
    // No script without a hash, also none that a redirect or a preload brings.
    const policy = name !== "stock" ? { "integrity-policy": "blocked-destinations=(script)" } : {};
    return answer && { ...answer, headers: policy };
  }).start();

  const stop = async () => {
    await Promise.all([remotes.stop(), hosts.stop()]);
  };
  // A folder of its own for every run: the hosts contain the port that the remote got this time.
  const out = mkdtempSync(join(tmpdir(), "fedseal-demo-"));
  try {
    await build(out, remotes.origin);
    for (const name of new Set(Object.values(HOSTS))) {
      deployed[name] = { real: read(join(out, name, "remote")), changed: new Map() };
    }
    for (const name of Object.keys(HOSTS)) pages[name] = read(join(out, name, "host"));
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
  console.log(`Open ${url} in a browser: tamper with a file, and see what three hosts make of it. Ctrl-C ends.`);
  await interrupted;
  await stop();
}
