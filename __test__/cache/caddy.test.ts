import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { signBytes, signingInputs, writeCarriers } from "@fedseal/binding";
import { afterEach, describe, expect, test } from "vitest";
import { fedseal } from "../commands/fedseal.ts";
import { testKey } from "../signing/produce.ts";
import { folderTarget, gate, type Release, release } from "./release.ts";

/** The real Caddy with what `fedseal headers` writes. */

const caddy = process.env.FEDSEAL_CADDY;

const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) {
    const ended = new Promise((done) => child.once("exit", done));
    child.kill("SIGTERM");
    await ended;
  }
});

/** Runs Caddy over a release with a site block. */
async function run({ dir, dist }: Release, site: string): Promise<string> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  writeFileSync(
    join(dir, "Caddyfile"),
    `{\n  admin off\n  auto_https off\n}\nhttp://127.0.0.1:${port} {\n  root * ${dist}\n${site}\n  encode gzip\n  file_server\n}\n`,
  );
  const env = { ...process.env, HOME: dir, XDG_DATA_HOME: dir, XDG_CONFIG_HOME: dir };
  const child = spawn(caddy ?? "caddy", ["run", "--config", join(dir, "Caddyfile"), "--adapter", "caddyfile"], { env });
  children.push(child);
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) throw new Error(said);
    const isOpen = await new Promise<boolean>((done) => {
      const socket = connect(port, "127.0.0.1");
      socket.once("connect", () => {
        socket.destroy();
        done(true);
      });
      socket.once("error", () => done(false));
    });
    if (isOpen) return `http://127.0.0.1:${port}/`;
    await sleep(50);
  }
  throw new Error(`Caddy does not answer: ${said}`);
}

function generate({ dir, dist }: Release, ...args: string[]): string {
  const ran = fedseal(dir, "headers", "--for", "caddy", ...args, dist);
  if (ran.status !== 0) throw new Error(ran.stderr);
  return ran.stdout;
}

const CLEAN = { diagnostics: [], unchecked: [], rules: [] };

describe.skipIf(caddy === "none")("what `fedseal headers --for caddy` writes", () => {
  test("sends the signatures of a manifest with the manifest, and with nothing else", async () => {
    const made = await release();
    const signed = join(made.dist, "mf-manifest.json");
    // What `fedseal sign` writes is tested with it; here any signature does, over the bytes that are there.
    const { privateJwk, publicJwk } = testKey(1);
    const bytes = readFileSync(signed);
    const statement = { remote: "shop", release: "1", origin: "https://cdn.example", seq: 1, iat: 1, exp: 2 };
    const inputs = signingInputs(bytes, statement, publicJwk);
    const [sidecar, headers] = [inputs.sidecar, inputs.headers].map((one) =>
      signBytes(privateJwk, one ?? Buffer.alloc(0)),
    );
    const carriers = writeCarriers(bytes, [
      { statement, publicJwk, sidecar: sidecar ?? bytes, ...(headers && { headers }) },
    ]);
    writeFileSync(`${signed}.sig.headers`, carriers.headers ?? "");
    const origin = await run(made, generate(made));
    const wanted = JSON.parse(readFileSync(`${signed}.sig.headers`, "utf8")) as Record<string, string>;
    const [manifest, entry] = await Promise.all(
      ["mf-manifest.json", "remoteEntry.js"].map((file) => fetch(origin + file)),
    );
    for (const [name, value] of Object.entries(wanted)) {
      expect(manifest?.headers.get(name)).toBe(value);
      expect(entry?.headers.get(name)).toBeNull();
    }
    expect(Object.keys(wanted)).toHaveLength(3);
  });

  test("is clean, beside a fallback for pages", async () => {
    const made = await release({ files: { "static/js/ünï côdé.js": "1", "static/js/(1)+2.js": "2" } });
    const fallback = "  try_files {path} /index.html\n";
    const origin = await run(made, generate(made) + fallback);
    expect(await gate(made.dir, [folderTarget(made.dist)], { origin })).toEqual(CLEAN);
    const without = await run(made, fallback);
    expect((await gate(made.dir, [folderTarget(made.dist)], { origin: without })).rules).toEqual(
      expect.arrayContaining(["cache/missing-header", "serve/fallback-for-missing-file", "serve/missing-cors"]),
    );
  });

  test("refuses names that it cannot write", async () => {
    const made = await release({ files: { "static/js/[id].js": "1" } });
    const ran = fedseal(made.dir, "headers", "--for", "caddy", "dist");
    expect([ran.status, ran.stdout]).toEqual([2, ""]);
    expect(ran.stderr).toContain(
      "dist: static/js/[id].js has a character in its name that a Caddyfile takes for syntax",
    );
  });

  test("is clean for several shells", async () => {
    const made = await release();
    const shells = ["https://a.example", "https://b.example"];
    const origin = await run(made, generate(made, ...shells.flatMap((shell) => ["--origin", shell])));
    const target = [folderTarget(made.dist)];
    expect(await gate(made.dir, target, { origin, shells })).toEqual(CLEAN);
    expect((await gate(made.dir, target, { origin, shells: ["https://c.example"] })).rules).toEqual([
      "serve/missing-cors",
    ]);
  });
});
