import type { EnforceOptions } from "../federation.js";
import { registry } from "../registry.js";
import { createTrustedTypesPolicy, type TrustedTypesPolicy } from "../trusted-types/index.js";

/** The page's policy: the one that was created, or one of our own. Nothing where the browser or the CSP has none. */
function policyFor({ origins }: EnforceOptions): TrustedTypesPolicy | undefined {
  if (!("trustedTypes" in globalThis)) return undefined;
  const { shared } = registry();
  try {
    shared.policy ??= createTrustedTypesPolicy(origins ? { origins } : {});
  } catch (thrown) {
    // The CSP has a `trusted-types` directive without our name. If it requires Trusted Types too, the browser refuses
    // the string that follows; if not, the string is right.
    if (!(thrown instanceof TypeError)) throw thrown;
  }
  return shared.policy;
}

/** Under Trusted Types, a string is no address of a script. */
export function trustedUrl(url: string, options: EnforceOptions): string {
  // What no manifest lists is for `unsealed` to decide, unless there is a list of origins.
  if (!options.origins && !registry().knows(url)) return url;
  return (policyFor(options)?.createScriptURL(url) ?? url) as string;
}

/** Under Trusted Types, a string is no text of a script. */
export function trustedText(text: string, options: EnforceOptions): string {
  return (policyFor(options)?.createScript(text) ?? text) as string;
}
