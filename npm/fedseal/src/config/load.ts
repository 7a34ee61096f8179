import { dirname, resolve } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import { relativeTo } from "../locations.js";
import type { FedsealConfig } from "./config.js";
import { findConfig } from "./find.js";

/** A configuration that was read. */
export interface LoadedConfig {
  /** Empty where the project has none. */
  config: FedsealConfig;
  /** Its absolute path; undefined where the project has none. */
  path: string | undefined;
  /** The folder that its paths are relative to: its own, or the one that was searched from. */
  folder: string;
  /** Its text, for places; empty where the project has none. */
  text: string;
}

/**
 * The configuration that applies in a folder: the one that is named, relative to `from`, else the nearest. Without one, all settings have their defaults. Locations are relative to `from`.
 * With a diagnostic, there is no configuration and nothing may be checked: `config/ambiguous`, `config/unreadable`,
 * `config/invalid`.
 */
export async function loadConfig(
  from: string,
  named?: string,
): Promise<{ loaded: LoadedConfig; diagnostics: [] } | { loaded?: undefined; diagnostics: Diagnostic[] }> {
  const { path, diagnostics } =
    named === undefined ? findConfig(from) : { path: resolve(from, named), diagnostics: [] };
  if (diagnostics.length > 0) return { diagnostics };
  if (path === undefined) return { loaded: { config: {}, path, folder: from, text: "" }, diagnostics: [] };
  const shown = relativeTo(from, path);
  // What reads and judges a configuration is loaded where there is one: it takes as long as a check.
  const [{ readConfig }, { validateConfig }] = await Promise.all([import("./read.js"), import("./validate.js")]);
  const read = await readConfig(path, shown);
  if ("diagnostics" in read) return { diagnostics: read.diagnostics };
  const wrong = await validateConfig(read.value, shown, read.text);
  if (wrong.length > 0) return { diagnostics: wrong };
  const config = read.value as FedsealConfig;
  return { loaded: { config, path, folder: dirname(path), text: read.text }, diagnostics: [] };
}
