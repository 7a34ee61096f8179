import { isAbsolute, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../diagnostics.js";
import { relativeTo } from "../locations.js";
import { shown } from "../schema-errors.js";
import { isWebAddress } from "./addresses.js";
import type { LoadedConfig } from "./load.js";

/** What sealing and checking a folder have to agree on. */
export interface FolderSettings {
  manifest?: string;
  include?: string[];
  exclude?: string[];
}

const KEYS = ["manifest", "include", "exclude"] as const;

/** The targets of the configuration that are folders inside of `dir`, relative to it. */
export function targetsInside({ config, folder }: LoadedConfig, dir: string): string[] {
  const folders = (config.targets ?? []).flatMap((one) =>
    typeof one === "string" ? one : "folder" in one ? one.folder : [],
  );
  const found = folders
    .filter((one) => !isWebAddress(one))
    .map((one) => relativeTo(resolve(dir), resolve(folder, one)));
  return found.filter((one) => one !== "." && one !== ".." && !one.startsWith("../") && !isAbsolute(one)).sort();
}

/**
 * The settings of an output folder: of its target, else of the top of the configuration, else the options of the call. An
 * option that gives another value than the configuration is an error (`config/contradiction`): whoever seals and whoever checks
 * would use different ones. `who` names the option's side, as `--exclude` or `options.exclude`.
 */
export async function folderSettings(
  { config, path, folder, text }: LoadedConfig,
  dir: string,
  options: FolderSettings,
  who: (key: string) => string,
  from = process.cwd(),
): Promise<{ settings: FolderSettings; diagnostics: Diagnostic[] }> {
  const targets = config.targets ?? [];
  const index = targets.findIndex(
    (one) => typeof one === "object" && "folder" in one && resolve(folder, one.folder) === resolve(dir),
  );
  const target = targets[index] as FolderSettings | undefined;
  const settings: FolderSettings = {};
  const diagnostics: Diagnostic[] = [];
  for (const key of KEYS) {
    const own = target?.[key];
    const configured = own ?? config[key];
    const given = options[key];
    // An empty list is what the command line has without the option.
    const isGiven = given !== undefined && given.length > 0;
    if (configured === undefined) {
      if (isGiven) Object.assign(settings, { [key]: given });
      continue;
    }
    Object.assign(settings, { [key]: configured });
    if (!isGiven || isDeepStrictEqual(given, configured) || path === undefined) continue;
    const pointer = own === undefined ? `/${key}` : `/targets/${index}/${key}`;
    const file = relativeTo(from, path);
    const message = `${who(key)} is ${shown(given)}, but the configuration has ${shown(configured)}`;
    // Only a mistake needs its place, and every build loads this file.
    const { placeInConfig } = await import("./places.js");
    const place = await placeInConfig(file, text, pointer);
    diagnostics.push(diagnostic("config/contradiction", message, { ...place, pointer }));
  }
  return { settings, diagnostics };
}
