import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { sealFolder } from "@fedseal/binding";
import { folderSettings } from "../config/folder-settings.js";
import { loadConfig } from "../config/load.js";
import { missingFolder } from "../gates/integrity/folder.js";
import { toFolder } from "../locations.js";
import { type Algorithm, type Entries, releaseOf } from "../plugin/options.js";
import { renewCopies } from "../plugin/renew-copies.js";
import { headersFileOf, sidecarOf } from "../sign/carriers.js";
import { statsAt } from "../stats.js";
import { files, size } from "../summary.js";
import type { ExitCode } from "./exit-code.js";
import { type Printing, report } from "./output.js";

interface Options extends Printing {
  manifest?: string;
  entries?: Entries;
  algorithm?: Algorithm;
  release?: string;
  include: string[];
  exclude: string[];
  config?: string;
}

/** `fedseal seal <dir>` */
export function seal(dir: string, { format, verbose, quiet, release, ...options }: Options): Promise<ExitCode> {
  const printing = { format, verbose: verbose ?? false, quiet: quiet ?? false };
  return report({ area: "seal", dir, ...printing }, async (progress) => {
    const start = performance.now();
    const missing = missingFolder(resolve(dir), dir);
    if (missing) return { diagnostics: [missing], summary: "" };
    const { loaded, diagnostics: wrong } = await loadConfig(process.cwd(), options.config);
    if (!loaded) return { diagnostics: wrong.map((one) => toFolder(one, dir)), summary: "" };
    const { settings, diagnostics: contradictions } = await folderSettings(loaded, dir, options, (key) => `--${key}`);
    if (contradictions.length > 0) {
      return { diagnostics: contradictions.map((one) => toFolder(one, dir)), summary: "" };
    }
    const { entries, algorithm } = options;
    const how = { ...(entries && { entries }), ...(algorithm && { algorithm }) };
    const sealed = await sealFolder(dir, { ...settings, ...how, release: releaseOf(release, process.env) }, progress);
    const { manifest } = sealed;
    let { diagnostics } = sealed;
    if (manifest !== undefined && !diagnostics.some((one) => one.severity === "error")) {
      diagnostics = diagnostics.concat(await renewCopies(dir, manifest, sealed.copies));
    }
    const time = Math.max(1, Math.round(performance.now() - start));
    const unchanged = sealed.changed ? "" : " (already sealed, not changed)";
    const stale = manifest !== undefined && sealed.changed ? removeSignatures(dir, manifest) : "";
    const summary = `fedseal: sealed ${files(sealed.files)} (${size(sealed.bytes)}) in ${time} ms → ${join(dir, manifest ?? "")}${unchanged}${stale}`;
    return { diagnostics, summary };
  });
}

/**
 * Signatures of the manifest as it was before: hosts refuse them, and who adds one makes a sidecar for two manifests. Says what was
 * removed.
 */
function removeSignatures(dir: string, manifest: string): string {
  const there = [sidecarOf(manifest), headersFileOf(manifest)].map((file) => join(dir, file)).filter(statsAt);
  for (const path of there) rmSync(path);
  if (there.length === 0) return "";
  return `\nfedseal: removed ${there.join(" and ")}, of the manifest as it was before: run \`fedseal sign\` again`;
}
