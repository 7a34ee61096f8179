import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";

/** Where a manifest and its hosts are served, as far as it is known. */
export interface Served {
  /** The origin of the manifest. */
  origin: string;
  /** The origins of the pages of its hosts. */
  hosts: readonly string[];
}

/**
 * Where a remote says its files are. `manifest` is a manifest of Module Federation, `file` its place. A build that exposes
 * nothing is loaded by no other page, and may say anything.
 */
export function checkPublicPath(manifest: unknown, file: string, served?: Served): Diagnostic[] {
  const { name, metaData, exposes } = (manifest ?? {}) as Record<string, unknown>;
  if (!Array.isArray(exposes) || exposes.length === 0 || typeof metaData !== "object" || metaData === null) return [];
  const { publicPath, getPublicPath, remoteEntry } = metaData as Record<string, unknown>;
  if (getPublicPath !== undefined) {
    const message = `the manifest of ${shown(name)} holds code (\`getPublicPath\`) in place of its public path`;
    return [diagnostic("federation/get-public-path", message, { file, pointer: "/metaData/getPublicPath" })];
  }
  // Node loads files from the URL of the manifest.
  const { type } = (remoteEntry ?? {}) as { type?: unknown };
  if (typeof publicPath !== "string" || (typeof type === "string" && type.startsWith("commonjs"))) return [];
  const others = served?.hosts.filter((host) => host !== served.origin) ?? [];
  if (!isWrong(publicPath, served, others)) return [];
  const whose = others[0] === undefined ? "the origin of each host's page" : others[0];
  const message = `the public path of ${shown(name)} is ${JSON.stringify(publicPath)}: its files will be requested from ${whose}, not from where ${shown(name)} is served`;
  return [diagnostic("federation/root-public-path", message, { file, pointer: "/metaData/publicPath" })];
}

function isWrong(path: string, served: Served | undefined, others: readonly string[]): boolean {
  if (path === "auto" || /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(path)) return false;
  // Relative to the page, wherever that is.
  if (!path.startsWith("/")) return true;
  if (served && served.hosts.length > 0) return others.length > 0;
  // A path such as `/shop/` is right where one origin serves the host and its remotes.
  return path === "/";
}

function shown(name: unknown): string {
  return typeof name === "string" ? name : "the remote";
}
