import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What the tests know of a sealed manifest, written a second time on purpose: it shares no code with the sealer, so
 * that one mistake cannot hide in both.
 */

// biome-ignore lint/suspicious/noExplicitAny: a manifest is read as the JSON it is
export type Manifest = any;

export function manifestOf(dir: string, name = "mf-manifest.json"): Manifest {
  return JSON.parse(readFileSync(join(dir, name), "utf8"));
}

/** All files below a folder, relative, sorted. */
export function filesOf(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) =>
      join(item.parentPath, item.name)
        .slice(dir.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}

export function sri(bytes: Buffer, algorithm = "sha384"): string {
  return `${algorithm}-${createHash(algorithm).update(bytes).digest("base64")}`;
}

/** Every entry object of a manifest's asset lists, and the remote entries. */
export function entriesOf(manifest: Manifest): Manifest[] {
  const lists = [...manifest.exposes, ...manifest.shared].flatMap(({ assets }) => [
    ...assets.js.sync,
    ...assets.js.async,
    ...assets.css.sync,
    ...assets.css.async,
  ]);
  const { remoteEntry, ssrRemoteEntry } = manifest.metaData;
  return [...lists, ...[remoteEntry, ssrRemoteEntry].filter((entry) => entry?.name)];
}

/** What is wrong with the seal of a folder; empty when it is right. Independent of fedseal's own code. */
export function flaws(
  dir: string,
  { algorithm = "sha384", name = "mf-manifest.json", skip = [] as string[], manifest = manifestOf(dir, name) } = {},
) {
  const out: string[] = [];
  for (const entry of entriesOf(manifest)) {
    if (typeof entry === "string") {
      out.push(`string entry ${entry}`);
      continue;
    }
    const file = [entry.path, entry.name].filter(Boolean).join("/").replaceAll("//", "/");
    const bytes = readFileSync(join(dir, file));
    if (entry.integrity !== sri(bytes, algorithm)) out.push(`integrity of ${file}`);
    if (entry.contentHash !== createHash("sha256").update(bytes).digest("hex")) out.push(`contentHash of ${file}`);
    if (manifest.integrity[file] !== entry.integrity) out.push(`${file} in the closure`);
  }
  const loadable = filesOf(dir)
    .filter((file) => /\.(js|mjs|cjs|css|wasm|json)$/.test(file))
    .filter((file) => !/hot-update|mf-stats\.json$/.test(file) && file !== name && !skip.includes(file));
  const closure = Object.keys(manifest.integrity);
  if (JSON.stringify(closure) !== JSON.stringify(loadable)) out.push(`closure ${closure} is not ${loadable}`);
  for (const file of loadable) {
    if (manifest.integrity[file] !== sri(readFileSync(join(dir, file)), algorithm)) out.push(`closure of ${file}`);
  }
  return out;
}

/** What of a sealed manifest the same files always give. The lists are Rspack's, and vary from build to build. */
export function constant({ integrity, release, metaData }: Manifest): Manifest {
  return { integrity, release, remoteEntry: metaData.remoteEntry };
}
