import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, Progress, sealFolder } from "@fedseal/binding";
import type { CheckContext, Target } from "../../npm/fedseal/dist/check/area.js";
import { cacheArea, serveArea } from "../../npm/fedseal/dist/gates/cache/area.js";
import type { CacheSettings } from "../../npm/fedseal/dist/gates/cache/settings.js";
import { type HttpLimits, httpClient } from "../../npm/fedseal/dist/http/client.js";
import { MANIFEST, output } from "../commands/fedseal.ts";

/** A sealed release: an output folder whose chunks have hashes in their names, a page, and one chunk without a hash. */
export interface Release {
  dir: string;
  dist: string;
  /** Files by what they are. */
  names: { button: string; lazy: string; style: string };
}

export interface ReleaseOptions {
  /** Text that makes the release differ from others. */
  version?: string;
  /** Further files. */
  files?: Record<string, string | Buffer>;
}

/** Makes a release. */
export async function release({ version = "1", files = {} }: ReleaseOptions = {}): Promise<Release> {
  const hashed = (stem: string, content: string, ending: string) => {
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 8);
    return `static/${ending}/${stem}.${hash}.${ending}`;
  };
  // Long enough that servers compress them.
  const long = `console.log(${JSON.stringify("x".repeat(3000))});`;
  const contents = {
    button: `export const button = ${JSON.stringify(version)};\n${long}`,
    lazy: `export const lazy = ${JSON.stringify(version)};\n${long}`,
    style: `.button { content: ${JSON.stringify(version)}; }\n${"/* a comment */\n".repeat(200)}`,
  };
  const names = {
    button: hashed("Button", contents.button, "js"),
    lazy: hashed("lazy", contents.lazy, "js"),
    style: hashed("Button", contents.style, "css"),
  };
  const manifest = structuredClone(MANIFEST);
  manifest.metaData.buildInfo.buildVersion = version;
  const [expose] = manifest.exposes;
  if (!expose) throw new Error("the manifest has an expose");
  Object.assign(expose.assets.js, { sync: [names.button], async: [names.lazy] });
  Object.assign(expose.assets.css, { sync: [names.style] });
  const { dir, dist } = output({
    "mf-manifest.json": JSON.stringify(manifest, null, 2),
    "remoteEntry.js": `entry ${version}`,
    "index.html": "<!doctype html><title>shop</title>",
    [names.button]: contents.button,
    [names.lazy]: contents.lazy,
    [names.style]: contents.style,
    "static/js/Button.js": "",
    "static/js/lazy.js": "",
    ...files,
  });
  const options = { exclude: ["static/js/Button.js", "static/js/lazy.js"] };
  const { diagnostics } = await sealFolder(dist, options, new Progress());
  if (diagnostics.some((one) => one.severity === "error")) throw new Error(JSON.stringify(diagnostics));
  return { dir, dist, names };
}

/** What both areas say. */
export interface Said {
  diagnostics: Diagnostic[];
  unchecked: string[];
  /** `rule subject`, sorted; warnings with `?`, findings that were not checked with `!`. */
  rules: string[];
}

/** Runs both areas over a target. */
export async function gate(
  dir: string,
  targets: Target[],
  cache: CacheSettings = {},
  limits: Partial<HttpLimits> = {},
): Promise<Said> {
  const http = httpClient({ timeout: 5000, idleTimeout: 2000, retries: 0, ...limits });
  const context: CheckContext = { cwd: dir, configFolder: dir, config: { cache }, targets, http, unixTime: 0 };
  const outcomes = [await cacheArea.run(context), await serveArea.run(context)];
  const diagnostics = outcomes.flatMap((one) => one?.diagnostics ?? []);
  const mark = (one: Diagnostic) => (one.undecided ? "!" : one.severity === "error" ? "" : "?");
  return {
    diagnostics,
    unchecked: outcomes.flatMap((one) => one?.unchecked.map(({ reason }) => reason) ?? []),
    rules: [...new Set(diagnostics.map((one) => `${one.rule}${mark(one)}`))].sort(),
  };
}

export function folderTarget(dist: string): Target {
  return { kind: "folder", name: "dist", path: dist, exclude: ["static/js/Button.js", "static/js/lazy.js"] };
}

export function manifestOf(dist: string): { integrity: Record<string, string> } {
  return JSON.parse(readFileSync(join(dist, "mf-manifest.json"), "utf8"));
}
