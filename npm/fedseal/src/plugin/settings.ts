import { statSync } from "node:fs";
import type { Diagnostic } from "@fedseal/binding";
import { findConfig } from "../config/find.js";
import { type FolderSettings, folderSettings } from "../config/folder-settings.js";
import type { LoadedConfig } from "../config/load.js";
import type { FedsealPluginOptions } from "./options.js";

/** What of a build is sealed, by the plugin's options and the project's configuration. */
export interface BuildSettings {
  settings: FolderSettings;
  /** The configuration, which a build that watches has to watch; undefined where the project has none. */
  file: string | undefined;
  diagnostics: Diagnostic[];
}

/** Reads the settings of a build again and again; a configuration that did not change is not executed again. */
export class SettingsReader {
  #read: { stamp: string; loaded: LoadedConfig } | undefined;

  /** The settings of the output folder `output`, of a project in `context`. */
  async read(context: string, output: string, options: FedsealPluginOptions): Promise<BuildSettings> {
    const { manifest, include, exclude } = options;
    const own: FolderSettings = {
      ...(manifest !== undefined && { manifest }),
      ...(include && { include }),
      ...(exclude && { exclude }),
    };
    const { path, diagnostics } = findConfig(context);
    if (diagnostics.length > 0) return { settings: own, file: undefined, diagnostics };
    if (path === undefined) return { settings: own, file: undefined, diagnostics: [] };
    const { loaded, wrong } = await this.#load(context, path);
    if (!loaded) return { settings: own, file: path, diagnostics: wrong };
    return { file: path, ...(await folderSettings(loaded, output, own, (key) => `options.${key}`, context)) };
  }

  async #load(context: string, path: string): Promise<{ loaded?: LoadedConfig; wrong: Diagnostic[] }> {
    const { mtimeMs, size } = statSync(path);
    const stamp = `${path} ${mtimeMs} ${size}`;
    if (this.#read?.stamp === stamp) return { loaded: this.#read.loaded, wrong: [] };
    // Only for projects that have one.
    const { loadConfig } = await import("../config/load.js");
    const { loaded, diagnostics } = await loadConfig(context);
    if (!loaded) return { wrong: diagnostics };
    this.#read = { stamp, loaded };
    return { loaded, wrong: [] };
  }
}
