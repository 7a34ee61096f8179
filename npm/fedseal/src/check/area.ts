import type { Diagnostic } from "@fedseal/binding";
import type { FedsealConfig } from "../config/config.js";
import type { HttpClient } from "../http/client.js";
import type { Base } from "./base.js";
import type { CheckFacts } from "./facts.js";

/** An area of `fedseal check`: the rules `name/…` and what they look at. */
export interface Area {
  /** As in rule ids and reports. */
  name: string;
  /**
   * Checks the targets. Undefined: the area does not apply to this project. What applies and could not be checked is
   * `unchecked`, never left out. Locations are relative to `cwd`, or URLs.
   */
  run(context: CheckContext): Promise<AreaOutcome | undefined>;
}

/** What an area found. */
export interface AreaOutcome {
  diagnostics: Diagnostic[];
  /** What could not be checked, and why: one sentence each, without a full stop. */
  unchecked: { reason: string }[];
  /** What it looked at; only where `wantsFacts` is set. */
  facts?: Partial<CheckFacts>;
}

/** What every area gets. */
export interface CheckContext {
  /** The folder that the command runs in, absolute. */
  cwd: string;
  config: FedsealConfig;
  /** The folder that paths in the configuration are relative to, absolute. */
  configFolder: string;
  targets: Target[];
  /** What to compare with, where the call or the configuration names something. */
  base?: Base;
  http: HttpClient;
  /** The time that signatures are judged by, in seconds since 1970. */
  unixTime: number;
  /** Whether a report shows what areas looked at, beside what they found. */
  wantsFacts?: boolean;
}

/** Something to check. */
export type Target = FolderTarget | UrlTarget;

/** An output folder, with the settings that it was sealed with. */
export interface FolderTarget {
  kind: "folder";
  /** As the user gave it, relative to `cwd` where it comes from the configuration. */
  name: string;
  /** Absolute. */
  path: string;
  manifest?: string;
  include?: string[];
  exclude?: string[];
}

/** A manifest that a server serves. */
export interface UrlTarget {
  kind: "url";
  /** As the user gave it. */
  name: string;
  /** The URL of the manifest. */
  url: string;
}
