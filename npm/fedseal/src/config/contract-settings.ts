import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { relativeTo } from "../locations.js";
import type { ContractSettings } from "./config.js";
import type { LoadedConfig } from "./load.js";

/** `contract` of the configuration. A package that is a folder there is given relative to `from`, with a leading `./`. */
export function contractSettings({ config, folder }: LoadedConfig, from: string): ContractSettings {
  const { package: given, ...rest } = config.contract ?? {};
  if (given === undefined) return rest;
  const path = resolve(folder, given);
  const isFolder = given.startsWith(".") || existsSync(path);
  return { ...rest, package: isFolder ? relativeTo(from, path).replace(/^(?!\.)/, "./") : given };
}
