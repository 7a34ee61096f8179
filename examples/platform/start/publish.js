import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "../build/build.js";
import admin from "../remotes/admin/rspack.config.js";
import designSystem from "../remotes/design-system/rspack.config.js";
import reports from "../remotes/reports/rspack.config.js";

const REMOTES = { admin, reports, design_system: designSystem };
const FEDSEAL = fileURLToPath(new URL("bin/fedseal.js", import.meta.resolve("fedseal/package.json")));

/**
 * A team's pipeline: builds a release of a remote, signs it, and puts it where the CDN serves it.
 *
 * @param {{ remote: keyof typeof REMOTES, release: string, cdn: { url: string, folder: string }, key: string,
 *   exposes?: Record<string, string> }} options `key`: file of the private JWK
 * @returns {Promise<import("@fedseal/fastify").Release>} what goes into the state of rollouts
 */
export async function publish({ remote, release, cdn, key, exposes }) {
  const out = join(cdn.folder, remote, release);
  // What is published stays as it is: pages that are open go on with it.
  if (existsSync(out)) throw new Error(`${remote} ${release} is published already; give the next one another name`);
  const seq = Math.floor(Date.now() / 1000);
  await build(REMOTES[remote]({ out, release, key, origin: cdn.url, seq, ...(exposes && { exposes }) }));
  const manifest = await readFile(join(out, "mf-manifest.json"));
  const integrity = `sha384-${createHash("sha384").update(manifest).digest("base64")}`;
  // The file has the name of its key. A browser that had a newer release refuses this one, unless the release set lets it go back.
  const floors = { [basename(key, ".private.jwk")]: seq };
  return { release, manifest: `${cdn.url}/${remote}/${release}/mf-manifest.json`, integrity, floors };
}

/**
 * A key of a team: its private half is for the team's pipeline, its public half for the server that hands out pages.
 *
 * @param {string} folder
 */
export async function newTeamKey(folder) {
  await mkdir(folder, { recursive: true });
  await promisify(execFile)(process.execPath, [FEDSEAL, "keygen", "--out", folder]);
  const names = await readdir(folder);
  const [secret, open] = ["private", "public"].map((half) => names.find((name) => name.endsWith(`.${half}.jwk`)));
  return { secret: join(folder, secret), open: JSON.parse(await readFile(join(folder, open), "utf8")) };
}
