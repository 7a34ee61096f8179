import { isWebAddress } from "../../config/addresses.js";
import type { RemoteManifest } from "./settings.js";

/** The remotes of a tenant, and what the page needs for it beside them. */
export interface Tenant {
  /** URLs of manifests, or files (relative to the file of tenants) and the URL that each is served at. */
  remotes: (string | RemoteManifest)[];
  /** Directive → URLs. */
  needs?: Record<string, string[]>;
}

/** Tenant → what it has. */
export type Tenants = Record<string, Tenant>;

/** Why a file is not one of tenants: a sentence without a full stop. */
export class UnreadableTenants extends Error {
  override readonly name = "UnreadableTenants";
}

/**
 * Reads a file of tenants.
 *
 * @throws UnreadableTenants
 */
export function readTenants(text: string, file: string): Tenants {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown;
    throw new UnreadableTenants(`${file} is not JSON: ${thrown.message}`);
  }
  if (!isRecord(root) || Object.keys(root).length === 0) throw new UnreadableTenants(`${file} has no tenants`);
  for (const [name, tenant] of Object.entries(root)) {
    const where = `${file}: ${JSON.stringify(name)}`;
    if (!isRecord(tenant)) throw new UnreadableTenants(`${where} is not an object`);
    const unknown = Object.keys(tenant).find((key) => key !== "remotes" && key !== "needs");
    if (unknown !== undefined) {
      throw new UnreadableTenants(`${where} has the key ${JSON.stringify(unknown)}; expected "remotes" and "needs"`);
    }
    const { remotes, needs = {} } = tenant;
    if (!Array.isArray(remotes) || !remotes.every(isRemote)) {
      throw new UnreadableTenants(`${where}: \`remotes\` is a list of URLs, or of { "manifest", "url" }`);
    }
    for (const one of remotes) {
      const url = typeof one === "string" ? one : one.url;
      if (isWebAddress(url)) continue;
      const why =
        typeof one === "string" ? " without the URL that it is served at" : ", which is not a URL of http or https";
      throw new UnreadableTenants(`${where}: \`remotes\` has ${JSON.stringify(url)}${why}`);
    }
    if (!isRecord(needs) || !Object.values(needs).every(isTexts)) {
      throw new UnreadableTenants(`${where}: \`needs\` is an object of lists of URLs`);
    }
  }
  return root as Tenants;
}

function isRemote(value: unknown): boolean {
  return (
    typeof value === "string" ||
    (isRecord(value) && typeof value.manifest === "string" && typeof value.url === "string")
  );
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
