import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";

/** What a host does before it starts. */
export interface Start {
  /** When versions are compared (`shareStrategy`). */
  strategy: unknown;
  /** Whether a runtime plugin of the host may handle a remote that cannot be loaded. */
  handlesFailedRemotes: boolean;
}

/** A manifest that is down stops a host with `version-first`, unless a runtime plugin of the user handles it. */
export function checkStrategy(
  manifest: unknown,
  file: string,
  { strategy, handlesFailedRemotes }: Start,
): Diagnostic[] {
  const { name, remotes } = (manifest ?? {}) as { name?: unknown; remotes?: unknown };
  if (strategy === "loaded-first" || handlesFailedRemotes || !Array.isArray(remotes)) return [];
  const byManifest = remotes.filter((one) => typeof one?.entry === "string" && /\.json(?:[?#]|$)/.test(one.entry));
  if (byManifest.length === 0) return [];
  const names = [...new Set(byManifest.map((one) => String(one.alias ?? one.federationContainerName)))].sort();
  const message = `${name} compares versions with \`version-first\`, so it does not start if the manifest of one remote cannot be loaded (${names.join(", ")})`;
  return [diagnostic("federation/version-first-needs-every-remote", message, { file, pointer: "/remotes" })];
}
