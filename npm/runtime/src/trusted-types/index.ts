/**
 * A narrow Trusted Types policy for remotes: `createTrustedTypesPolicy({ origins })`, before the first remote is loaded,
 * in a page with `require-trusted-types-for 'script'; trusted-types fedseal`.
 *
 * @packageDocumentation
 */
import { fedsealError } from "../errors.js";
import { registry } from "../page-registry.js";
import { originAllowed } from "../policy.js";

/** Options of {@link createTrustedTypesPolicy}. */
export interface TrustedTypesOptions {
  /** Origins whose scripts may run, as for the plugin. Files of sealed manifests may run without being listed. */
  origins?: readonly string[];
  /**
   * Its name in the `trusted-types` directive. Default: `fedseal`. With `default` it also lets through the chunk loaders
   * of remotes that were built without `output.trustedTypes`.
   */
  name?: string;
}

/** What Trusted Types call a policy; the DOM types of TypeScript do not have it yet. */
export interface TrustedTypesPolicy {
  createScriptURL(url: string): unknown;
  createScript(text: string): unknown;
}

/**
 * Creates the policy and lets fedseal's plugin use it. It turns a URL into a TrustedScriptURL if a sealed manifest lists
 * it or its origin is allowed, and text into a TrustedScript only if it is an import map. In a browser without Trusted
 * Types it makes plain strings, after the same checks.
 *
 * @throws ERR_FEDSEAL_ORIGIN from the policy, for any other URL; TypeError where the page's CSP does not allow the name.
 */
export function createTrustedTypesPolicy({
  origins = [],
  name = "fedseal",
}: TrustedTypesOptions = {}): TrustedTypesPolicy {
  const rules = {
    createScriptURL(url: string): string {
      const absolute = new URL(url, document.baseURI).href;
      if (registry().find(absolute) || originAllowed(absolute, origins)) return url;
      throw fedsealError(
        "ERR_FEDSEAL_ORIGIN",
        absolute,
        `is in no sealed manifest, and its origin is not in \`origins\`: the Trusted Types policy "${name}" lets no script come from there.`,
      );
    },
    createScript(text: string): string {
      const map: unknown = JSON.parse(text);
      const keys = typeof map === "object" && map !== null ? Object.keys(map) : ["?"];
      if (keys.every((key) => key === "imports" || key === "scopes" || key === "integrity")) return text;
      throw fedsealError(
        "ERR_FEDSEAL_OPTIONS",
        undefined,
        `the Trusted Types policy "${name}" makes import maps and no other script.`,
      );
    },
  };
  const { trustedTypes } = globalThis as {
    trustedTypes?: { createPolicy(name: string, rules: object): TrustedTypesPolicy };
  };
  const policy = trustedTypes?.createPolicy(name, rules) ?? rules;
  registry().shared.policy = policy;
  return policy;
}
