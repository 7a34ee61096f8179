import { spawnSync } from "node:child_process";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { build, folder, PRODUCERS, remote, SCRATCH } from "../bundlers/producers.ts";
import { fedseal } from "../commands/fedseal.ts";
import { gate } from "./release.ts";
import { IMMUTABLE, serve } from "./server.ts";

/** Remotes as bundlers write them, from the build to a server: nothing is found where nothing is wrong. */

const CLEAN = { diagnostics: [], unchecked: [], rules: [] };
const target = (path: string) => ({ kind: "folder" as const, name: "dist", path });

/** What people write by hand: a year for the folders of the chunks. */
const byFolder = (chunks: RegExp) => (dist: string) =>
  serve(dist, (path, draft) => {
    if (draft.status === 200) draft.headers["cache-control"] = chunks.test(path) ? IMMUTABLE : "no-cache";
  });

describe.each(PRODUCERS)("%s", (producer) => {
  test("is clean with the usual headers, and with what `fedseal headers` writes", async () => {
    const dist = folder();
    const built = await build(producer, remote(producer, { out: dist }));
    expect(built.errors).toEqual([]);
    const origin = await byFolder(/^\/static\//)(dist);
    expect(await gate(dist, [target(dist)], { origin })).toEqual(CLEAN);
    const conf = fedseal(dist, "headers", "--for", "nginx", ".");
    expect(conf.status, conf.stderr).toBe(0);
    const dir = folder();
    writeFileSync(join(dir, "site.conf"), conf.stdout);
    if (process.env.FEDSEAL_NGINX === "none") return;
    expect(await gate(dir, [target(dist)], { nginx: { file: "site.conf" } })).toEqual(CLEAN);
  });
});

test("a build of Vite: its names are verified by the release before", async () => {
  const builds: string[] = [];
  for (const version of ["1", "2"]) {
    const root = folder(SCRATCH);
    cpSync(join(import.meta.dirname, "../bundlers/app"), root, { recursive: true });
    writeFileSync(join(root, "index.html"), '<script type="module" src="/version.js"></script>');
    writeFileSync(join(root, "lazier.js"), `export default "lazier ${version}";\n`);
    const { VITEST, NODE_ENV, ...env } = process.env;
    const script = join(import.meta.dirname, "../commands/vite-build.mjs");
    const built = spawnSync(process.execPath, [script, "@module-federation/vite"], {
      cwd: root,
      encoding: "utf8",
      env,
    });
    expect(built.status, built.stderr).toBe(0);
    const dist = join(root, "dist");
    expect(fedseal(root, "seal", "dist").status).toBe(0);
    builds.push(dist);
  }
  const [old = "", now = ""] = builds;
  const origin = await byFolder(/^\/assets\//)(now);
  const alone = await gate(now, [target(now)], { origin });
  expect(alone.rules).toEqual(["cache/unverified-hash?"]);
  const said = await gate(now, [target(now)], { origin, previous: join(old, "mf-manifest.json") });
  expect(said.rules).toEqual(["serve/previous-release-gone"]);
  expect(said.diagnostics[0]?.message).toMatch(
    /^assets\/Button-.{8}\.js, .*: of the previous release, answered with 404$/,
  );
});
