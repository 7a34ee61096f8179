import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesOf, flaws, manifestOf } from "../folders.ts";
import { invalid } from "../schema.ts";
import { folder, SCRATCH } from "../scratch.ts";
import { fedseal } from "./fedseal.ts";

test.each(["@module-federation/vite", "vite-plugin-federation"])("a build of Vite with %s", (plugin) => {
  const root = folder(SCRATCH);
  cpSync(join(import.meta.dirname, "../bundlers/app"), root, { recursive: true });
  writeFileSync(join(root, "index.html"), '<script type="module" src="/version.js"></script>');
  const { VITEST, NODE_ENV, ...env } = process.env;
  const built = spawnSync(process.execPath, [join(import.meta.dirname, "vite-build.mjs"), plugin], {
    cwd: root,
    encoding: "utf8",
    env,
  });
  expect(built.status, built.stderr).toBe(0);
  const dist = join(root, "dist");
  const sealed = fedseal(root, "seal", "dist");
  expect(sealed.status, sealed.stdout).toBe(0);
  const manifest = manifestOf(dist);
  // @module-federation/vite names an SSR entry in every manifest, also where only the pages are built: it stays unsealed.
  const { ssrRemoteEntry } = manifest.metaData;
  if (!filesOf(dist).includes(ssrRemoteEntry.name)) {
    expect(sealed.stdout).not.toContain("warning");
    expect(ssrRemoteEntry.integrity).toBeUndefined();
    delete manifest.metaData.ssrRemoteEntry;
  }
  expect(flaws(dist, { manifest })).toEqual([]);
  expect(invalid(manifest)).toEqual([]);
  expect(fedseal(root, "verify", "dist").status).toBe(0);
  appendFileSync(join(dist, "remoteEntry.js"), " ");
  const ran = fedseal(root, "verify", "dist");
  expect(ran.status).toBe(1);
  expect(ran.stdout).toContain("error[integrity/drift]: remoteEntry.js");
});
