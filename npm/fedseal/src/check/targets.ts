import { resolve } from "node:path";
import { addressOf, isWebAddress } from "../config/addresses.js";
import type { FolderSettings } from "../config/folder-settings.js";
import type { LoadedConfig } from "../config/load.js";
import { relativeTo } from "../locations.js";
import type { FolderTarget, Target } from "./area.js";

/** What is checked where neither the call nor the configuration names anything. */
const DEFAULT = "dist";

/**
 * What to check: the arguments of the call, else the targets of the configuration, else `dist`. Folders of the call are relative
 * to `cwd`, those of the configuration to its own folder. Both get the settings that the configuration has for them.
 */
export function targetsOf({ config, folder }: LoadedConfig, given: readonly string[], cwd: string): Target[] {
  const configured = (config.targets ?? []).map((one): Target => {
    if (typeof one === "string") return targetOf(one, folder, cwd, config);
    if ("url" in one) return { kind: "url", name: one.url, url: addressOf(one.url) };
    return targetOf(one.folder, folder, cwd, { ...config, ...one });
  });
  if (given.length === 0) return configured.length > 0 ? configured : [targetOf(DEFAULT, cwd, cwd, config)];
  return given.map((name): Target => {
    const target = targetOf(name, cwd, cwd, config);
    if (target.kind === "url") return target;
    const same = configured.find((one) => one.kind === "folder" && one.path === target.path);
    return same ? { ...same, name } : target;
  });
}

function targetOf(given: string, from: string, cwd: string, settings: FolderSettings): Target {
  if (isWebAddress(given)) return { kind: "url", name: given, url: addressOf(given) };
  const path = resolve(from, given);
  const target: FolderTarget = { kind: "folder", name: from === cwd ? given : relativeTo(cwd, path), path };
  const { manifest, include, exclude } = settings;
  return {
    ...target,
    ...(manifest !== undefined && { manifest }),
    ...(include && { include }),
    ...(exclude && { exclude }),
  };
}
